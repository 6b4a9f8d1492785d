"""An overview says what its claims say: each sentence by itself, and all of it briefly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from bamboo import kinds
from bamboo.checks.overviews.named import named, spoken, tiers
from bamboo.checks.overviews.placed import placed
from bamboo.checks.overviews.said import said
from bamboo.checks.overviews.told import RULE, Told
from bamboo.data import english
from bamboo.data.locations import Finding
from bamboo.kinds import overview
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.overview import Sentence

__all__ = ["RULE", "check"]

WORDS_OF_SENTENCE, WORDS_OF_ALL = 35, 150
SENTENCES, FINDINGS = (2, 7), (3, 6)


def check(library: Library) -> Iterator[Finding]:
    """Every overview, and the findings of the home page."""
    yield from library.about(
        RULE, _overview, *(kind.name for kind in kinds.ALL if overview.field(kind.record))
    )


def _overview(library: Library, entry: Entry[Any]) -> tuple[Finding, ...]:
    kind, _ = library.at(entry.file)
    field = overview.field(kinds.BY_NAME[kind].record)
    sentences = overview.sentences(entry.record)
    found = [*_length(entry, field, sentences)]
    for number, sentence in enumerate(sentences):
        found += _sentence(Told(library, entry, (field, number), sentence), kind)
    return tuple(found)


def _length(entry: Entry[Any], field: str, sentences: Sequence[Sentence]) -> Iterator[Finding]:
    fewest, most = FINDINGS if field == "findings" else SENTENCES
    words = sum(len(sentence.says.split()) for sentence in sentences)
    many, hint = english.counted(len(sentences), "sentence"), "Say the most important, in as many sentences."
    if sentences and not fewest <= len(sentences) <= most:
        wrong = f"`{field}` has {many}; expected {fewest} to {most}."
    elif words > WORDS_OF_ALL and field != "findings":
        wrong, hint = f"`{field}` has {words} words; expected {WORDS_OF_ALL} at most.", "Leave out the least."
    else:
        return
    yield Finding(entry.document.location(field), RULE, wrong, hint, code="length", path=(field,))


def _sentence(told: Told, kind: str) -> Iterator[Finding]:
    words = len(told.sentence.says.split())
    if words > WORDS_OF_SENTENCE:
        yield told.finding(
            "length",
            f"The sentence has {words} words; expected {WORDS_OF_SENTENCE} at most.",
            "Make two of it, or leave out what matters least.",
        )
    if not told.sentence.rests_on:
        yield told.finding("no-claim", "`rests_on` names no claim.", "Name those that say it.")
    if told.claims and len(told.claims) == len(told.sentence.rests_on):
        # What is wrong by one rule is mostly wrong by those after it too.
        for rule in (said, named, placed, spoken, tiers, partial(_subject, kind=kind)):
            if found := [*rule(told)]:
                yield from found
                return


def _subject(told: Told, kind: str) -> Iterator[Finding]:
    """One of the claims is about the page's subject."""
    if not any(one.is_about(kind, told.entry.id) for one in told.claims):
        yield told.finding(
            "subject",
            f"None of the claims is about `{told.entry.id}`.",
            "Rest it on a claim about it, or leave it out.",
        )
