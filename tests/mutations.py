"""Changes that falsify a record, one at a time: what the checks must notice.

Each mutant is a record of the repository's data with one thing made false; the file it was read from
stays as it is, so that findings keep their places.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

from bamboo.kinds.indicator import Qualifier
from bamboo.kinds.library import Entry, Library

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


def digits(record: Plain, library: Library) -> Iterator[Plain]:
    """Each digit of each stated value, one higher."""
    for path, text in leaves(record):
        if field(path) in STATED:
            for found in re.finditer(r"\d", text):
                digit = str((int(found[0]) + 1) % 10)
                yield changed(record, path, text[: found.start()] + digit + text[found.end() :])


def years(record: Plain, library: Library) -> Iterator[Plain]:
    """Each year of each stated value, one later and one earlier."""
    for path, text in leaves(record):
        if field(path) in STATED:
            for found in re.finditer(r"(?<!\d)(19|20)\d\d(?!\d)", text):
                for step in (1, -1):
                    year = str(int(found[0]) + step)
                    yield changed(record, path, text[: found.start()] + year + text[found.end() :])


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
            for other in get_args(Qualifier):
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


KINDS: dict[str, Callable[[Plain, Library], Iterator[Plain]]] = {
    "a digit changed": digits,
    "a year changed": years,
    "a partner exchanged": partners,
    "a qualifier exchanged": qualifiers,
    "a quote shortened by its first qualifier": shortened,
}
