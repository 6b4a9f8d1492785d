"""What sources state of tiers of relations: one line for each statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bamboo.data import dates
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.differences import mark
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.quotes import QuoteView, quote
from bamboo.site.blocks.standing import standing


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
    until: Link | None = None
    """What ended it, where it is over."""
    note: str = ""
    """What a reader has to know who takes it for the tier of today."""


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
                    mark=mark(graph, claim),
                    anchor=f"claim-{claim.id}",
                )
            )
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Holders:
    """The statements of one tier: by whom it is held, by whom it was, and all others."""

    now: tuple[TierRow, ...]
    former: tuple[TierRow, ...]
    others: tuple[TierRow, ...]


def holders(graph: Graph, tier: str, claims: Sequence[Claim]) -> Holders:
    """Who has a tier, and who had it until when. `claims` are all that name it."""
    stated = [claim for claim in claims if claim.relation and claim.relation.tier == tier]
    partners = dict.fromkeys(claim.relation.partner for claim in stated if claim.relation)
    now: set[str] = set()
    ended: dict[str, Claim] = {}
    for found in (standing(graph, partner) for partner in partners):
        now |= {claim.id for claim in found.claims}
        ended |= {claim.id: one.until for one in found.former for claim in one.claims if one.until}
    former = [claim for claim in stated if claim.id in ended]
    return Holders(
        tier_rows(graph, [claim for claim in stated if claim.id in now]),
        tuple(
            replace(row, until=Link(dates.words(dates.named(ended[claim.id].when)), ended[claim.id].url))
            for row, claim in zip(tier_rows(graph, former), former, strict=True)
        ),
        tier_rows(graph, [claim for claim in stated if claim.id not in now and claim.id not in ended]),
    )


def of_partner(graph: Graph, partner: str) -> tuple[TierRow, ...]:
    """What is stated of a partner's tier: what it has now, then the rest, each with what it is."""
    found = standing(graph, partner)
    rows = [
        *_noted(graph, [found.suspended] if found.suspended else [], ""),
        *_noted(graph, _newest(graph, partner, found.claims), ""),
        *_noted(graph, found.beside, "later wording, no change of tier"),
        *_noted(graph, found.planned, "to come"),
    ]
    for one in found.former:
        assert one.until
        rows += _noted(
            graph, _newest(graph, partner, one.claims), f"until {dates.words(dates.named(one.until.when))}"
        )
    return tuple(rows)


def _noted(graph: Graph, claims: Sequence[Claim], note: str) -> Iterable[TierRow]:
    return (replace(row, note=note) for row in tier_rows(graph, claims))


def _newest(graph: Graph, partner: str, claims: Sequence[Claim]) -> list[Claim]:
    ids = {claim.id for claim in claims}
    return [claim for claim in graph.naming("partners", partner) if claim.id in ids]


def stated_of(claims: Sequence[Claim], partner: str) -> tuple[Claim, ...]:
    """The claims that state the tier of a partner."""
    return tuple(claim for claim in claims if claim.relation and claim.relation.partner == partner)
