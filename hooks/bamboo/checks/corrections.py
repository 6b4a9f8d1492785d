"""A correction comes after what it corrects, and no overview says what was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bamboo import kinds
from bamboo.data import dates
from bamboo.data.locations import Finding
from bamboo.data.records import Path, passages
from bamboo.kinds import overview
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.overview import OBSERVATIONS, Sentence
from bamboo.kinds.source import SOURCES, Source

RULE = "corrected"


def check(library: Library) -> Iterator[Finding]:
    """Corrections that cannot be, and overviews that say what no source says any more."""
    yield from library.about(RULE, _card, SOURCES.name)
    retracted = {*library.about(f"{RULE} retracted", _retracted, SOURCES.name)}
    for kind in (kind for kind in kinds.ALL if retracted and overview.field(kind.record)):
        for entry in library.all(kind).values():
            for number, sentence in enumerate(overview.sentences(entry.record)):
                yield from _rests(library, entry, (overview.field(kind.record), number), sentence, retracted)


def _retracted(_: Library, entry: Entry[Source]) -> Iterator[str]:
    if entry.record.retracted:
        yield entry.id


def _card(library: Library, entry: Entry[Source]) -> Iterator[Finding]:
    card = entry.record
    right = library.sources.get(card.corrected_by.source or "") if card.corrected_by else None
    found = card.found_by_editors
    published = card.published or (found.published if found else None)
    if right and (back := right.record.corrected_by) and back.source == entry.id:
        yield _finding(
            entry,
            ("corrected_by", "source"),
            f"`{entry.id}` and `{right.id}` correct each other.",
            "Leave it to the card of the text that was wrong.",
            "each-other",
        )
    for field in ("corrected_by", "retracted"):
        done = getattr(card, field)
        if done and published and dates.bounds(done.on)[1] < dates.bounds(published)[0]:
            yield _finding(
                entry,
                (field, "on"),
                f"`on` is {done.on}, before the text was published ({published}).",
                "Write the day of the correction or the retraction.",
                "before-published",
            )


def _rests(
    library: Library, entry: Entry[Any], path: Path, sentence: Sentence, retracted: set[str]
) -> Iterator[Finding]:
    """A sentence all of whose claims were taken back with their sources."""
    every = [_sources(library, claim) for claim in sentence.rests_on]
    if every and all(found and found <= retracted for found in every):
        yield _finding(
            entry,
            (*path, "rests_on"),
            "Every source of the claims under this sentence was retracted.",
            "Name a claim of another source, or leave it out.",
            "retracted",
        )


def _sources(library: Library, claim: str) -> set[str]:
    """The sources that a claim quotes."""
    if claim in library.facts:
        return {source for _, source, _ in passages(library.facts[claim].record)}
    entry = library.of(OBSERVATIONS).get(claim)
    if entry is None:
        return set()
    rows = entry.record.observations
    own = [row for row in rows if f"{entry.id}-{dates.slug(row.period)}" == claim]
    return {source for row in own for _, source, _ in passages(row)}


def _finding(entry: Entry[Any], path: Path, message: str, hint: str, code: str) -> Finding:
    return Finding(entry.document.location(*path), RULE, message, hint, code=code, path=path)
