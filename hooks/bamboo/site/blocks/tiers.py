"""What sources state of tiers of relations: one line for each statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import dates
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.differences import mark
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.quotes import QuoteView, quote


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
    mark: str
    anchor: str


def tier_rows(graph: Graph, claims: Sequence[Claim]) -> tuple[TierRow, ...]:
    """What these claims state of tiers, newest first."""
    rows = []
    for claim in claims:
        if claim.relation:
            rows.append(
                TierRow(
                    partner=links.record(graph, "partners", claim.relation.partner),
                    tier=links.record(graph, "terms", claim.relation.tier),
                    change=claim.relation.change,
                    when=dates.words(claim.when),
                    claim=links.claim(claim),
                    sources=links.records(graph, "sources", claim.sources),
                    words=tuple(quote(graph, cited) for cited in claim.evidence),
                    mark=mark(claim),
                    anchor=f"claim-{claim.id}",
                )
            )
    return tuple(rows)


def stated_of(claims: Sequence[Claim], partner: str) -> tuple[Claim, ...]:
    """The claims that state the tier of a partner."""
    return tuple(claim for claim in claims if claim.relation and claim.relation.partner == partner)
