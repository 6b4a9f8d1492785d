"""No record is alone: what nothing refers to would be a page without a claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bamboo import kinds
from bamboo.data import dates
from bamboo.data.locations import Finding, Location
from bamboo.data.records import references
from bamboo.kinds.library import Entry, Library

RULE = "orphan"


def check(library: Library) -> Iterator[Finding]:
    """Records that no claim names, or is about. Facts and indicators are claims themselves."""
    claims = (entry for own, entry in library.entries() if kinds.BY_NAME[own].holds_claims)
    used = {*library.each(RULE, claims, _named)}
    # What stands behind something used is used: the whole of a part, a text's speaker, a person's home.
    for term in library.terms.values():
        if ("terms", term.id) in used and term.record.parent:
            used.add(("terms", term.record.parent))
    used |= {("people", card.record.speaker) for card in library.sources.values() if card.record.speaker}
    used |= {("partners", p.record.of) for p in library.people.values() if ("people", p.id) in used}
    periods = [fact.record.when for fact in library.facts.values()]
    periods += [row.period for figure in library.indicators.values() for row in figure.record.observations]
    used |= {("years", str(year)) for period in periods for year in dates.years(period)}
    for kind, entry in library.entries():
        if kinds.BY_NAME[kind].used and (kind, entry.id) not in used:
            yield Finding(
                Location(entry.file),
                RULE,
                f"No claim names the {kinds.BY_NAME[kind].one} `{entry.id}`.",
                "Name it in a fact or an indicator, or delete the file.",
                code="unnamed",
            )


def _named(_: Library, entry: Entry[Any]) -> set[tuple[str, str]]:
    return {(kind, target) for _, ref, target in references(entry.record) for kind in ref.kinds}
