"""The index of all facts, by the year they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks.cards import Card, cards
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading. `link` leads to the page about the heading, where there is one."""

    anchor: str
    heading: str
    link: Link | None
    cards: tuple[Card, ...]
    count: str


@dataclass(frozen=True, slots=True)
class FactsView:
    """The index of all claims, by year."""

    lead: str
    groups: tuple[Group, ...]


def facts(graph: Graph) -> FactsView:
    """The index of all facts."""
    claims = [claim for claim in graph.claims.values() if not claim.indicator]
    return FactsView(
        lead=f"{english.counted(len(claims), 'fact')}, by the year they are about, newest first.",
        groups=by_year(graph, claims),
    )


def group(graph: Graph, anchor: str, heading: str, claims: Sequence[Claim], to: Link | None = None) -> Group:
    """Claims under a heading."""
    return Group(anchor, heading, to, cards(graph, claims), english.counted(len(claims), "statement"))


def by_year(graph: Graph, claims: Sequence[Claim]) -> tuple[Group, ...]:
    """Claims under the first year they are about, newest year first."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.years[0], []).append(claim)
    return tuple(
        group(
            graph, addresses.year_anchor(year), str(year), found[year], Link(str(year), addresses.year(year))
        )
        for year in sorted(found, reverse=True)
    )
