"""The page of one partner."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo import dates, wording
from bamboo.graph import Claim, Graph
from bamboo.load import Entry
from bamboo.model import Name, Partner
from bamboo.names import all_names
from bamboo.views import parts
from bamboo.views.parts import Group, Link


@dataclass(frozen=True, slots=True)
class TierRow:
    """One statement of a partner's tier of relations with Vietnam."""

    partner: Link
    tier: Link
    change: str
    when: str
    claim: Link
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PartnerView:
    """The page of one partner."""

    name: str
    kind: str
    lead: str
    other_names: tuple[Name, ...]
    names_in_sources: tuple[str, ...]
    tiers: tuple[TierRow, ...]
    groups: tuple[Group, ...]
    people: tuple[Link, ...]
    forums: tuple[Link, ...]
    themes: tuple[Link, ...]
    terms: tuple[Link, ...]
    sources: tuple[Link, ...]
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
                )
            )
    return tuple(rows)


def partner(graph: Graph, entry: Entry[Partner]) -> PartnerView:
    """The page of one partner: its tier as sources state it, its facts by year, what belongs to it."""
    claims = graph.about("partners", entry.id)
    names = all_names(entry)
    kinds = {ident: other.record.kind for ident, other in graph.library.partners.items()}
    near = parts.together(graph, claims, lambda claim: claim.partners, "partners", but=entry.id)
    return PartnerView(
        name=entry.record.name,
        kind=entry.record.kind,
        lead=_lead(graph, claims),
        other_names=names[1:],
        names_in_sources=graph.names_in_sources("partners", entry.id),
        tiers=tier_rows(graph, tuple(c for c in claims if c.relation and c.relation.partner == entry.id)),
        groups=parts.by_year(graph, claims),
        people=parts.together(graph, claims, parts.people_of, "people"),
        forums=tuple(to for to in near if kinds[_ident(to)] in ("organisation", "group")),
        themes=parts.together(graph, claims, lambda claim: claim.themes, "themes"),
        terms=parts.together(graph, claims, lambda claim: claim.terms, "terms"),
        sources=parts.together(graph, claims, lambda claim: claim.sources, "sources"),
        folded=len(claims) > parts.UNFOLDED,
    )


def _ident(link: Link) -> str:
    return link.address.rpartition("/")[2].removesuffix(".html")


def _lead(graph: Graph, claims: tuple[Claim, ...]) -> str:
    years = sorted({year for claim in claims for year in claim.years})
    sources = {source for claim in claims for source in claim.sources}
    span = str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return (
        f"{wording.counted(len(claims), 'claim')} about {span}, "
        f"from {wording.counted(len(sources), 'source')}."
    )
