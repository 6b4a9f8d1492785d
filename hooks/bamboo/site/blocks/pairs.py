"""Pairs that have a ready page: the countries and themes of which the sources say most, and the years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, pairwise

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks import compared, sidebyside
from bamboo.site.blocks.links import Link

PAIRS = 8  # of one kind
ENOUGH = 4  # claims about a country or a theme; with fewer, its page says it all at a glance


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of a kind; two years have the kind `years`."""

    kind: str
    one: str
    other: str

    @property
    def address(self) -> str:
        """Its page."""
        return addresses.pair(self.kind, self.one, self.other)


@dataclass(frozen=True, slots=True)
class Ready:
    """The ready pages of one kind."""

    label: str
    pairs: tuple[Link, ...]


def pairs(graph: Graph) -> tuple[Pair, ...]:
    """All of them: years, the newest first, then countries, then themes."""
    years = sorted(pairwise(compared.years(graph)), reverse=True)[:PAIRS]
    countries = (ident for ident, entry in graph.library.partners.items() if entry.record.kind == "country")
    return (
        *(Pair("years", str(one), str(other)) for one, other in years),
        *_most(graph, "partners", countries),
        *_most(graph, "themes", graph.library.themes),
    )


def _most(graph: Graph, kind: str, idents: Iterable[str]) -> list[Pair]:
    """Those that most statements name together, then those with most statements."""
    named = {ident: graph.naming(kind, ident) for ident in sorted(idents)}
    known = {ident: {claim.id for claim in claims} for ident, claims in named.items()}

    def order(pair: Pair) -> tuple[object, ...]:
        one, other = known[pair.one], known[pair.other]
        return (-len(one & other), -min(len(one), len(other)), -len(one) - len(other), pair.one, pair.other)

    enough = [ident for ident, claims in known.items() if len(claims) >= ENOUGH]
    return sorted((Pair(kind, *two) for two in combinations(enough, 2)), key=order)[:PAIRS]


def name(graph: Graph, pair: Pair) -> str:
    """What a pair is called."""
    found = (sidebyside.link(graph, (pair.kind, ident)).label for ident in (pair.one, pair.other))
    return english.listed(found)


def ready(graph: Graph) -> tuple[Ready, ...]:
    """Links to every ready page, by kind."""
    found: dict[str, list[Link]] = {}
    for pair in pairs(graph):
        found.setdefault(pair.kind, []).append(Link(name(graph, pair), pair.address))
    return tuple(Ready(sidebyside.KINDS[kind], tuple(links)) for kind, links in found.items())
