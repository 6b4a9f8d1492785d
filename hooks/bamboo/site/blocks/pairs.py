"""Pairs of countries that have a ready page: those of which the sources say most."""

from __future__ import annotations

from itertools import combinations

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks.links import Link

PAIRS = 8
ENOUGH = 4  # claims about a country; with fewer, its page says it all at a glance

Pair = tuple[str, str]


def pairs(graph: Graph) -> tuple[Pair, ...]:
    """Pairs of countries: those that most statements name together, then those with most statements."""
    many = {
        ident: len(graph.naming("partners", ident))
        for ident, entry in graph.library.partners.items()
        if entry.record.kind == "country"
    }
    found = combinations(sorted(ident for ident, count in many.items() if count >= ENOUGH), 2)

    def order(pair: Pair) -> tuple[object, ...]:
        one, other = pair
        together = sum(other in claim.partners for claim in graph.naming("partners", one))
        return (-together, -min(many[one], many[other]), -many[one] - many[other], pair)

    return tuple(sorted(found, key=order)[:PAIRS])


def address(pair: Pair) -> str:
    """The page of a pair."""
    return addresses.pair(*pair)


def name(graph: Graph, pair: Pair) -> str:
    """What a pair is called."""
    return english.listed(graph.name("partners", ident) for ident in pair)


def ready(graph: Graph) -> tuple[Link, ...]:
    """Links to every ready page."""
    return tuple(Link(name(graph, pair), address(pair)) for pair in pairs(graph))
