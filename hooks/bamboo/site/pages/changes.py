"""What has changed: statements added, changed and withdrawn, day by day, as git knows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.graph.history import AS_OF, Day
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link

# Days on the page, and statements of a kind of change in a day: what is past them is counted.
DAYS = 60
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Changed:
    """One kind of change of a day: statements that are still here are links."""

    heading: str
    count: str
    statements: tuple[Link, ...]
    gone: tuple[str, ...]
    more: str


@dataclass(frozen=True, slots=True)
class DayView:
    """What a day has changed."""

    anchor: str
    heading: str
    parts: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The days, newest first, and where they can be followed."""

    feed: str
    as_of: str
    days: tuple[DayView, ...]
    more: str


def known(graph: Graph) -> Iterator[tuple[Day, ...]]:
    """The days of the history, where there is one."""
    if graph.history:
        yield graph.history.days


def changes(graph: Graph, days: Sequence[Day]) -> ChangesView:
    """The page."""
    assert graph.history
    graph.noting(AS_OF)
    more = len(days) - DAYS
    return ChangesView(
        feed=addresses.FEED,
        as_of=dates.words(graph.history.as_of),
        days=tuple(day_view(graph, day) for day in days[:DAYS]),
        more=english.counted(more, "day") if more > 0 else "",
    )


def day_view(graph: Graph, day: Day) -> DayView:
    """A day. A statement that is gone by now goes by the title it had, or not at all."""
    withdrawn = [title for ident, title in day.withdrawn if ident not in graph.claims]
    parts = (
        _part("Added", len(day.added), _links(graph, day.added), ()),
        _part("Changed", len(day.changed), _links(graph, day.changed), ()),
        _part("Withdrawn or merged", len(day.withdrawn), (), withdrawn),
    )
    return DayView(f"day-{day.day}", dates.words(day.day), tuple(part for part in parts if part.count))


def summary(day: Day) -> str:
    """`12 statements added, 3 changed`."""
    counts = ((len(day.added), "added"), (len(day.changed), "changed"), (len(day.withdrawn), "withdrawn"))
    first, *others = [(many, word) for many, word in counts if many]
    return ", ".join(
        [f"{english.counted(first[0], 'statement')} {first[1]}"]
        + [f"{english.number(many)} {word}" for many, word in others]
    )


def _links(graph: Graph, idents: Iterable[str]) -> tuple[Link, ...]:
    return tuple(links.claim(graph.claims[ident]) for ident in idents if ident in graph.claims)


def _part(heading: str, many: int, here: Sequence[Link], gone: Sequence[str]) -> Changed:
    left = many - len(here[:SHOWN]) - len(gone[:SHOWN])
    return Changed(
        heading,
        english.counted(many, "statement") if many else "",
        tuple(here[:SHOWN]),
        tuple(gone[:SHOWN]),
        f"and {english.number(left)} more" if left else "",
    )
