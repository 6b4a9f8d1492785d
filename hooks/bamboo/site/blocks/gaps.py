"""What no source says, counted: partners, themes, figures and sources with a gap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.graph.claims import Graph
from bamboo.kinds.changes import PLANNED
from bamboo.site.blocks import links
from bamboo.site.blocks.card_of_source import left_out
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class NotStated:
    """What a source does not state of itself, in words; "" for nothing."""

    source: Link
    missing: str


def with_tier(graph: Graph) -> set[str]:
    """The partners whose tier of relations some source states."""
    stated = (claim.relation for claim in graph.claims.values() if claim.relation)
    return {relation.partner for relation in stated if relation.change != PLANNED.name}


def incomplete(graph: Graph, years: tuple[int, ...]) -> list[str]:
    """Indicators with a value for some of these years but not for all, by name."""
    found = []
    for ident in graph.library.indicators:
        given = {year for claim in graph.naming("indicators", ident) for year in claim.years} & set(years)
        if given and len(given) < len(years):
            found.append(ident)
    return by_name(graph, found, "indicators")


def not_stated(graph: Graph) -> Iterable[NotStated]:
    """Each source with what it does not state of itself."""
    for ident, entry in graph.library.sources.items():
        yield NotStated(links.record(graph, "sources", ident), ", ".join(left_out(graph, entry.record)))


def by_name(graph: Graph, idents: Iterable[str], kind: str) -> list[str]:
    """Records of a kind by name."""
    return links.alphabetical(idents, lambda ident: graph.name(kind, ident))
