"""What happened, trip by trip: claims of one visit or one event are one entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bamboo.data import dates
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIMS

_ORDER = [kind.name for kind in CLAIMS]
_DAYS = ("day", "days")
_EXACT = (*_DAYS, "month")


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened: the claim that says most of when, and what else is said of it."""

    head: Claim
    also: tuple[Claim, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All of them."""
        return (self.head, *self.also)


def happenings(graph: Graph, claims: Iterable[Claim]) -> tuple[Happening, ...]:
    """Claims about what happened, those about the same thing together, the earliest first.

    Two are about the same where their times overlap and both name the same event, where both are dated
    to the day and name the same partner, or where time and partners are the same and a passage proves
    both. Nothing else makes them one.
    """
    over: list[list[Claim]] = []
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=_time):
        if dates.precision(claim.when) not in _EXACT or not dates.is_certain(claim.when):
            over.append([claim])
            continue
        # What ended before this begins has nothing to do with it, nor with any that come later.
        begins = dates.bounds(claim.when)[0]
        over += [group for group in groups if _end(group) < begins]
        groups = [group for group in groups if _end(group) >= begins]
        mine = [group for group in groups if any(_same(graph, claim, other) for other in group)]
        groups = [group for group in groups if group not in mine]
        groups.append([*(other for group in mine for other in group), claim])
    found = [_happening(group) for group in (*over, *groups)]
    return tuple(sorted(found, key=lambda happening: _time(happening.head)))


def _end(group: list[Claim]) -> date:
    return max(dates.bounds(claim.when)[1] for claim in group)


def _same(graph: Graph, one: Claim, other: Claim) -> bool:
    """Whether two are about the same, both being dated to a month or finer, and certainly."""
    (start, end), (first, last) = dates.bounds(one.when), dates.bounds(other.when)
    if start > last or first > end:
        return False
    events = {term for term in one.terms if graph.library.terms[term].record.kind == "event"}
    if events.intersection(other.terms):
        return True
    shared = set(one.partners).intersection(other.partners)
    if all(dates.precision(c.when) in _DAYS for c in (one, other)):
        return bool(shared)
    return (
        one.when == other.when and shared == {*one.partners, *other.partners} != set() and _proof(one, other)
    )


def _proof(one: Claim, other: Claim) -> bool:
    """Whether a passage of a source is behind both, be it as context."""
    first, second = ({(c.source, c.start, c.end) for c in claim.passages()} for claim in (one, other))
    return not first.isdisjoint(second)


def _happening(group: list[Claim]) -> Happening:
    """The longest comes first; of equally long ones that whose kind is listed first."""
    head, *also = sorted(group, key=lambda claim: (-_length(claim), _ORDER.index(claim.kind), claim.id))
    return Happening(head, tuple(sorted(also, key=_time)))


def _length(claim: Claim) -> int:
    first, last = dates.bounds(claim.when)
    return (last - first).days


def _time(claim: Claim) -> tuple[object, ...]:
    return (dates.bounds(claim.when), claim.id)
