"""The index of partners: the map, by tier as sources state it, by kind, and A–Z."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.partner import PARTNERS
from bamboo.site.blocks import links
from bamboo.site.blocks.ladder import Step, counted
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.standing import tiers
from bamboo.site.blocks.world import KeyRow, WorldView, world


@dataclass(frozen=True, slots=True)
class KindGroup:
    """Partners of one kind, by name."""

    anchor: str
    heading: str
    count: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TierPart:
    """A tier as the key of the map has it, and how many partners the sources count in it."""

    row: KeyRow
    counted: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PartnersView:
    """The index of partners. Each tier's partners are in the key of the map."""

    lead: str
    world: WorldView
    tiers: tuple[TierPart, ...]
    kinds: tuple[KindGroup, ...]
    everyone: tuple[Link, ...]


def partners(graph: Graph) -> PartnersView:
    """The index of partners."""
    drawn = world(graph)
    counts = {addresses.entity("terms", tier): counted(graph, tier) for tier in tiers(graph)}
    return PartnersView(
        lead=f"{english.counted(len(graph.library.partners), 'partner')} of Vietnam named in the sources.",
        world=drawn,
        tiers=tuple(TierPart(row, counts.get(row.link.address, ()) if row.link else ()) for row in drawn.key),
        kinds=tuple(
            KindGroup(f"kind-{sort.name}", sort.heading, str(len(found)), found)
            for sort in PARTNERS.sorts
            if (found := _links(graph, sort.name))
        ),
        everyone=_links(graph, *(sort.name for sort in PARTNERS.sorts)),
    )


def _links(graph: Graph, *kinds: str) -> tuple[Link, ...]:
    here = [ident for ident, entry in graph.library.partners.items() if entry.record.kind in kinds]
    return tuple(links.alphabetical(links.counted(graph, "partners", here), lambda to: to.label))
