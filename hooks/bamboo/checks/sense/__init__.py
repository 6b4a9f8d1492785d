"""What a record says is what its quotes say: who does what, whether it happened, who says so.

Each module has one rule of one shape, Claimed -> findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bamboo import kinds
from bamboo.checks.sense import (
    counterparts,
    denials,
    exactness,
    figures,
    meanings,
    memberships,
    names,
    opposites,
    parties,
    periods,
    qualified,
    remarks,
    roles,
    speakers,
    subjects,
    tense,
    times,
)
from bamboo.checks.sense.claimed import RULE, Claimed
from bamboo.checks.values import readable
from bamboo.data.locations import Finding
from bamboo.kinds.library import Entry, Library

__all__ = ["RULE", "check"]

Rule = Callable[[Claimed], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    names.held,
    denials.held,
    opposites.held,
    meanings.held,
    qualified.held,
    tense.held,
    exactness.held,
    times.held,
    parties.held,
    periods.held,
    memberships.held,
    counterparts.held,
    roles.held,
    speakers.held,
    subjects.held,
    figures.held,
    remarks.held,
)


def check(library: Library) -> Iterator[Finding]:
    """Every record that makes claims and whose sources can be read."""
    yield from library.about(RULE, record, *(kind.name for kind in kinds.ALL if kind.holds_claims))


def record(library: Library, entry: Entry[Any]) -> Iterator[Finding]:
    """One record."""
    if readable(library, entry):
        claimed = Claimed(library, entry)
        for rule in RULES:
            # What is wrong by one rule is mostly wrong by those after it too.
            if found := [*rule(claimed)]:
                yield from found
                return
