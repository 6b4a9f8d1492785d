"""Changes that falsify a sentence of an overview, one at a time: what the checks must notice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bamboo.kinds.library import Entry, Library
from mutations import other_digits, other_years

# Written here a second time, on purpose: the checks' own list is what is being tested.
QUALIFIERS = ("over", "nearly", "more than", "at least", "about", "up to", "almost")
NUMBER = r"(?=\s+(?:US)?\$?\d)"
_VERB = r"\b(?:is|are|was|were|has|have|had|will|can|should|would)\b"
_LIST = {"and", "or", "with", "the", "as", "well"}


@dataclass(frozen=True)
class Told:
    """A sentence of an overview, the quotes behind it, and who speaks in the facts that it rests on."""

    text: str
    quotes: str
    speakers: frozenset[str]


def told(library: Library, text: str, rests_on: Iterable[str]) -> Told:
    """A sentence with what is behind it."""
    quotes, speakers = [], set()
    for ident in rests_on:
        if ident in library.facts:
            fact = library.facts[ident].record
            quotes += fact.evidence
            speakers |= {*fact.said_by}
        else:
            indicator = library.observations[ident].record
            quotes += [report for row in indicator.observations for report in row.reports]
    texts = [passage.quote for quote in quotes for passage in (quote, *quote.context)]
    return Told(text, " ".join(" ".join(texts).split()), frozenset(speakers))


def names(entries: Iterable[Entry[Any]]) -> dict[str, str]:
    """Every English name of some records, the longest first, each with the record's main name."""
    found = {}
    for entry in entries:
        main = getattr(entry.record, "name", None) or entry.record.short_name
        also = [n.name for n in getattr(entry.record, "also_known_as", ()) if n.lang == "en"]
        for name in (main, *also):
            found[name] = main
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def mentions(text: str, known: dict[str, str]) -> list[re.Match[str]]:
    """Where a text has one of some names, as whole words."""
    return list(re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?![\w$])", text))


def put(text: str, found: re.Match[str], new: str) -> str:
    """A text with a match replaced."""
    return text[: found.start()] + new + text[found.end() :]


def digits(told: Told, library: Library) -> Iterator[str]:
    """Each digit one higher."""
    yield from other_digits(told.text)


def years(told: Told, library: Library) -> Iterator[str]:
    """Each year one later and one earlier."""
    yield from other_years(told.text)


def _renamed(told: Told, library: Library, quoted: bool) -> Iterator[str]:
    for entries in (library.partners, library.people):
        known = names(entries.values())
        main = [entry.record.name for entry in entries.values()]
        others = [name for name in main if (name in told.quotes) is quoted and name not in told.text]
        for found in mentions(told.text, known):
            same = known[found[0]]  # another name of the same changes nothing
            yield from (put(told.text, found, other) for other in others[:3] if other != same)


def new_names(told: Told, library: Library) -> Iterator[str]:
    """Each partner and person named, exchanged with three that no quote names."""
    yield from _renamed(told, library, quoted=False)


def quoted_names(told: Told, library: Library) -> Iterator[str]:
    """Each partner and person named, exchanged with others whom the quotes name."""
    yield from _renamed(told, library, quoted=True)


def qualifiers(told: Told, library: Library) -> Iterator[str]:
    """Each qualifier of a number left out, and exchanged with each that does not mean the same."""
    same = ({"over", "more than"}, {"nearly", "almost"})
    for found in re.finditer(rf"\b(?:{'|'.join(QUALIFIERS)}){NUMBER}", told.text):
        yield put(told.text, found, "").replace("  ", " ")
        for other in QUALIFIERS:
            if other != found[0] and not any({other, found[0]} <= pair for pair in same):
                yield put(told.text, found, other)


def tiers(told: Told, library: Library) -> Iterator[str]:
    """Each tier of relations, exchanged with each other one, in the same form of the word."""
    shapes = [entry.record.name for entry in library.terms.values() if entry.record.kind == "tier"]
    ends = ("partnerships", "partnership", "partners", "partner")
    stems = sorted({re.sub(r" partner(ship)?$", "", name) for name in shapes}, key=len, reverse=True)
    stems = [stem for stem in stems if f"{stem} partner" in " ".join(shapes)]
    for found in re.finditer(rf"\b({'|'.join(stems)}) ({'|'.join(ends)})\b", told.text):
        for other in stems:
            if other != found[1]:
                yield put(told.text, found, f"{other} {found[2]}")


def speakers(told: Told, library: Library) -> Iterator[str]:
    """Each speaker named, exchanged with three people and three sources who say none of it."""
    entries: dict[str, Entry[Any]] = {**library.people, **library.sources}
    known = names(entry for ident, entry in entries.items() if ident in told.speakers)
    people = [e.record.name for i, e in library.people.items() if i not in told.speakers]
    sources = [e.record.short_name for i, e in library.sources.items() if i not in told.speakers]
    for found in mentions(told.text, known) if known else ():
        yield from (put(told.text, found, other) for other in (*people[:3], *sources[:3]))


def denied(told: Told, library: Library) -> Iterator[str]:
    """A "not" after the first verb that can have one."""
    if found := re.search(_VERB, told.text):
        yield put(told.text, found, f"{found[0]} not")


def swapped(told: Told, library: Library) -> Iterator[str]:
    """Two partners with more than a list between them, exchanged."""
    known = names(library.partners.values())
    for one, other in pairwise(mentions(told.text, known)):
        between = told.text[one.end() : other.start()]
        if set(re.findall(r"\w+", between)) - _LIST and known[one[0]] != known[other[0]]:
            yield f"{told.text[: one.start()]}{other[0]}{between}{one[0]}{told.text[other.end() :]}"


KINDS: dict[str, Callable[[Told, Library], Iterator[str]]] = {
    "a digit changed": digits,
    "a year changed": years,
    "a name exchanged for one that no quote has": new_names,
    "a name exchanged for another of the quotes": quoted_names,
    "a qualifier exchanged": qualifiers,
    "a tier exchanged": tiers,
    "a speaker exchanged": speakers,
    "a “not” put in": denied,
    "two partners exchanged": swapped,
}
