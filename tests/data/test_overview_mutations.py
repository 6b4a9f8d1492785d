"""What the checks notice when a sentence of an overview is made false, by each kind of change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import mutations
import overview_mutations
import project
import pytest
from bamboo import checks
from bamboo.checks import overviews
from bamboo.data.records import Record
from bamboo.kinds.library import Entry, Library, load
from bamboo.kinds.overview import Sentence
from overview_mutations import told

RULES = (*checks.CHECKS, *checks.READING, overviews.check)
MOST = 100  # changes of a kind that are tried: all of them would take minutes
# Most of what is left is true of the other as well, such as a forum of the same list; of all other kinds of
# change, every one is noticed.
FLOORS = {"a name exchanged for another of the quotes": 0.7}
OVERVIEWS = ("years", "home", "themes", "partners", "people", "terms")


@cache
def library() -> Library:
    return load(project.ROOT)


def field(record: Record) -> str:
    """The field that holds the sentences."""
    return "findings" if "findings" in type(record).model_fields else "overview"


def sentences() -> Iterator[tuple[str, Entry[Any], int, Sentence]]:
    for kind in OVERVIEWS:
        for entry in library().of(kind).values():
            for at, sentence in enumerate(getattr(entry.record, field(entry.record), ())):
                yield kind, entry, at, sentence


@cache
def bare() -> Library:
    return mutations.bare(library())


def alone(kind: str, entry: Entry[Any], at: int, says: str) -> Library:
    """A library with this one overview and the claims that it rests on."""
    whole = getattr(entry.record, field(entry.record))
    changed = [*whole[:at], whole[at].model_copy(update={"says": says}), *whole[at + 1 :]]
    record = entry.record.model_copy(update={field(entry.record): changed})
    if kind == "terms":
        record = record.model_copy(update={"definition": None})
    claims = dict.fromkeys(ident for sentence in whole for ident in sentence.rests_on)
    observed = [library().observations[ident] for ident in claims if ident not in library().facts]
    return bare().but(
        facts={ident: library().facts[ident] for ident in claims if ident in library().facts},
        indicators={indicator.id: indicator for indicator in observed},
        **{kind: {**bare().of(kind), entry.id: replace(entry, record=record)}},
    )


def noticed(kind: str, entry: Entry[Any], at: int, says: str) -> bool:
    changed = alone(kind, entry, at, says)
    return any(True for check in RULES for _ in check(changed))


def test_unchanged_overviews_alone_are_clean() -> None:
    """Else every mutant would be noticed for the wrong reason."""
    for kind, entry, at, sentence in sentences():
        assert not noticed(kind, entry, at, sentence.says), (entry.file, at)


@cache
def mutants(kind: str) -> list[tuple[str, Entry[Any], int, str]]:
    """At most MOST of one kind of change, from all overviews alike."""
    found = [
        (of, entry, at, says)
        for of, entry, at, sentence in sentences()
        for says in overview_mutations.KINDS[kind](
            told(library(), sentence.says, sentence.rests_on), library()
        )
    ]
    return found[:: -(-len(found) // MOST)]


@pytest.mark.parametrize("kind", overview_mutations.KINDS)
def test_the_share_of_changes_noticed_is_printed(kind: str) -> None:
    counts: Counter[bool] = Counter()
    unnoticed = []
    for of, entry, at, says in mutants(kind):
        assert says != getattr(entry.record, field(entry.record))[at].says
        seen = noticed(of, entry, at, says)
        counts[seen] += 1
        if not seen:
            unnoticed.append(f"{entry.file}: {says}")
    print(f"{kind}: {counts[True]} of {counts.total()} noticed ({counts[True] / counts.total():.2%})")
    print("\n".join(unnoticed[:5]))
    assert counts[True] >= counts.total() * FLOORS.get(kind, 1)
    assert counts.total() > 0
