"""A record is called what a text prints, and an acronym is short for what a text prints, where it says so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bamboo.data.locations import Finding
from bamboo.data.seed import bare_letters
from bamboo.kinds.library import Entry, Library
from bamboo.reading.forms import forms
from bamboo.reading.mentions import plain
from bamboo.reading.names import all_names, country_of

RULE = "value"
_SOURCE = "source"


def check(library: Library) -> Iterator[Finding]:
    """Names and expansions of partners, people and terms that no text prints."""
    yield from library.about("naming", _record, "partners", "people", "terms")


def _record(library: Library, entry: Entry[Any]) -> Iterator[Finding]:
    record, printed = entry.record, _printed(library)
    if not any(_has(printed, name.name) for name in all_names(entry)):
        return  # No text names it at all: that is a finding of its own.
    usual = country_of(record.iso) if getattr(record, "iso", None) else None
    loose = hasattr(record, "rank")  # The editors word the names of terms, with words of one text.
    bare = bare_letters(record.name)
    if not (
        _has(printed, record.name)
        # A Vietnamese text prints the name with its marks, which this site leaves out.
        or any(bare_letters(name.name) == bare and _has(printed, name.name) for name in all_names(entry))
        or (usual and record.name in (usual.english, usual.vietnamese))
        or (loose and any(forms([record.name]) <= words for words in _words(library)))
    ):
        yield _finding(entry, "name", record.name, "Call it what a text calls it, and add it to the others.")
    expansion = getattr(record, "expansion", None)
    if expansion and record.expansion_by == _SOURCE and not _has(printed, expansion):
        yield _finding(entry, "expansion", expansion, "Copy it from a text, or write `expansion_by: editor`.")


def _finding(entry: Entry[Any], field: str, said: str, hint: str) -> Finding:
    return Finding(
        entry.document.location(field),
        RULE,
        f"`{field}` is “{said}”; no text prints it.",
        hint,
        code="not-on-text",
        path=(field,),
        value=said,
    )


def _has(printed: str, name: str) -> bool:
    return plain(name).casefold() in printed


@lru_cache(maxsize=2)
def _printed(library: Library) -> str:
    """All texts, in small letters."""
    return "\n".join(plain(seed.text) for seed in library.seeds.values()).casefold()


@lru_cache(maxsize=2)
def _words(library: Library) -> tuple[frozenset[str], ...]:
    return tuple(forms([plain(seed.text)]) for seed in library.seeds.values())
