"""A person has the role that the quotes print with the name."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.kinds.fact import Fact
from bamboo.reading.mentions import lexicon
from bamboo.reading.roles import printed_with


def held(claimed: Claimed) -> Iterator[Finding]:
    """People without a role, beside whose name a quote prints one."""
    fact = claimed.record
    if not isinstance(fact, Fact) or not claimed.in_english:
        return
    finder = lexicon(claimed.library).people
    for at, person in enumerate(fact.people):
        if person.as_ is not None:
            continue
        printed = (
            role for text in claimed.texts for role in printed_with(text, finder.find(text), person.person)
        )
        if role := next(printed, ""):
            yield claimed.finding(
                ("people", at, "person"),
                "role-left-out",
                f"`people` has {person.person} without `as`; a quote prints “{role}” with the name.",
                f"Add the whole role as printed, such as `as: {role}`.",
                value=person.person,
            )
