"""Claims in two steps: by year or theme, and within that by theme or kind, so that a long page is scanned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIMS
from bamboo.site.blocks import links
from bamboo.site.blocks.cards import Card, cards
from bamboo.site.blocks.links import Link

# With fewer claims under one heading, headings below it would be more than they order.
DIVIDED = 6

# A page with more cards than this shows quotes folded, to be opened with one click.
FOLDED = 4


@dataclass(frozen=True, slots=True)
class Part:
    """Cards under a small heading; none where a section is too short to be divided."""

    heading: str
    link: Link | None
    count: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Cards under a heading, in parts. `contents` names the parts with their counts."""

    anchor: str
    heading: str
    link: Link
    count: str
    contents: str
    parts: tuple[Part, ...]


def years_by_theme(graph: Graph, claims: Sequence[Claim], prefix: str = "") -> tuple[Section, ...]:
    """By the first year a claim is about, newest first; within it by main theme."""
    return _years(graph, claims, _themes, prefix)


def years_by_kind(graph: Graph, claims: Sequence[Claim]) -> tuple[Section, ...]:
    """By the first year a claim is about, newest first; within it by kind."""
    return _years(graph, claims, _kinds, "")


def themes_by_kind(graph: Graph, claims: Sequence[Claim]) -> tuple[Section, ...]:
    """By main theme, the theme with most claims first; within it by kind."""
    return tuple(
        _section(graph, f"theme-{theme}", links.record(graph, "themes", theme), found, _kinds)
        for theme, found in _by_theme(claims)
    )


def contents(sections: Iterable[Section], people: Iterable[object] = ()) -> tuple[Link, ...]:
    """Links to the sections of a page and to its people, where there is more than one thing to choose."""
    found = [Link(section.heading, f"#{section.anchor}", section.count) for section in sections]
    if any(True for _ in people):
        found.append(Link("People", "#people"))
    return tuple(found) if len(found) > 1 else ()


Divide = Callable[[Graph, Sequence[Claim]], Iterable[Part]]


def _years(graph: Graph, claims: Sequence[Claim], divide: Divide, prefix: str) -> tuple[Section, ...]:
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.years[0], []).append(claim)
    return tuple(
        _section(
            graph,
            prefix + addresses.year_anchor(year),
            Link(str(year), addresses.year(year)),
            found[year],
            divide,
        )
        for year in sorted(found, reverse=True)
    )


def _section(graph: Graph, anchor: str, to: Link, claims: Sequence[Claim], divide: Divide) -> Section:
    divided = tuple(divide(graph, claims)) if len(claims) >= DIVIDED else ()
    whole = (Part("", None, "", cards(graph, claims)),)
    return Section(
        anchor=anchor,
        heading=to.label,
        link=to,
        count=english.counted(len(claims), "statement"),
        contents=", ".join(f"{part.heading} {len(part.cards)}" for part in divided)
        if len(divided) > 1
        else "",
        parts=divided if len(divided) > 1 else whole,
    )


def _themes(graph: Graph, claims: Sequence[Claim]) -> Iterable[Part]:
    for theme, found in _by_theme(claims):
        to = links.record(graph, "themes", theme)
        yield _part(graph, to.label, found, to)


def _kinds(graph: Graph, claims: Sequence[Claim]) -> Iterable[Part]:
    for kind in CLAIMS:
        if found := [claim for claim in claims if claim.kind == kind.name]:
            yield _part(graph, kind.heading, found)


def _part(graph: Graph, heading: str, claims: Sequence[Claim], to: Link | None = None) -> Part:
    return Part(heading, to, english.counted(len(claims), "statement"), cards(graph, claims))


def _by_theme(claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.themes[0], []).append(claim)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
