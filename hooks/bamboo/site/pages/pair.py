"""Two countries, themes or years beside each other, ready to read."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks import compared
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.pairs import Pair, name
from bamboo.site.blocks.sidebyside import SideBySide, side_by_side


@dataclass(frozen=True, slots=True)
class PairView:
    """A page of two of a kind."""

    beside: SideBySide
    missing: str
    others: Link


def pair(graph: Graph, of: Pair) -> PairView:
    """The page of a pair."""
    return PairView(
        side_by_side(graph, [(of.kind, of.one), (of.kind, of.other)]),
        compared.NOT_IN_SOURCES,
        Link("Compare with others", f"{addresses.COMPARE}?{of.kind}={of.one},{of.other}"),
    )


def sentence(graph: Graph, of: Pair) -> str:
    """What is on the page of a pair."""
    return f"Tiers, visits, agreements, events and figures of {name(graph, of)}, side by side."
