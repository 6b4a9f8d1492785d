"""The page of one partner."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data.records import Name
from bamboo.graph.claims import Graph
from bamboo.kinds.library import Entry
from bamboo.kinds.partner import PARTNERS, Partner
from bamboo.reading.names import in_vietnamese
from bamboo.site.blocks import leads, links, unsaid
from bamboo.site.blocks.involved import Involved, involved
from bamboo.site.blocks.keyfacts import KeyFacts, keyfacts
from bamboo.site.blocks.leads import Lead
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.names import Expansion, expansion, names_besides
from bamboo.site.blocks.overview import Overview, overview
from bamboo.site.blocks.related import Related, related
from bamboo.site.blocks.sections import Statements, statements
from bamboo.site.blocks.tiers import of_partner
from bamboo.site.blocks.unsaid import Unsaid


@dataclass(frozen=True, slots=True)
class PartnerView:
    """The page of one partner."""

    name: str
    vi: str
    kind: str
    row: Link
    overview: Overview
    lead: Lead
    expansion: Expansion | None
    other_names: tuple[Name, ...]
    keyfacts: KeyFacts
    statements: Statements
    people: Involved
    related: Related
    unsaid: Unsaid


def partner(graph: Graph, entry: Entry[Partner]) -> PartnerView:
    """The page of one partner: its tier as sources state it, its statements, what belongs to it."""
    claims = graph.naming("partners", entry.id)
    record = entry.record
    return PartnerView(
        name=record.name,
        vi=in_vietnamese(entry),
        kind=record.kind,
        row=links.sort(PARTNERS, record.kind),
        overview=overview(graph, entry.record.overview),
        lead=leads.lead(graph, "partners", entry.id),
        expansion=expansion(record),
        other_names=names_besides(entry),
        keyfacts=keyfacts(graph, claims, of_partner(graph, entry.id), told=bool(record.overview)),
        statements=statements(graph, ("partners", entry.id)),
        people=involved(graph, claims),
        related=related(graph, claims, "partners", entry.id),
        unsaid=unsaid.partner(graph, entry.id),
    )
