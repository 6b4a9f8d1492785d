"""The page of one partner."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import dates
from bamboo.data.records import Name
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.library import Entry
from bamboo.kinds.partner import Partner
from bamboo.reading.names import all_names
from bamboo.site.blocks import leads, parts, sections, unsaid
from bamboo.site.blocks.connected import Connected, PersonLine, connected, people
from bamboo.site.blocks.leads import Prose
from bamboo.site.blocks.parts import DifferenceView, Link, QuoteView
from bamboo.site.blocks.sections import Section
from bamboo.site.blocks.unsaid import Unsaid
from bamboo.site.pages.partners import KIND_HEADINGS


@dataclass(frozen=True, slots=True)
class TierRow:
    """One statement of a partner's tier of relations with Vietnam."""

    partner: Link
    tier: Link
    change: str
    when: str
    claim: Link
    sources: tuple[Link, ...]
    words: tuple[QuoteView, ...]
    differs: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class PartnerView:
    """The page of one partner. `tiers` are stated of it, the newest first."""

    name: str
    kind: str
    row: Link
    lead: Prose
    other_names: tuple[Name, ...]
    names_in_sources: tuple[str, ...]
    tiers: tuple[TierRow, ...]
    sections: tuple[Section, ...]
    people: tuple[PersonLine, ...]
    connected: Connected
    unsaid: Unsaid
    folded: bool


def tier_rows(graph: Graph, claims: tuple[Claim, ...]) -> tuple[TierRow, ...]:
    """What these claims state of tiers, newest first."""
    rows = []
    for claim in claims:
        if claim.relation:
            rows.append(
                TierRow(
                    partner=parts.link(graph, "partners", claim.relation.partner),
                    tier=parts.link(graph, "terms", claim.relation.tier),
                    change=claim.relation.change,
                    when=dates.words(claim.when),
                    claim=Link(claim.text, claim.url),
                    sources=parts.links(graph, "sources", claim.sources),
                    words=tuple(parts.quote(graph, cited) for cited in claim.evidence),
                    differs=parts.differences(claim),
                )
            )
    return tuple(rows)


def partner(graph: Graph, entry: Entry[Partner]) -> PartnerView:
    """The page of one partner: its tier as sources state it, its facts by year, what belongs to it."""
    claims = graph.about("partners", entry.id)
    record = entry.record
    return PartnerView(
        name=record.name,
        kind=record.kind,
        row=Link(KIND_HEADINGS[record.kind], f"{addresses.index('partners')}#kind-{record.kind}"),
        lead=leads.partner(graph, entry.id),
        other_names=all_names(entry)[1:],
        names_in_sources=graph.names_in_sources("partners", entry.id),
        tiers=tier_rows(graph, tuple(c for c in claims if c.relation and c.relation.partner == entry.id)),
        sections=sections.years_by_theme(graph, claims),
        people=people(graph, claims),
        connected=connected(graph, claims, record.name, "partners", entry.id),
        unsaid=unsaid.partner(graph, entry.id),
        folded=len(claims) > sections.FOLDED,
    )
