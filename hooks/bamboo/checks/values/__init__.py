"""What a record states can be read in its quotes: every field that is proven so, whatever its name.

The record says of each field how it is proven (data/proof.py); here is what that means for a text, a date,
a number and an id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bamboo import kinds
from bamboo.checks.values import changes, dates, money, names, numbers, steps, texts
from bamboo.checks.values.stated import RULE, Stated, Statement
from bamboo.data.locations import Finding
from bamboo.data.proof import Held, Proven, Speaking, Through
from bamboo.data.records import declared
from bamboo.kinds.base import Kind
from bamboo.kinds.library import Entry, Library

__all__ = ["RULE", "check"]

Rule = Callable[[Stated], Iterator[Finding]]

# What is held, by what a field holds.
_HELD: Mapping[str, Rule] = {
    "id": names.held,
    "date": dates.held,
    "number": numbers.held,
    "text": texts.held,
}


def check(library: Library) -> Iterator[Finding]:
    """Every record whose sources can be read."""
    yield from library.about(RULE, record, *(kind.name for kind in kinds.ALL if _proven(kind)))


def record(library: Library, entry: Entry[Any]) -> Iterator[Finding]:
    """One record."""
    if readable(library, entry):
        whole = Statement(library, entry)
        for field in whole.fields:
            yield from _of(Stated(whole, field))
        yield from names.complete(whole)
        yield from names.offices(whole)
        yield from texts.turned(whole)
        yield from changes.held(whole)
        yield from money.held(whole)
        yield from steps.held(whole)


def _proven(kind: Kind[Any]) -> bool:
    """Whether any field of a kind has something that proves it."""
    return any(isinstance(part.policy, Proven) for _, part in declared(kind.record))


def _of(stated: Stated) -> Iterator[Finding]:
    match stated.field.policy:
        case Held(printed=True):
            yield from texts.printed(stated)
        case Held(person=""):
            yield from _HELD[stated.field.holds](stated)
        case Held():
            yield from names.printed_with(stated)
        case Through(field):
            yield from names.through(stated, field)
        case Speaking(among):
            yield from names.speaking(stated, among)


def readable(library: Library, entry: Entry[Any]) -> bool:
    """Whether all that a record refers to was read: a missing card or partner is a finding of its own."""
    for _, ref, target in entry.references:
        if target in ref.also:
            continue
        for kind in ref.kinds:
            if target in library.of(kind):
                break
        else:
            return False
    return True
