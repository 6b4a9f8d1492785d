"""The index of partners: the map, the ladder of tiers, and every partner once among those of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bamboo.data import english
from bamboo.graph.claims import Graph
from bamboo.kinds.partner import PARTNERS
from bamboo.site.blocks import links
from bamboo.site.blocks.ladder import Rung, ladder
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.standing import Standing, standings
from bamboo.site.blocks.world import WorldView, world


@dataclass(frozen=True, slots=True)
class KindGroup:
    """Partners of one kind, by name, each with its tier."""

    anchor: str
    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PartnersView:
    """The index of partners."""

    lead: str
    world: WorldView
    ladder: tuple[Rung, ...]
    kinds: tuple[KindGroup, ...]


def partners(graph: Graph) -> PartnersView:
    """The index of partners."""
    found = {row.partner: row for row in standings(graph)}
    return PartnersView(
        lead=f"{english.counted(len(graph.library.partners), 'partner')} of Vietnam named in the sources.",
        world=world(graph),
        ladder=ladder(graph),
        kinds=tuple(
            KindGroup(f"kind-{sort.name}", sort.heading, here)
            for sort in PARTNERS.sorts
            if (here := _links(graph, sort.name, found))
        ),
    )


def _links(graph: Graph, kind: str, found: Mapping[str, Standing]) -> tuple[Link, ...]:
    here = [ident for ident in found if graph.library.partners[ident].record.kind == kind]
    counted = zip(here, links.counted(graph, "partners", here), strict=True)
    return tuple(replace(to, note=_note(graph, found[ident], to.note)) for ident, to in counted)


def _note(graph: Graph, row: Standing, count: str) -> str:
    """The tier that its newest statement gives, where there is one, and how many statements name it."""
    tier = english.listed(graph.name("terms", tier) for tier in row.tiers)
    if row.suspended and row.suspended.relation:
        tier = f"{graph.name('terms', row.suspended.relation.tier)} suspended"
    return f"{tier}, {count}" if tier else count
