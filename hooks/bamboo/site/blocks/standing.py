"""The tier of relations that its newest statement gives, if any."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import dates
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links


@dataclass(frozen=True, slots=True)
class Standing:
    """A partner, the newest claims that state its tier, and how many claims name it.

    There is more than one tier where statements about the same time give different ones.
    """

    partner: str
    tiers: tuple[str, ...]
    claims: tuple[Claim, ...]
    count: int


def standing(graph: Graph, partner: str) -> Standing:
    """What a partner's newest statement says."""
    about = graph.naming("partners", partner)
    stated = [claim for claim in about if claim.relation and claim.relation.partner == partner]
    newest = tuple(claim for claim in stated if _overlap(claim.when, stated[0].when))
    tiers = dict.fromkeys(claim.relation.tier for claim in newest if claim.relation)
    return Standing(partner, tuple(sorted(tiers, key=lambda tier: rank(graph, tier))), newest, len(about))


def standings(graph: Graph) -> tuple[Standing, ...]:
    """The standings of all partners, by name."""
    order = links.alphabetical(graph.library.partners, lambda ident: graph.name("partners", ident))
    return tuple(standing(graph, ident) for ident in order)


def tiers(graph: Graph) -> tuple[str, ...]:
    """All terms of kind tier, in the editors' order."""
    found = [ident for ident, entry in graph.library.terms.items() if entry.record.kind == "tier"]
    return tuple(sorted(found, key=lambda tier: rank(graph, tier)))


def rank(graph: Graph, tier: str) -> tuple[float, str]:
    """What orders tiers; those without a rank come last."""
    number = graph.library.terms[tier].record.rank
    return (float("inf") if number is None else float(number), tier)


def _overlap(one: str, other: str) -> bool:
    (start, end), (other_start, other_end) = dates.bounds(one), dates.bounds(other)
    return start <= other_end and other_start <= end
