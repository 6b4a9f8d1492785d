"""The home page: what this is, ways in, what the sources say, the ladder and the map of tiers."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.source import SOURCES
from bamboo.site.blocks import links
from bamboo.site.blocks.card_of_source import printed
from bamboo.site.blocks.doors import Door, doors
from bamboo.site.blocks.examples import Example, offered
from bamboo.site.blocks.ladder import Rung, ladder
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.scope import Scope, scope
from bamboo.site.blocks.world import WorldView, world

# Sources on the first page, those quoted most.
SHOWN = 12


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page. What has nothing to show is empty or None."""

    scope: Scope | None
    examples: tuple[Example, ...]
    doors: tuple[Door, ...]
    findings: Overview
    ladder: tuple[Rung, ...]
    world: WorldView
    sources: tuple[Link, ...]
    every_source: Link | None


def home(graph: Graph) -> HomeView:
    """The first page."""
    library = graph.library
    return HomeView(
        scope=scope(graph),
        examples=offered(graph),
        doors=doors(graph),
        findings=overview(graph, library.home.record.findings if library.home else ()),
        ladder=ladder(graph),
        world=world(graph),
        sources=tuple(_source(graph, ident) for ident in _most_quoted(graph)[:SHOWN]),
        every_source=_every_source(len(library.sources)),
    )


def _every_source(many: int) -> Link | None:
    """To the list of all, where not all are shown."""
    return Link(f"All {many} sources", addresses.index(SOURCES.name)) if many > SHOWN else None


def _source(graph: Graph, ident: str) -> Link:
    card = graph.library.sources[ident].record
    about = f"about {dates.time(card.about)}" if card.about else ""
    many = english.counted(graph.many("sources", ident), "statement")
    return links.record(graph, "sources", ident, ", ".join(p for p in (printed(card), about, many) if p))


def _most_quoted(graph: Graph) -> list[str]:
    return sorted(graph.library.sources, key=lambda ident: (-graph.many("sources", ident), ident))
