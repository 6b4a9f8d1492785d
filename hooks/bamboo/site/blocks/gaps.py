"""What no source says, counted: partners, themes, figures and sources with a gap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks import compared, links
from bamboo.site.blocks.card_of_source import left_out
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.matrix import entity_row


@dataclass(frozen=True, slots=True)
class NotStated:
    """What a source does not state of itself."""

    source: Link
    missing: tuple[str, ...]


def contents(graph: Graph) -> tuple[Link, ...]:
    """The parts of the page, each with how many gaps it shows."""
    years = compared.years(graph)
    partners = [entity_row(graph, "partners", ident, years) for ident in graph.library.partners]
    themes = [entity_row(graph, "themes", ident, years) for ident in graph.library.themes]
    counts = (
        (
            "partners",
            "Partners without a statement in some year",
            sum(any(c.to is None for c in row.cells) for row in partners),
        ),
        (
            "themes",
            "Themes without a statement in some year",
            sum(any(c.to is None for c in row.cells) for row in themes),
        ),
        ("tiers", "Partners without a stated tier", len(graph.library.partners) - len(with_tier(graph))),
        ("figures", "Figures without a value in some year", len(incomplete(graph, years))),
        (
            "sources",
            "Texts that do not state all of themselves",
            sum(1 for row in not_stated(graph) if row.missing),
        ),
    )
    return tuple(
        Link(label, f"{addresses.GAPS}#{anchor}", english.number(many)) for anchor, label, many in counts
    )


def with_tier(graph: Graph) -> set[str]:
    """The partners whose tier of relations some source states."""
    return {claim.relation.partner for claim in graph.claims.values() if claim.relation}


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
        yield NotStated(links.record(graph, "sources", ident), left_out(graph, entry.record))


def by_name(graph: Graph, idents: Iterable[str], kind: str) -> list[str]:
    """Records of a kind by name."""
    return links.alphabetical(idents, lambda ident: graph.name(kind, ident))
