"""Which tier of relations a partner has, by all that is stated of it: since when, and what it had before.

A change (established, upgraded, lowered, resumed) holds until the next. Looser words for it, later on, are
beside it and move nobody; among statements that are no change, the newest counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bamboo.data import dates
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.changes import CHANGE, ESTABLISHED, PLANNED, SUSPENDED, UPGRADED, Change
from bamboo.site.blocks import links


@dataclass(frozen=True, slots=True)
class Tenure:
    """A time in which a partner has a tier: the claims that say so, oldest first, and the claim that ends it.

    There is more than one tier where statements of one time that are no change give different ones.
    """

    tiers: tuple[str, ...]
    claims: tuple[Claim, ...]
    until: Claim | None = None

    @property
    def by_change(self) -> bool:
        """Whether it began with a change, not only with a word for how things are."""
        return _change(self.claims[0]).happened


@dataclass(frozen=True, slots=True)
class Standing:
    """A partner, the newest claims that state its tier, and how many claims name it.

    There is more than one tier where statements about the same time give different ones. `former` are its
    tenures before, newest first; `suspended` is what ended the last one; `beside` are later words that move
    nobody, `planned` what is to come.
    """

    partner: str
    tiers: tuple[str, ...]
    claims: tuple[Claim, ...]
    count: int
    former: tuple[Tenure, ...] = ()
    suspended: Claim | None = None
    beside: tuple[Claim, ...] = ()
    planned: tuple[Claim, ...] = ()


def standing(graph: Graph, partner: str) -> Standing:
    """What is stated of a partner, in the order of time, by sources that were not taken back."""
    about = graph.naming("partners", partner)
    stated = [claim for claim in about if claim.relation and claim.relation.partner == partner]
    stated = [claim for claim in stated if not claim.withdrawn]
    telling = _Telling(graph)
    stated.reverse()
    stated.sort(key=lambda claim: dates.bounds(claim.when))
    for claim in stated:
        telling.take(claim)
    now = telling.now
    claims = () if now is None else now.claims if now.by_change else now.claims[::-1]
    return Standing(
        partner,
        tuple(sorted(now.tiers, key=lambda tier: rank(graph, tier))) if now else (),
        claims,
        len(about),
        tuple(reversed(telling.former)),
        telling.suspended,
        tuple(reversed(telling.beside)),
        tuple(reversed(telling.planned)),
    )


class _Telling:
    """Goes through the statements of one partner, the oldest first."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.now: Tenure | None = None
        self.suspended: Claim | None = None
        self.former: list[Tenure] = []
        self.beside: list[Claim] = []
        self.planned: list[Claim] = []

    def take(self, claim: Claim) -> None:
        """One more statement."""
        assert claim.relation
        change, tier, now = _change(claim), claim.relation.tier, self.now
        if change is PLANNED:
            self.planned.append(claim)
        elif change is SUSPENDED:
            self._end(claim)
            self.suspended = claim
        elif now and tier in now.tiers:
            self.now = replace(now, claims=(*now.claims, claim))
        elif self._moves(claim):
            self._end(claim)
            self.now, self.suspended = Tenure((tier,), (claim,)), None
        elif now and not now.by_change and not change.happened:
            self.now = replace(now, tiers=(*now.tiers, tier), claims=(*now.claims, claim))
        else:
            self.beside.append(claim)

    def _moves(self, claim: Claim) -> bool:
        """Whether the partner has another tier from this statement on."""
        assert claim.relation
        change, now = _change(claim), self.now
        if now is None:
            return change.happened or self.suspended is None
        if now.by_change and (change in (ESTABLISHED, UPGRADED) or not change.happened):
            return all(rank(self.graph, claim.relation.tier) < rank(self.graph, tier) for tier in now.tiers)
        return change.happened or not _overlap(claim.when, now.claims[-1].when)

    def _end(self, claim: Claim) -> None:
        if self.now:
            self.former.append(replace(self.now, until=claim))
        self.now = None


def _change(claim: Claim) -> Change:
    assert claim.relation
    return CHANGE[claim.relation.change]


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
