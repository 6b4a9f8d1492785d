"""What belongs together across files: one event with two dates, a figure with two values, a claim twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import TypeVar

from bamboo.data import dates, english
from bamboo.data.locations import Finding, shorten
from bamboo.kinds.fact import FACTS, Fact
from bamboo.kinds.indicator import Indicator
from bamboo.kinds.library import Entry, Library
from bamboo.reading import days, phrases
from bamboo.reading.mentions import plain

RULE = "twin"
_PAIRS = f"{RULE} pairs"

_NEAR = 7  # days within which visits of the same people to the same partner are one visit
_ALIKE = 0.9  # share of words in common from which two claims or names say the same
_PERIOD = "period"
_MEETINGS = ("visit", "event")

T = TypeVar("T")
Rule = Callable[[Entry[Fact], Entry[Fact]], Finding | None]
# A rule, and a digest of what it is about.
Shared = tuple[str, bytes]


def check(library: Library) -> Iterator[Finding]:
    """Facts and figures of two files that say one thing."""
    again, known = library.untold(_PAIRS, FACTS.name)
    # Where there was a finding, what has changed may be the other one of the two.
    idents = {*library.facts} if known else {entry.id for entry in again}
    found: dict[str, list[Finding]] = defaultdict(list)
    for (name, _), group in _groups(library, idents).items():
        for at, other in enumerate(group[1:], 1):
            for finding in _twice(_RULES[name][1], group[:at], other):
                found[other.file].append(finding)
    library.known.tell(_PAIRS, library.state, {file: tuple(those) for file, those in found.items()})
    for those in found.values():
        yield from those
    yield from _figures(library.indicators.values())


def _groups(library: Library, idents: Collection[str]) -> Mapping[Shared, list[Entry[Fact]]]:
    """The facts that share something with one of these, by what that is."""
    rows = [*library.about(RULE, _shared, FACTS.name)]
    asked = {what for ident, shared in rows if ident in idents for what in shared}
    groups: dict[Shared, list[Entry[Fact]]] = defaultdict(list)
    for ident, shared in rows:
        for what in shared:
            if what in asked:
                groups[what].append(library.facts[ident])
    return groups


def other_times(library: Library, fact: Fact) -> Iterator[Entry[Fact]]:
    """The facts that seem to state what a proposed one does, with another time and from other texts.

    Its kind counts for nothing here: a program has guessed it.
    """
    wanted = {_change(fact)} | {_meeting(fact.model_copy(update={"kind": kind})) for kind in _MEETINGS}
    sources = {quote.source for quote in fact.evidence}
    for entry in library.facts.values():
        shared, meeting = _change(entry.record), _meeting(entry.record)
        if (shared or meeting) is None or not {shared, meeting} - {None} & wanted:
            continue
        if any(quote.source in sources for quote in entry.record.evidence):
            continue  # one text with two dates: two things
        if _days_meet(entry.record, fact) or (meeting and not _days_near(entry.record, fact)):
            continue
        yield entry


def _shared(_: Library, entry: Entry[Fact]) -> Iterator[tuple[str, tuple[Shared, ...]]]:
    """A fact, and for each rule a digest of what another one shares with it that may say the same."""
    shared = ((name, of(entry.record)) for name, (of, _) in _RULES.items())
    yield entry.id, tuple((name, _digest(what)) for name, what in shared if what is not None)


def _digest(what: Hashable) -> bytes:
    return blake2b(repr(_in_order(what)).encode("utf-8", "surrogatepass"), digest_size=12).digest()


def _in_order(what: object) -> object:
    """The same with sets as lists, which say the same in every process."""
    if isinstance(what, frozenset):
        return sorted(what)
    return tuple(map(_in_order, what)) if isinstance(what, tuple) else what


def _twice(rule: Rule, before: Sequence[Entry[Fact]], other: Entry[Fact]) -> tuple[Finding, ...]:
    return tuple(found for one in before if (found := rule(one, other)))


def _change_twice(one: Entry[Fact], other: Entry[Fact]) -> Finding | None:
    return _two_times(one, other) if not _meet(one, other) and _apart(one, other) else None


def _meeting_twice(one: Entry[Fact], other: Entry[Fact]) -> Finding | None:
    return _change_twice(one, other) if _near(one, other) else None


def _told_twice(one: Entry[Fact], other: Entry[Fact]) -> Finding | None:
    if one.record.when != other.record.when or not _alike(one.record.claim, other.record.claim):
        return None
    return Finding(
        other.document.location("claim"),
        RULE,
        f"The claim says what {one.file} says: “{shorten(one.record.claim, 80)}”.",
        f"Make one fact of the two: bamboo merge {other.id} into {one.id}",
        code="said-twice",
    )


def _pairs(entries: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[tuple[T, T]]:
    """Pairs of entries with the same key; those without one have no pair."""
    groups: dict[Hashable, list[T]] = defaultdict(list)
    for entry in entries:
        if (known := key(entry)) is not None:
            groups[known].append(entry)
    for group in groups.values():
        yield from combinations(group, 2)


def _change(fact: Fact) -> Hashable:
    """The change of relations that it states, if it is one that happens once."""
    relation = fact.relation
    if relation is None or relation.change not in ("established", "upgraded"):
        return None
    return relation.partner, relation.tier


def _meeting(fact: Fact) -> Hashable:
    """Who met whom, where a fact is a visit or an event of people and partners on days."""
    if fact.kind not in _MEETINGS or not (fact.people and fact.partners):
        return None
    if dates.precision(fact.when) not in ("day", "days"):
        return None
    return fact.kind, frozenset(role.person for role in fact.people), frozenset(fact.partners)


def _event(fact: Fact) -> Hashable:
    """What took place, in the words of its claim without dates, where it has people or partners alone."""
    if fact.kind not in _MEETINGS or _meeting(fact) or not (fact.people or fact.partners):
        return None
    if dates.precision(fact.when) not in ("day", "days"):
        return None
    claim = plain(fact.claim)
    for date in reversed(days.read(claim)):
        claim = claim[: date.start] + claim[date.end :]
    people = frozenset(role.person for role in fact.people)
    return fact.kind, people, frozenset(fact.partners), _words(claim)


def _told(fact: Fact) -> Hashable:
    return fact.kind, fact.when, frozenset(fact.partners), frozenset(fact.said_by), str(fact.relation)


# Each rule about two facts: what they share, and what is wrong with them.
_RULES: Mapping[str, tuple[Callable[[Fact], Hashable], Rule]] = {
    "change": (_change, _change_twice),
    "meeting": (_meeting, _meeting_twice),
    "event": (_event, _meeting_twice),
    "claim": (_told, _told_twice),
}


def _meet(one: Entry[Fact], other: Entry[Fact]) -> bool:
    return _days_meet(one.record, other.record)


def _days_meet(one: Fact, other: Fact) -> bool:
    return days.meets(days.of_edtf(one.when), days.of_edtf(other.when))


def _near(one: Entry[Fact], other: Entry[Fact]) -> bool:
    return _days_near(one.record, other.record)


def _days_near(one: Fact, other: Fact) -> bool:
    (first, _), (second, _) = dates.bounds(one.when), dates.bounds(other.when)
    return abs((second - first).days) <= _NEAR


def _apart(one: Entry[Fact], other: Entry[Fact]) -> bool:
    """Whether no text prints both, and neither fact says that texts differ."""
    sources = [{quote.source for quote in entry.record.evidence} for entry in (one, other)]
    told = any(str(d.kind) == _PERIOD for entry in (one, other) for d in entry.record.differs)
    return sources[0].isdisjoint(sources[1]) and not told


def _two_times(one: Entry[Fact], other: Entry[Fact]) -> Finding:
    return Finding(
        other.document.location("when"),
        RULE,
        f"`when` is {other.record.when}; {one.file} has {one.record.when} for what seems the same.",
        f"If it is the same: bamboo merge {other.id} into {one.id}, then add `differs` of kind period. "
        "If not, quote in one of them also the text of the other.",
        code="two-times",
    )


def _alike(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    return len(first & second) >= _ALIKE * len(first | second)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return phrases.words(plain(text))


def _figures(entries: Iterable[Entry[Indicator]]) -> Iterator[Finding]:
    """Two indicators that count the same, with a period in common."""
    for one, other in _pairs(entries, lambda entry: (entry.record.unit, frozenset(entry.record.partners))):
        if not _alike(one.record.name, other.record.name):
            continue
        known = {observation.period: observation for observation in one.record.observations}
        for index, observation in enumerate(other.record.observations):
            if observation.period in known:
                values = [
                    english.listed(dict.fromkeys(english.number(report.value) for report in row.reports))
                    for row in (observation, known[observation.period])
                ]
                yield Finding(
                    other.document.location("observations", index, "period"),
                    RULE,
                    f"{dates.words(observation.period)} has {values[0]}; {one.file} counts the same and has "
                    f"{values[1]}.",
                    f"Put its reports into {one.file}, with `differs` where values do; or name them apart.",
                    code="two-figures",
                )
