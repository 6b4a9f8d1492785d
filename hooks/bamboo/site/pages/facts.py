"""The index of all facts: by the year they are about, in that by main theme, folded where they are many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIM
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link

# A year with more facts than this shows its themes folded, so that the page does not grow without end.
OPEN = 8


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
    """The index of all facts, newest year first."""

    lead: str
    groups: tuple[Group, ...]


def facts(graph: Graph) -> FactsView:
    """The index of all facts, under the first year that each is about."""
    years: dict[int, list[Claim]] = {}
    claims = [claim for claim in graph.claims.values() if not claim.indicator]
    for claim in claims:
        years.setdefault(claim.years[0], []).append(claim)
    return FactsView(
        f"{english.counted(len(claims), 'fact')}, by the year they are about, newest first.",
        tuple(
            Group(
                addresses.year_anchor(year),
                str(year),
                tuple(_parts(graph, years[year])),
                len(years[year]) <= OPEN,
            )
            for year in sorted(years, reverse=True)
        ),
    )


def _parts(graph: Graph, claims: Sequence[Claim]) -> Iterable[Part]:
    """By main theme, the theme with most facts first."""
    themes: dict[str, list[Claim]] = {}
    for claim in claims:
        themes.setdefault(claim.themes[0], []).append(claim)
    for theme, found in sorted(themes.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Part(
            graph.name("themes", theme),
            english.counted(len(found), "fact"),
            tuple(
                Line(dates.words(claim.when), links.claim(claim), CLAIM[claim.kind].label) for claim in found
            ),
        )
