"""What a chart of an indicator shows and says: one mark for each value reported for a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bamboo.data import dates, english
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.qualifiers import QUALIFIERS
from bamboo.site.blocks import links
from bamboo.site.blocks.figures import most_reported
from bamboo.site.blocks.links import Link

# Charts on a page that shows many: of figures that most sources give; and the periods in each, the newest.
CHARTS, PERIODS = 24, 6

# Periods from which a chart shows more than the numbers beside each other, see numbers.py.
SERIES = 3
_OPEN = "A period without a beginning or an end is in the table alone."


@dataclass(frozen=True, slots=True)
class Mark:
    """A value with its qualifier, the sources that print it, and what they count in their words.

    `first` and `last` number the days on which the period begins and ends.
    """

    period: str
    first: int
    last: int
    value: int | float
    qualifier: str
    label: str
    sources: tuple[str, ...]
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What a sign in a chart means."""

    qualifier: str
    words: str

    @property
    def expected(self) -> bool:
        """Whether the number was not yet counted."""
        return QUALIFIERS[self.qualifier].expected

    @property
    def more(self) -> bool:
        """Whether the end is open to the right."""
        return "more" in QUALIFIERS[self.qualifier].open

    @property
    def less(self) -> bool:
        """Whether the end is open to the left."""
        return "less" in QUALIFIERS[self.qualifier].open


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart: its marks newest first, its signs explained, and all of it in words.

    `small` charts name no sources; `to` leads to the page that does.
    """

    id: str
    title: str
    description: str
    marks: tuple[Mark, ...]
    key: tuple[Key, ...]
    cautions: tuple[str, ...]
    to: Link
    small: bool


@dataclass(frozen=True, slots=True)
class Smalls:
    """Small charts side by side, which figures they are of, and the signs in any of them."""

    lead: str
    charts: tuple[ChartView, ...]
    key: tuple[Key, ...]


def chart(graph: Graph, ident: str) -> ChartView | None:
    """The chart of an indicator; None where there are fewer periods than a series."""
    return _chart(graph, ident, graph.naming("indicators", ident), small=False)


def small(graph: Graph, ident: str) -> ChartView | None:
    """The same for a page that shows many: its newest periods."""
    claims = graph.naming("indicators", ident)
    view = _chart(graph, ident, claims[:PERIODS], small=True)
    if view is None or len(claims) <= PERIODS:
        return view
    cut = f"The newest {english.spelled(PERIODS)} of {english.number(len(claims))} periods."
    return replace(view, cautions=(*view.cautions, cut))


def small_of_all(graph: Graph) -> Smalls:
    """Every figure that is a series, or those that most sources give."""
    series = [ident for ident in graph.library.indicators if graph.many("indicators", ident) >= SERIES]
    most = set(most_reported(graph, series)[:CHARTS])
    charts = tuple(chart for ident in series if ident in most if (chart := small(graph, ident)))
    lead = "Figures with values for three periods or more"
    if len(series) > CHARTS:
        lead += f": of {english.number(len(series))}, the {CHARTS} that most sources give"
    return Smalls(f"{lead}.", charts, _key(mark for chart in charts for mark in chart.marks))


def with_ends(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that a chart can draw: a period since 2019 has no length."""
    return tuple(claim for claim in claims if not dates.is_open(claim.when))


def _key(shown: Iterable[Mark]) -> tuple[Key, ...]:
    present = {mark.qualifier for mark in shown}
    return tuple(
        Key(one.name, one.meaning) for one in QUALIFIERS.values() if one.meaning and one.name in present
    )


def marks(graph: Graph, claim: Claim) -> tuple[Mark, ...]:
    """One mark for each value reported for a period: equal values are there once, with all their sources."""
    found: dict[tuple[int | float, str, str], tuple[list[str], list[str]]] = {}
    for row in claim.reports:
        shown = (row.report.value, row.report.qualifier, row.words)
        sources, scopes = found.setdefault(shown, ([], []))
        sources.append(graph.library.sources[row.cited.source].record.label)
        scopes.append(row.report.scope or "")
    first, last = dates.bounds(claim.when)
    return tuple(
        Mark(
            dates.words(claim.when),
            first.toordinal(),
            last.toordinal(),
            value,
            qualifier,
            words,
            tuple(dict.fromkeys(sources)),
            tuple(dict.fromkeys(scope for scope in scopes if scope)),
        )
        for (value, qualifier, words), (sources, scopes) in found.items()
    )


def _chart(graph: Graph, ident: str, claims: Iterable[Claim], small: bool) -> ChartView | None:
    claims = tuple(claims)
    drawn = with_ends(claims)
    if len(drawn) < SERIES:
        return None
    shown = tuple(mark for claim in drawn for mark in marks(graph, claim))
    return ChartView(
        id=f"{'small' if small else 'chart'}-{ident}",
        title=graph.name("indicators", ident),
        description=description(shown),
        marks=shown,
        key=_key(shown),
        cautions=tuple(
            said
            for said in (
                *cautions(shown),
                counted(shown) if small else "",
                _OPEN if len(drawn) < len(claims) else "",
            )
            if said
        ),
        to=links.record(graph, "indicators", ident),
        small=small,
    )


def description(shown: Iterable[Mark]) -> str:
    """Every mark in words, for those who cannot see the chart."""
    said = [f"{mark.period}: {mark.label}, {english.listed(mark.sources)}" for mark in shown]
    return f"{'; '.join(said)}."


def cautions(shown: Iterable[Mark]) -> tuple[str, ...]:
    """What a reader must know before comparing the marks."""
    shown = tuple(shown)
    found = []
    if len({_length(mark) for mark in shown}) > 1:
        found.append("The periods are not equally long.")
    return tuple(found)


def counted(shown: Iterable[Mark]) -> str:
    """What is counted in each period, where that is worded otherwise."""
    by_period: dict[str, dict[str, None]] = {}
    for mark in shown:
        by_period.setdefault(mark.period, {}).update(dict.fromkeys(mark.scopes))
    if len({frozenset(scopes) for scopes in by_period.values()}) < 2:
        return ""
    said = [f"{english.either(scopes)} ({period})" for period, scopes in by_period.items() if scopes]
    return f"Counted: {'; '.join(said)}."


def _length(mark: Mark) -> int:
    """Whole months in a period: years are equally long, leap or not; days of a shorter one."""
    days = mark.last - mark.first + 1
    return round(days / 30.44) * 31 if days > 27 else days
