"""The checks notice when the repository's data is made false: every fact, each kind of change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import mutations
import project
import pytest
from bamboo import checks
from bamboo.coverage import RUN, cited_spans
from bamboo.evidence import Span, locate_all
from bamboo.load import Entry, Library, load
from pydantic import ValidationError

RULES = (*checks.CHECKS, *checks.READING)


@cache
def library() -> Library:
    return load(project.ROOT)


def claims() -> Iterator[tuple[str, Entry[Any]]]:
    for kind in ("facts", "indicators"):
        for entry in library().of(kind).values():  # type: ignore[arg-type]
            yield kind, entry


def alone(kind: str, entry: Entry[Any], record: Any) -> Library:
    """A library with this one claim: what is wrong in a record shows without the others."""
    empty: dict[str, Any] = {"facts": {}, "indicators": {}}
    return replace(library(), **{**empty, kind: {entry.id: replace(entry, record=record)}})


def noticed(kind: str, entry: Entry[Any], plain: dict[str, Any]) -> bool:
    try:
        record = type(entry.record).model_validate(plain)
    except ValidationError:
        return True
    changed = alone(kind, entry, record)
    if any(True for check in RULES for _ in check(changed)):
        return True
    whole = replace(library(), **{kind: {**library().of(kind), entry.id: replace(entry, record=record)}})  # type: ignore[arg-type]
    return any(True for check in checks.LAST for _ in check(whole))


def test_unchanged_claims_alone_are_clean() -> None:
    """Else every mutant would be noticed for the wrong reason."""
    for kind, entry in claims():
        record = type(entry.record).model_validate(mutations.plain(entry))
        assert record == entry.record
        assert [f for check in RULES for f in check(alone(kind, entry, record))] == [], entry.file


@pytest.mark.parametrize("kind", mutations.KINDS)
def test_changes_are_noticed(kind: str) -> None:
    counts: Counter[bool] = Counter()
    survivors = []
    for claim_kind, entry in claims():
        before = mutations.plain(entry)
        for after in mutations.KINDS[kind](before, library()):
            seen = noticed(claim_kind, entry, after)
            counts[seen] += 1
            if not seen:
                was, now = (dict(mutations.leaves(record)) for record in (before, after))
                survivors += [
                    f"{entry.file}: {was[path]} -> {now[path]}" for path in was if was[path] != now.get(path)
                ]
    print(f"{kind}: {counts[True]} of {counts.total()} noticed")
    assert counts.total() > 0
    assert survivors == []


def test_deleted_facts_are_noticed() -> None:
    """A fact may go unnoticed only where other claims quote all its words."""
    unnoticed = []
    for ident, entry in library().facts.items():
        facts = {other: fact for other, fact in library().facts.items() if other != ident}
        without = replace(library(), facts=facts)
        if any(True for check in checks.LAST for _ in check(without)):
            continue
        unnoticed.append(ident)
        for location in locate_all(library())[entry.file]:
            span = location.found
            assert isinstance(span, Span)
            others = {at for o in cited_spans(without, location.source) for at in range(o.start, o.end)}
            text = library().seeds[library().sources[location.source].record.seed].text
            own = [at for at in range(span.start, span.end) if at not in others and text[at].isalnum()]
            assert len(text[own[0] : own[-1] + 1].split()) < RUN if own else True, ident
    noticed = len(library().facts) - len(unnoticed)
    print(f"a fact deleted: {noticed} of {len(library().facts)} noticed")
