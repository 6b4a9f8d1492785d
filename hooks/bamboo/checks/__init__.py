"""The checks: one rule a module, all of one shape, Library -> findings.

Each module has RULE (its name in findings) and check(library). Reading the files (check 7 of the
design: what YAML hides; unknown fields; wrong types) has given its findings before: they come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from bamboo import kinds
from bamboo.checks import (
    attribution,
    belonging,
    cards,
    corrections,
    countries,
    coverage,
    disagreements,
    drafts,
    edges,
    identity,
    mentions,
    moves,
    naming,
    orphans,
    overviews,
    quotes,
    references,
    seeds,
    sense,
    titles,
    translations,
    twins,
    untold,
    values,
)
from bamboo.data.collection import without_collection
from bamboo.data.locations import Finding, in_order
from bamboo.data.mind import forget
from bamboo.data.processes import shares
from bamboo.kinds.fact import FACTS
from bamboo.kinds.library import Entry, Library

Check = Callable[[Library], Iterator[Finding]]
# What is asked of one record, and by which name its answer is known.
Rule = tuple[str, Callable[[Library, Entry[Any]], Iterable[Any]]]

CHECKS: tuple[Check, ...] = (
    seeds.check,
    quotes.check,
    edges.check,
    references.check,
    identity.check,
    countries.check,
    disagreements.check,
    drafts.check,
)

# Asked only of records that are read, refer and quote as they should: what an unknown partner or half a
# quote says is of no use, and one cause is one finding.
READING: tuple[Check, ...] = (
    values.check,
    titles.check,
    attribution.check,
    translations.check,
    twins.check,
    cards.check,
    corrections.check,
)

# Those of them, of the next ones and of what notes are made of, that read the same texts of a claim.
OF_CLAIMS: tuple[Rule, ...] = ((values.RULE, values.record), (sense.RULE, sense.record))
OF_FACTS: tuple[Rule, ...] = ((titles.RULE, titles.record), (attribution.RULE, attribution.record))
FOR_NOTES: tuple[Rule, ...] = ((untold.ABOUT, untold.told),)

# Asked only of records whose values are in their quotes: a wrong name is also a name that nobody prints.
SENSE: tuple[Check, ...] = (sense.check,)

# Asked only of a library without other findings: a record that could not be read, a misspelled id or a
# wrong quote makes others look unused and passages forgotten, and one cause is one finding.
LAST: tuple[Check, ...] = (
    overviews.check,
    orphans.check,
    coverage.check,
    mentions.check,
    moves.check,
    naming.check,
    belonging.check,
)


# From so many claims on, processes share them, but for the first ones.
_MANY, _FIRST = 200, 50


# What is a mistake in a text that is read, and work left in one that is being read.
LEFT: tuple[Check, ...] = (coverage.left, mentions.left)


def left(library: Library) -> list[Finding]:
    """What is left to do of sources in progress, by place."""
    return in_order(finding for check in LEFT for finding in check(library))


def notes(library: Library) -> list[Finding]:
    """What is worth knowing and neither a mistake nor work."""
    return in_order([*translations.unread(library), *untold.check(library)])


def run(library: Library, workers: int = 1, with_notes: bool = False) -> list[Finding]:
    """All findings about a library, those of reading it included, by place. Where much is to be read, so many
    processes read it, `with_notes` also for `notes`.
    """
    return rest(library, first(library), workers, with_notes)


def first(library: Library) -> list[Finding]:
    """Those that are found first, not yet by place. Of a library without any, pages can be made."""
    with without_collection():
        unread = [references.meant(library, finding) for finding in library.findings]
        return [*unread, *(finding for check in CHECKS for finding in check(library))]


def rest(
    library: Library, first: Sequence[Finding], workers: int = 1, with_notes: bool = False
) -> list[Finding]:
    """All findings, where these are the first."""
    with without_collection():
        return _rest(library, first, workers, with_notes)


def _rest(library: Library, first: Sequence[Finding], workers: int, with_notes: bool) -> list[Finding]:
    findings = [*first]
    faulty = {finding.location.file for finding in findings}
    much = is_much(library)
    _read(library, workers, FOR_NOTES if with_notes else ())
    for stage in (READING, SENSE):
        reading = [finding for check in stage for finding in check(library)]
        findings += [finding for finding in reading if finding.location.file not in faulty]
        faulty |= {finding.location.file for finding in reading}
    if not findings:
        if much:
            # Few of these texts are read again.
            forget("bamboo.reading", "bamboo.checks")
        findings = [finding for check in LAST for finding in check(library)]
    library.state.clean = not findings
    return in_order(findings)


def is_much(library: Library) -> bool:
    """Whether so many claims are to be read that processes share them."""
    return len(_asked(library, ())) >= _MANY


def _read(library: Library, workers: int, more: Sequence[Rule]) -> None:
    """Asks one claim after the other all that its texts are read for, so that each is read once.

    A rule that goes through ten thousand claims leaves no text in mind for the next rule.
    """
    asked = _asked(library, more)

    def told(part: int, of: int) -> list[tuple[int, int, tuple[Any, ...]]]:
        return [
            (at, number, found)
            for at, (entry, rules) in enumerate(asked)
            if at % of == part
            for number, (rule, ask) in enumerate(rules)
            if (found := library.ask(rule, entry, ask))
        ]

    if workers < 2 or len(asked) < _MANY:
        told(0, 1)
        return
    # What the first ones make ready, such as patterns, each process then has.
    for entry, rules in asked[:_FIRST]:
        for rule, ask in rules:
            library.ask(rule, entry, ask)
    found = {(at, number): what for share in shares(told, workers) for at, number, what in share}
    for at, (entry, rules) in enumerate(asked):
        for number, (rule, _) in enumerate(rules):
            library.once(rule, entry, partial(found.get, (at, number), ()))


def _asked(library: Library, more: Sequence[Rule]) -> list[tuple[Entry[Any], tuple[Rule, ...]]]:
    """The claims that nobody has read yet, each with what is asked of it."""
    return [
        (entry, (*OF_CLAIMS, *(OF_FACTS if kind is FACTS else ()), *more))
        for kind in kinds.ALL
        if kind.holds_claims
        for entry in library.untold(values.RULE, kind.name)[0]
    ]
