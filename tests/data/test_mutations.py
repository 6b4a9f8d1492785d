"""The checks notice when the repository's data is made false: every fact, each kind of change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import mutations
import project
import pytest
from bamboo import checks
from bamboo.evidence.coverage import RUN, cited_spans
from bamboo.evidence.locate import Span, locate_all
from bamboo.kinds.library import Entry, Library, load
from every import Every
from labels import label_of
from pydantic import ValidationError

RULES = (*checks.CHECKS, *checks.READING, *checks.SENSE)


@cache
def library() -> Library:
    return load(project.ROOT)


def claims() -> Iterator[tuple[str, Entry[Any]]]:
    for kind in ("facts", "indicators"):
        for entry in library().of(kind).values():
            yield kind, entry


@cache
def bare() -> Library:
    return mutations.bare(library())


def alone(kind: str, entry: Entry[Any], record: Any) -> Library:
    """A library with this one claim: what is wrong in a record shows without the others."""
    return bare().but(**{kind: {entry.id: replace(entry, record=record)}})


def noticed(kind: str, entry: Entry[Any], plain: dict[str, Any]) -> bool:
    try:
        record = type(entry.record).model_validate(plain)
    except ValidationError:
        return True
    changed = alone(kind, entry, record)
    if any(True for check in RULES for _ in check(changed)):
        return True
    whole = library().but(**{kind: {**library().of(kind), entry.id: replace(entry, record=record)}})
    return any(True for check in checks.LAST for _ in check(whole))


def test_unchanged_claims_alone_are_clean(every: Every) -> None:
    """Else every mutant would be noticed for the wrong reason."""
    for kind, entry in claims():
        with every.test(label_of(kind, entry)):
            record = type(entry.record).model_validate(mutations.plain(entry))
            assert record == entry.record
            assert [f for check in RULES for f in check(alone(kind, entry, record))] == [], entry.file


@pytest.mark.parametrize("kind", mutations.KINDS)
def test_changes_are_noticed(kind: str) -> None:
    """A year in a claim may be exchanged unnoticed for another that the same quotes print: the checks read
    which values stand there, not which verb each belongs to. Nothing else may go unnoticed."""
    counts: Counter[bool] = Counter()
    unexplained = []
    for claim_kind, entry in claims():
        before = mutations.plain(entry)
        for after in mutations.KINDS[kind](before, library()):
            seen = noticed(claim_kind, entry, after)
            counts[seen] += 1
            if not seen and not another_printed_year(before, after):
                unexplained.append(f"{entry.file}: {mutations.difference(before, after)}")
    print(f"{kind}: {counts[True]} of {counts.total()} noticed ({counts[True] / counts.total():.2%})")
    assert counts[True] > 0
    assert unexplained == []


@pytest.mark.parametrize("kind", mutations.AROUND)
def test_changes_around_a_claim_are_noticed(kind: str) -> None:
    """A title may have another year that its claim has, and a speaker may be another whom the fact has: the
    checks do not read who of them speaks."""
    counts: Counter[bool] = Counter()
    unexplained = []
    for _, entry in claims():
        before = mutations.plain(entry)
        for after in mutations.AROUND[kind](before, library()):
            seen = noticed("facts", entry, after)
            counts[seen] += 1
            if not seen and not said_elsewhere(before, after):
                unexplained.append(f"{entry.file}: {mutations.difference(before, after)}")
    print(f"{kind}: {counts[True]} of {counts.total()} noticed ({counts[True] / counts.total():.2%})")
    assert counts.total() > 0
    assert unexplained == []


def said_elsewhere(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether what a mutant puts in is in the record too, in another place: a year of the claim, a speaker
    who is the source quoted or has a part in the fact."""
    [(path, old, new)] = mutations.difference(before, after)
    if path == ("title",):
        others = set(re.findall(r"\d{4}", new)) - set(re.findall(r"\d{4}", old))
        return re.sub(r"\d{4}", "", old) == re.sub(r"\d{4}", "", new) and all(
            year in before["claim"] for year in others
        )
    have = {quote["source"] for quote in before["evidence"]}
    have |= {role["person"] for role in before.get("people", [])}
    return path[0] == "said_by" and new in have


def another_printed_year(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether only the claim's sentence changed, and every year of the new one stands in the quotes."""
    changed = mutations.difference(before, after)
    quotes = " ".join(text for path, text in mutations.leaves(before) if mutations.field(path) == "quote")
    return [path for path, _, _ in changed] == [("claim",)] and all(
        year in quotes for _, _, new in changed for year in re.findall(r"\d{4}", new)
    )


def test_deleted_facts_are_noticed(every: Every) -> None:
    """A fact may go unnoticed only where other claims quote all its words."""
    unnoticed = []
    for ident, entry in library().facts.items():
        facts = {other: fact for other, fact in library().facts.items() if other != ident}
        without = library().but(facts=facts)
        if any(True for check in checks.LAST for _ in check(without)):
            continue
        unnoticed.append(ident)
        for located in locate_all(library())[entry.file]:
            with every.test(label_of(located)):
                span = located.found
                assert isinstance(span, Span)
                others = {at for o in cited_spans(without, located.source) for at in range(o.start, o.end)}
                text = library().seeds[library().sources[located.source].record.seed].text
                own = [at for at in range(span.start, span.end) if at not in others and text[at].isalnum()]
                assert len(text[own[0] : own[-1] + 1].split()) < RUN if own else True, ident
    noticed = len(library().facts) - len(unnoticed)
    print(
        f"a fact deleted: {noticed} of {len(library().facts)} noticed ({noticed / len(library().facts):.2%})"
    )
