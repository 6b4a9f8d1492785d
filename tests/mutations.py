"""Changes that falsify a record, one at a time: what the checks must notice.

Each mutant is a record of the repository's data with one thing made false; the file it was read from
stays as it is, so that findings keep their places.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from bamboo.kinds.changes import CHANGE
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.qualifiers import QUALIFIERS as KNOWN

Plain = dict[str, Any]
Path = tuple[str | int, ...]

# Written here a second time, on purpose: the checks' own list is what is being tested.
QUALIFIERS = (
    "nearly",
    r"over(?=\s+(?:US)?[$\d])",
    "more than",
    "at least",
    r"about(?=\s+(?:US)?[$\d])",
    "up to",
    "expected to",
    "not",
    "set to",
    "almost",
)

# Where a record states a value. Editors' remarks (notes, definitions) are prose about it.
STATED = {"claim", "when", "period", "value", "quote", "as"}


def bare(library: Library) -> Library:
    """The library without claims and overviews, and without the quotes of cards and definitions.

    A card keeps its passages in other languages: by them a quote has a translation.
    """
    cut: dict[str, Plain] = {
        "sources": {"set_aside": [], "misprints": []},
        "terms": {"definition": None, "overview": []},
        **{kind: {"overview": []} for kind in ("partners", "people", "themes")},
    }
    left = {
        kind: {
            ident: replace(entry, record=entry.record.model_copy(update=update))
            for ident, entry in library.of(kind).items()
        }
        for kind, update in cut.items()
    }
    return library.but(facts={}, indicators={}, years={}, home={}, **left)


def plain(entry: Entry[Any]) -> Plain:
    """A record as its file would be read: texts, lists and groups, numbers as typed."""

    def typed(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: typed(inner) for name, inner in value.items() if inner not in (None, [])}
        if isinstance(value, list):
            return [typed(inner) for inner in value]
        return str(value) if isinstance(value, int | float) else value

    found = typed(entry.record.model_dump(by_alias=True))
    assert isinstance(found, dict)
    return found


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of a record with its path."""
    if isinstance(value, str):
        yield path, value
    for name, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from leaves(inner, (*path, name))


def changed(record: Plain, path: Path, new: str) -> Plain:
    """A copy of a record with one text changed."""
    found = copy.deepcopy(record)
    inner: Any = found
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = new
    return found


def difference(before: Plain, after: Plain) -> list[tuple[Path, str, str]]:
    """What a mutant changed: path, old text, new text."""
    now = dict(leaves(after))
    return [(path, text, now.get(path, "")) for path, text in leaves(before) if now.get(path) != text]


def field(path: Path) -> str:
    """The name of the field at a path."""
    return str(next(part for part in reversed(path) if isinstance(part, str)))


def other_digits(text: str) -> Iterator[str]:
    """A text with each of its digits in turn one higher."""
    for found in re.finditer(r"\d", text):
        yield text[: found.start()] + str((int(found[0]) + 1) % 10) + text[found.end() :]


def other_years(text: str) -> Iterator[str]:
    """A text with each of its years in turn one later and one earlier."""
    for found in re.finditer(r"(?<!\d)(19|20)\d\d(?!\d)", text):
        for step in (1, -1):
            yield text[: found.start()] + str(int(found[0]) + step) + text[found.end() :]


def digits(record: Plain, library: Library) -> Iterator[Plain]:
    """Each digit of each stated value, one higher."""
    for path, text in leaves(record):
        if field(path) in STATED:
            yield from (changed(record, path, other) for other in other_digits(text))


def years(record: Plain, library: Library) -> Iterator[Plain]:
    """Each year of each stated value, one later and one earlier."""
    for path, text in leaves(record):
        if field(path) in STATED:
            yield from (changed(record, path, other) for other in other_years(text))


def partners(record: Plain, library: Library) -> Iterator[Plain]:
    """Each partner of a fact, exchanged with each other partner its quotes name, and with one they do not."""
    quotes = " ".join(text for path, text in leaves(record) if field(path) == "quote")
    others = [ident for ident, entry in library.partners.items() if entry.record.name in quotes]
    for path, text in leaves(record):
        if path[0] == "partners" or path == ("relation", "partner"):
            named = record.get("partners", [])
            for other in [*others, next(i for i in library.partners if i not in others and i not in named)]:
                if other != text and other not in named:
                    yield changed(record, path, other)


def qualifiers(record: Plain, library: Library) -> Iterator[Plain]:
    """Each qualifier of a report, exchanged with each other one."""
    for path, text in leaves(record):
        if field(path) == "qualifier":
            for other in KNOWN:
                if other != text:
                    yield changed(record, path, other)


def shortened(record: Plain, library: Library) -> Iterator[Plain]:
    """Each quote, cut off just after its first qualifier."""
    for path, text in leaves(record):
        if field(path) == "quote":
            words = "|".join(QUALIFIERS)
            found = re.search(rf"(?<!\w)({words})\s+(?=\S)", text, re.IGNORECASE)
            if found and text[found.end() :].strip():
                yield changed(record, path, text[found.end() :])


def title_digits(record: Plain, library: Library) -> Iterator[Plain]:
    """Each digit of a title, one higher."""
    for title in other_digits(record.get("title", "")):
        yield changed(record, ("title",), title)


def title_years(record: Plain, library: Library) -> Iterator[Plain]:
    """Each year of a title, one later and one earlier."""
    for title in other_years(record.get("title", "")):
        yield changed(record, ("title",), title)


def title_names(record: Plain, library: Library) -> Iterator[Plain]:
    """Each partner and person whom a title names, exchanged with three others that the fact does not name."""
    title = record.get("title", "")
    said = " ".join(text for _, text in leaves(record))
    for entries in (library.partners, library.people):
        names = [entry.record.name for entry in entries.values()]
        others = [name for name in names if name not in said][:3]
        for name in names:
            for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", title):
                for other in others:
                    yield changed(record, ("title",), title[: found.start()] + other + title[found.end() :])


def speakers(record: Plain, library: Library) -> Iterator[Plain]:
    """Each speaker, exchanged with each other one of the same source, and with the source itself."""
    sources = {quote["source"] for quote in record.get("evidence", [])}
    others = dict.fromkeys(
        speaker
        for fact in library.facts.values()
        if sources & {quote.source for quote in fact.record.evidence}
        for speaker in fact.record.said_by
    )
    said_by = record.get("said_by", [])
    for at in range(len(said_by)):
        for other in (*others, *sorted(sources - others.keys())):
            if other not in said_by:
                yield changed(record, ("said_by", at), other)


def changes(record: Plain, library: Library) -> Iterator[Plain]:
    """What a fact says happened to a tier of relations, exchanged with each other change."""
    if "relation" in record:
        for other in CHANGE:
            if other != record["relation"]["change"]:
                yield changed(record, ("relation", "change"), other)


KINDS: dict[str, Callable[[Plain, Library], Iterator[Plain]]] = {
    "a digit changed": digits,
    "a year changed": years,
    "a partner exchanged": partners,
    "a qualifier exchanged": qualifiers,
    "a quote shortened by its first qualifier": shortened,
}

# What surrounds a claim: its title, its speaker, the change of a relation.
AROUND: dict[str, Callable[[Plain, Library], Iterator[Plain]]] = {
    "a digit of a title changed": title_digits,
    "a year of a title changed": title_years,
    "a name in a title exchanged": title_names,
    "a speaker exchanged": speakers,
    "a change of relations exchanged": changes,
}
