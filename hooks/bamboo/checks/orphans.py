"""No record is alone: what nothing refers to would be a page without a claim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from bamboo import kinds
from bamboo.data import dates
from bamboo.data.locations import Finding, Location
from bamboo.evidence.locate import seed_of
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.partner import PARTNERS
from bamboo.kinds.person import PEOPLE, Person
from bamboo.kinds.source import SOURCES, Source
from bamboo.kinds.term import TERMS, Term
from bamboo.reading.mentions import lexicon, plain

RULE = "orphan"

# A kind and an id.
Named = tuple[str, str]


def check(library: Library) -> Iterator[Finding]:
    """Records that no claim names, or is about. Facts and indicators are claims themselves."""
    claims = (kind.name for kind in kinds.ALL if kind.holds_claims)
    used = {*chain.from_iterable(library.about_files(RULE, _named, *claims).values())}
    # What stands behind something used is used: the whole of a part, a text's speaker, a person's home.
    for part, whole in library.about(f"{RULE} wholes", _whole, TERMS.name):
        if part in used:
            used.add(whole)
    used |= {*library.about(f"{RULE} speakers", _speaker, SOURCES.name)}
    used |= {home for person, home in library.about(f"{RULE} homes", _home, PEOPLE.name) if person in used}
    used |= {*_in_progress(library)}
    for kind, ident in (
        (kind, ident) for kind, of in library.records.items() if kinds.BY_NAME[kind].used for ident in of
    ):
        if (kind, ident) not in used:
            yield Finding(
                Location(library.records[kind][ident].file),
                RULE,
                f"No claim names the {kinds.BY_NAME[kind].one} `{ident}`.",
                "Name it in a fact or an indicator, or delete the file.",
                code="unnamed",
            )


def _in_progress(library: Library) -> Iterator[Named]:
    """Sources in progress, and what they name: their claims are still to come."""
    sources = [*library.about(f"{RULE} in progress", _unfinished, SOURCES.name)]
    texts = [plain(seed.text) for source in sources if (seed := seed_of(library, source))]
    yield from (("sources", source) for source in sources)
    for kind in (PARTNERS, PEOPLE, TERMS) if texts else ():
        yield from ((kind.name, ident) for ident in lexicon(library).ids(kind, texts))


def _unfinished(_: Library, entry: Entry[Source]) -> Iterator[str]:
    if entry.record.in_progress:
        yield entry.id


def _whole(_: Library, entry: Entry[Term]) -> Iterator[tuple[Named, Named]]:
    if entry.record.parent:
        yield (TERMS.name, entry.id), (TERMS.name, entry.record.parent)


def _speaker(_: Library, entry: Entry[Source]) -> Iterator[Named]:
    if entry.record.speaker:
        yield PEOPLE.name, entry.record.speaker


def _home(_: Library, entry: Entry[Person]) -> Iterator[tuple[Named, Named]]:
    yield (PEOPLE.name, entry.id), (PARTNERS.name, entry.record.of)


def _named(_: Library, entry: Entry[Any]) -> set[Named]:
    """What a claim names, and the years that it is about."""
    record = entry.record
    periods = [record.when] if isinstance(record, Fact) else [row.period for row in record.observations]
    years = {("years", str(year)) for period in periods for year in dates.years(period)}
    return years | {(kind, target) for _, ref, target in entry.references for kind in ref.kinds}
