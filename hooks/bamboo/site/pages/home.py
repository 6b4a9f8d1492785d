"""The home page: the map, figures of a year, one claim as a sample, what is newest and most connected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import differing, gaps, links
from bamboo.site.blocks.cards import Card, card
from bamboo.site.blocks.figures import FigureRow, row
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.world import WorldView, world

KEY_FIGURES = 6
MOST = 6
LATEST = 5
SAMPLE_SOURCES = 3


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts, leading to the list."""

    number: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """An observation of the year, and the newest one of an earlier year where there is one.

    `period` is given where it is not the whole year.
    """

    row: FigureRow
    period: str
    earlier: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The year's figures, and how they were chosen."""

    year: Link
    rule: str
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A record with its number of claims, and that number in hundredths of the largest."""

    link: Link
    number: str
    share: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """Records of one kind: those with most claims, and those in the newest dated claims."""

    anchor: str
    heading: str
    index: Link
    most: tuple[Bar, ...]
    latest: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The state of knowledge at a glance. What has nothing to show is empty or None."""

    findings: Overview
    counts: tuple[Count, ...]
    world: WorldView
    sample: Card | None
    figures: KeyFigures | None
    rankings: tuple[Ranking, ...]
    latest: tuple[Link, ...]
    differ: str
    differences: tuple[Link, ...]
    gaps: tuple[Link, ...]
    sources: tuple[Link, ...]
    years: tuple[Link, ...]
    busiest: Link | None


def home(graph: Graph) -> HomeView:
    """The first page."""
    library = graph.library
    years = tuple(
        Link(str(year), addresses.year(year), english.counted(len(graph.in_year(year)), "statement"))
        for year in graph.years
    )
    dated = tuple(c for c in graph.claims.values() if dates.is_day(c.when) and not c.indicator)
    return HomeView(
        findings=overview(graph, library.home.record.findings if library.home else ()),
        counts=(
            Count(english.number(len(library.facts)), "facts", addresses.index("facts")),
            Count(english.number(len(library.indicators)), "figures", addresses.index("indicators")),
            Count(english.number(len(library.partners)), "partners", addresses.index("partners")),
            Count(english.number(len(library.sources)), "sources", addresses.index("sources")),
        ),
        world=world(graph),
        sample=_sample(graph),
        figures=_key_figures(graph),
        rankings=tuple(_rankings(graph, dated)),
        latest=tuple(links.claim(claim, dates.words(claim.when)) for claim in dated[:LATEST]),
        differ=differing.summary(graph),
        differences=differing.kinds(graph),
        gaps=gaps.contents(graph),
        sources=links.counted(graph, "sources", _most(graph, "sources")),
        years=years,
        busiest=max(years, key=lambda to: len(graph.in_year(int(to.label))), default=None),
    )


def _sample(graph: Graph) -> Card | None:
    """Of the facts that three sources or more state, the one with the fewest words."""
    facts = (claim for claim in graph.claims.values() if not claim.indicator)
    found = min(
        facts, key=lambda claim: (-min(len(claim.sources), SAMPLE_SOURCES), _words(claim)), default=None
    )
    return card(graph, found) if found else None


def _words(claim: Claim) -> int:
    texts = [
        claim.text,
        *(cited.text for cited in claim.passages()),
        *(row.note for row in claim.differences),
    ]
    return sum(len(text.split()) for text in texts)


def _key_figures(graph: Graph) -> KeyFigures | None:
    """Figures of the newest year that can be compared with an earlier one; failing that, of the newest."""
    series = {ident: graph.naming("indicators", ident) for ident in graph.library.indicators}
    comparable = {ident for ident, claims in series.items() if len({_year(claim) for claim in claims}) > 1}
    rule = "Shown is the newest year for which a figure can be set beside an earlier year"
    newest = [_year(series[ident][0]) for ident in comparable]
    if not newest:
        newest = [_year(claims[0]) for claims in series.values() if claims]
        rule = "Shown is the newest year with figures; none can be set beside an earlier year"
    if not newest:
        return None
    year = max(newest)
    found = [claim for claim in graph.in_year(year) if claim.indicator and _year(claim) == year]
    found.sort(
        key=lambda claim: (
            claim.indicator not in comparable,
            -len(claim.sources),
            -len(graph.naming("themes", claim.themes[0])),
            claim.id,
        )
    )
    return KeyFigures(
        Link(str(year), addresses.year(year)),
        f"{rule}; first come figures given for several years, then those that most sources give (computed).",
        tuple(_key_figure(graph, claim, year) for claim in found[:KEY_FIGURES]),
    )


def _key_figure(graph: Graph, claim: Claim, year: int) -> KeyFigure:
    series = graph.naming("indicators", claim.indicator or "")
    earlier = [other for other in series if _year(other) < _year(claim)]
    return KeyFigure(
        row(graph, claim, scopes=False),
        "" if claim.when == str(year) else dates.words(claim.when),
        tuple(row(graph, other, scopes=False) for other in earlier[:1]),
    )


def _year(claim: Claim) -> int:
    return claim.years[-1]


def _rankings(graph: Graph, dated: Iterable[Claim]) -> Iterable[Ranking]:
    kinds: tuple[tuple[str, str], ...] = (
        ("partners", "Partners"),
        ("themes", "Themes"),
        ("people", "People"),
    )
    for kind, heading in kinds:
        order = _most(graph, kind)[:MOST]
        if not order:
            continue
        largest = max(1, len(graph.naming(kind, order[0])))
        newest: dict[str, str] = {}
        for claim in dated:
            for ident in _named(claim, kind):
                newest.setdefault(ident, claim.when)
        yield Ranking(
            f"most-{kind}",
            heading,
            Link(f"All {len(graph.library.of(kind))} {kind}", addresses.index(kind)),
            tuple(
                Bar(
                    links.record(graph, kind, ident),
                    english.number(len(graph.naming(kind, ident))),
                    round(100 * len(graph.naming(kind, ident)) / largest),
                )
                for ident in order
            ),
            tuple(
                links.record(graph, kind, ident, dates.words(newest[ident]))
                for ident in list(newest)[:LATEST]
            ),
        )


def _named(claim: Claim, kind: str) -> tuple[str, ...]:
    if kind == "people":
        return claim.named_people
    return claim.partners if kind == "partners" else claim.themes


def _most(graph: Graph, kind: str) -> list[str]:
    """Records of a kind by number of claims."""
    return sorted(graph.library.of(kind), key=lambda ident: (-len(graph.naming(kind, ident)), ident))
