"""No record is alone: what nothing refers to would be a page without a claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bamboo import kinds
from bamboo.data import dates
from bamboo.data.locations import Finding, Location
from bamboo.evidence.locate import seed_of
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.partner import PARTNERS
from bamboo.kinds.person import PEOPLE
from bamboo.kinds.term import TERMS
from bamboo.reading.mentions import lexicon, plain

RULE = "orphan"


def check(library: Library) -> Iterator[Finding]:
    """Records that no claim names, or is about. Facts and indicators are claims themselves."""
    used = {*library.about(RULE, _named, *(kind.name for kind in kinds.ALL if kind.holds_claims))}
    # What stands behind something used is used: the whole of a part, a text's speaker, a person's home.
    for term in library.terms.values():
        if ("terms", term.id) in used and term.record.parent:
            used.add(("terms", term.record.parent))
    used |= {("people", card.record.speaker) for card in library.sources.values() if card.record.speaker}
    used |= {("partners", p.record.of) for p in library.people.values() if ("people", p.id) in used}
    unread = {*_in_progress(library)}
    for kind, entry in library.entries():
        if kinds.BY_NAME[kind].used and (kind, entry.id) not in used | unread:
            yield Finding(
                Location(entry.file),
                RULE,
                f"No claim names the {kinds.BY_NAME[kind].one} `{entry.id}`.",
                "Name it in a fact or an indicator, or delete the file.",
                code="unnamed",
            )


def _in_progress(library: Library) -> Iterator[tuple[str, str]]:
    """Sources in progress, and what they name: their claims are still to come."""
    sources = [entry.id for entry in library.sources.values() if entry.record.in_progress]
    texts = [plain(seed.text) for source in sources if (seed := seed_of(library, source))]
    yield from (("sources", source) for source in sources)
    for kind in (PARTNERS, PEOPLE, TERMS):
        yield from ((kind.name, ident) for ident in lexicon(library).ids(kind, texts))


def _named(_: Library, entry: Entry[Any]) -> set[tuple[str, str]]:
    """What a claim names, and the years that it is about."""
    record = entry.record
    periods = [record.when] if isinstance(record, Fact) else [row.period for row in record.observations]
    years = {("years", str(year)) for period in periods for year in dates.years(period)}
    return years | {(kind, target) for _, ref, target in entry.references for kind in ref.kinds}
