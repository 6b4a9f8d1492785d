"""Whether a thing has happened: what is still to come in the quotes is so in the claim and in its kind."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.kinds.changes import PLANNED
from bamboo.kinds.claims import FACT_KINDS, SPOKEN
from bamboo.kinds.fact import Fact
from bamboo.reading import days, tense
from bamboo.reading.mentions import plain

# Opinions and policies are worded as if what is wished for were so.
_TOLD = frozenset(FACT_KINDS) - {"policy", "assessment"}


def held(claimed: Claimed) -> Iterator[Finding]:
    """Kinds that do not fit their claim, and claims that put off or finish what the quotes do not."""
    fact = claimed.record
    if not isinstance(fact, Fact) or not claimed.in_english:
        return
    claim = plain(fact.claim)
    for found in tense.unheard(claim, claimed.texts):
        yield claimed.finding(
            ("claim",),
            "not-ahead",
            f"The claim says “{found}”; the quotes do not put it off.",
            "Say whether it happened, as the quotes do.",
            value=fact.claim,
        )
        return
    ahead = tense.ahead(claim)
    if fact.kind == "plan" and not tense.looks_ahead(claim):
        yield claimed.finding(
            ("kind",),
            "plan",
            "`kind` is plan; the claim says nothing that is still to come.",
            "Say in the claim that it is to happen (“will”, “is to”, “plans to”), or file it as what it is.",
            value=fact.kind,
        )
    elif (
        fact.kind not in SPOKEN
        and ahead
        and not ahead.mark.startswith(("was ", "were "))  # "was selected to host" has happened
        and tense.first(claim, ahead)
        and not _is_planned(fact)
    ):
        yield claimed.finding(
            ("kind",),
            "no-plan",
            f"`kind` is {fact.kind}; the claim says “{ahead.said}”.",
            "File what is still to come as a `plan`, or say in the claim what happened.",
            value=fact.kind,
        )
    verb = "" if _is_planned(fact) else tense.main_verb(claim)
    if fact.kind not in _TOLD and not verb.startswith(("has ", "have ")):
        verb = ""
    if done := tense.finished(claim, claimed.texts):
        said, printed = done
        yield claimed.finding(
            ("claim",),
            "not-done",
            f"The claim says “{said}”; the quotes say “{printed}”.",
            "Say whether it happened, as the quotes do.",
            value=fact.claim,
        )
    elif verb and (printed := _only_ahead(claimed) or _time_to_come(claimed, fact.when)):
        yield claimed.finding(
            ("claim",),
            "not-done",
            f"The claim says “{verb}”; the quotes say “{printed}”.",
            "Say that it is still to come, and file it as a `plan`.",
            value=fact.claim,
        )


def _only_ahead(claimed: Claimed) -> str:
    """The words by which every quote puts off what it says; "" where one does not."""
    found = [tense.only_ahead(quote, contexts) for quote, *contexts in claimed.each]
    return found[0].said if found and found[0] and all(found) else ""


def _time_to_come(claimed: Claimed, when: str) -> str:
    """The time of a fact, where every quote that prints it says that it was still to come; "" otherwise."""
    time = days.of_edtf(when)
    if not time.single or not time.first.month:
        return ""
    there = [
        (date, passage.text)
        for passage in claimed.proof.passages
        for date in passage.dates
        if date.first.month == time.first.month and date.first.year in (None, time.first.year)
    ]
    if not there or not all(date.ahead for date, _ in there):
        return ""
    date, text = there[0]
    return text[max(0, date.start - 30) : date.end]


def _is_planned(fact: Fact) -> bool:
    """Whether it is of a tier that is to come, which is a relation, too."""
    return fact.relation is not None and fact.relation.change == PLANNED.name
