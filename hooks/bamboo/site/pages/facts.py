"""The index of all facts: by the year they are about, in that by main theme, folded where they are many.

Where they are too many for a page, each year has pages of its own, and the index leads there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIM
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link, Way
from bamboo.site.blocks.parts import named, parts

# A year with more facts than this shows its themes folded, so that the page does not grow without end.
OPEN = 8
# Facts on a page: with them it has some 2,500 elements.
MOST = 500


@dataclass(frozen=True, slots=True)
class Line:
    """A fact in a line."""

    when: str
    claim: Link
    kind: str


@dataclass(frozen=True, slots=True)
class Part:
    """The facts of a year whose main theme is the same."""

    theme: str
    count: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of a year."""

    anchor: str
    heading: str
    parts: tuple[Part, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class FactsView:
    """The index of all facts, newest year first, or of a year; `ways` lead to the pages of years."""

    lead: str
    ways: tuple[Way, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the facts of a year, where the index cannot hold them all; or a part of these."""

    year: int
    part: int
    of: int
    claims: tuple[Claim, ...]

    @property
    def address(self) -> str:
        """Its page."""
        return addresses.facts(self.year, self.part)

    @property
    def title(self) -> str:
        """What it is called."""
        return named(f"Facts about {self.year}", self.part, self.of)


def facts(graph: Graph) -> FactsView:
    """The index of all facts, under the first year that each is about."""
    years = _by_year(graph)
    many = english.counted(sum(map(len, years.values())), "fact")
    return FactsView(
        f"{many}, by the year they are about, newest first.",
        _ways(graph, None),
        () if sheets(graph) else tuple(_group(graph, year, claims) for year, claims in years.items()),
    )


def of_year(graph: Graph, sheet: Sheet) -> FactsView:
    """A page of the facts of a year."""
    return FactsView(sentence(graph, sheet), _ways(graph, sheet), (_group(graph, sheet.year, sheet.claims),))


def sentence(graph: Graph, sheet: Sheet) -> str:
    """What is on the page of a year."""
    return f"{english.counted(len(sheet.claims), 'fact')} about {sheet.year}, by main theme."


def sheets(graph: Graph) -> tuple[Sheet, ...]:
    """The pages of years; none where the index can hold everything."""
    return graph.once(_sheets)


def _sheets(graph: Graph) -> tuple[Sheet, ...]:
    years = _by_year(graph)
    if sum(map(len, years.values())) <= MOST:
        return ()
    return tuple(
        Sheet(year, part, len(cut), tuple(here))
        for year, claims in years.items()
        for cut in [parts([claim for _, found in _by_theme(claims) for claim in found], MOST)]
        for part, here in enumerate(cut, start=1)
    )


def _ways(graph: Graph, here: Sheet | None) -> tuple[Way, ...]:
    """To the pages of all years, with what is on each."""
    to = graph.entry(_pages, None) or ()
    return tuple(Way(link, bool(here and link.address == here.address)) for link in to)


def _pages(graph: Graph) -> dict[None, tuple[Link, ...]]:
    """Links to them: of the claims there, these know no more than how many they are."""
    return {
        None: tuple(
            Link(named(str(one.year), one.part, one.of), one.address, english.number(len(one.claims)))
            for one in sheets(graph)
        )
    }


def _by_year(graph: Graph) -> dict[int, list[Claim]]:
    """The facts under the first year that each is about, newest year first."""
    years: dict[int, list[Claim]] = {}
    for claim in graph.claims.values():
        if not claim.indicator:
            years.setdefault(claim.years[0], []).append(claim)
    return {year: years[year] for year in sorted(years, reverse=True)}


def _group(graph: Graph, year: int, claims: Sequence[Claim]) -> Group:
    return Group(addresses.year_anchor(year), str(year), tuple(_parts(graph, claims)), len(claims) <= OPEN)


def _by_theme(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    """By main theme, the theme with most facts first."""
    themes: dict[str, list[Claim]] = {}
    for claim in claims:
        themes.setdefault(claim.themes[0], []).append(claim)
    return sorted(themes.items(), key=lambda item: (-len(item[1]), item[0]))


def _parts(graph: Graph, claims: Sequence[Claim]) -> Iterator[Part]:
    for theme, found in _by_theme(claims):
        yield Part(
            graph.name("themes", theme),
            english.counted(len(found), "fact"),
            tuple(
                Line(dates.words(claim.when), links.claim(claim), CLAIM[claim.kind].label) for claim in found
            ),
        )
