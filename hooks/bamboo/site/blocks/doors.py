"""The doors of the home page: a few ways in, each with some of what is behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.indicator import INDICATORS
from bamboo.kinds.partner import PARTNERS
from bamboo.kinds.theme import THEMES
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Door:
    """A way in: the page that lists all, the question it answers, and what is behind it."""

    to: Link
    question: str
    inside: tuple[Link, ...]


def doors(graph: Graph) -> tuple[Door, ...]:
    """Partners, themes, years and figures; of each those that the sources say most of, countries first."""
    partners = graph.library.partners
    countries = [ident for ident, entry in partners.items() if entry.record.kind == "country"]
    years = tuple(Link(str(year), addresses.year(year)) for year in graph.years[:SHOWN])
    found = (
        Door(
            Link(PARTNERS.section, addresses.index(PARTNERS.name)),
            "Who is it with?",
            _most(graph, PARTNERS.name, countries or partners),
        ),
        Door(
            Link(THEMES.section, addresses.index(THEMES.name)),
            "What is it about?",
            _most(graph, THEMES.name, graph.library.themes),
        ),
        Door(Link("Years", addresses.YEARS), "When was it?", years),
        Door(
            Link(INDICATORS.section, addresses.index(INDICATORS.name)),
            "How much, how many?",
            _most(graph, INDICATORS.name, graph.library.indicators),
        ),
    )
    return tuple(door for door in found if door.inside)


def _most(graph: Graph, kind: str, idents: Iterable[str]) -> tuple[Link, ...]:
    """Those records of a kind with most statements; of figures, those that most sources give."""

    def size(ident: str) -> tuple[int, int, str]:
        claims = graph.naming(kind, ident)
        return -len(claims), -sum(len(claim.sources) for claim in claims), ident

    return links.records(graph, kind, sorted(idents, key=size)[:SHOWN])
