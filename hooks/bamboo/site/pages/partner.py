"""The page of one partner."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data.records import Name
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.library import Entry
from bamboo.kinds.partner import PARTNERS, Partner
from bamboo.site.blocks import leads, links, unsaid
from bamboo.site.blocks.involved import PersonLine, people
from bamboo.site.blocks.leads import Prose
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.names import Expansion, expansion, names_besides
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.related import Related, related
from bamboo.site.blocks.sections import Statements, statements
from bamboo.site.blocks.tiers import TierRow, tier_rows
from bamboo.site.blocks.unsaid import Unsaid


@dataclass(frozen=True, slots=True)
class PartnerView:
    """The page of one partner. `tiers` are stated of it, the newest first."""

    name: str
    kind: str
    row: Link
    overview: Overview
    lead: Prose
    expansion: Expansion | None
    other_names: tuple[Name, ...]
    gaps: Link
    tiers: tuple[TierRow, ...]
    statements: Statements
    people: tuple[PersonLine, ...]
    related: Related
    unsaid: Unsaid


def partner(graph: Graph, entry: Entry[Partner]) -> PartnerView:
    """The page of one partner: its tier as sources state it, its facts by year, what belongs to it."""
    claims = graph.naming("partners", entry.id)
    record = entry.record
    involved = people(graph, claims)
    return PartnerView(
        name=record.name,
        kind=record.kind,
        row=links.sort(PARTNERS, record.kind),
        overview=overview(graph, entry.record.overview),
        lead=leads.partner(graph, entry.id),
        expansion=expansion(record),
        other_names=names_besides(entry),
        gaps=Link("Not covered", f"{addresses.GAPS}#tiers"),
        tiers=tier_rows(graph, tuple(c for c in claims if c.relation and c.relation.partner == entry.id)),
        statements=statements(graph, claims, involved),
        people=involved,
        related=related(graph, claims, record.name, "partners", entry.id),
        unsaid=unsaid.partner(graph, entry.id),
    )
