"""Names in a text that no record has yet: countries by their usual English names, people by their offices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from bamboo.kinds.library import Library
from bamboo.reading.demonyms import DEMONYMS
from bamboo.reading.mentions import Finder, lexicon, plain
from bamboo.reading.names import is_known_iso
from bamboo.reading.roles import OFFICES

HOME = "VN"
_CAPITAL = r"[^\W\d_a-z][\w'-]*"
_PERSON = re.compile(rf"\b(?:{OFFICES})s? (?:(?:Mr|Mrs|Ms|Dr)\. )?({_CAPITAL}(?: {_CAPITAL}){{1,3}})")
_OFFICE = re.compile(rf"\b(?:{OFFICES}|Party|National|Foreign|Prime|Deputy)\b")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name as printed; `iso` is a country's code, and "" for a person."""

    name: str
    iso: str = ""


def strangers(library: Library, texts: Iterable[str]) -> Iterator[Stranger]:
    """Each once, in the order of the texts."""
    known = lexicon(library)
    iso_of = {entry.record.iso for entry in library.partners.values()}
    seen: set[str] = set()
    for text in texts:
        read = plain(text)
        taken = [*known.partners.find(read), *known.people.find(read), *known.terms.find(read)]

        def free(start: int, end: int) -> bool:
            return all(end <= name.start or name.end <= start for name in taken)  # noqa: B023

        found = [
            Stranger(read[mention.start : mention.end], mention.ident)
            for mention in _countries().find(read)
            if mention.ident not in iso_of and free(mention.start, mention.end)
        ]
        found += [
            Stranger(person[1])
            for person in _PERSON.finditer(read)
            if free(*person.span(1)) and not _OFFICE.search(person[1])
        ]
        for stranger in found:
            key = stranger.iso or stranger.name
            if key not in seen:
                seen.add(key)
                yield stranger


@cache
def _countries() -> Finder:
    territories = sorted(Locale("en").territories.items())
    return Finder(
        (iso, name)
        for iso, usual in territories
        if len(iso) == 2 and iso.isalpha() and iso != HOME and is_known_iso(iso)
        for name in (str(usual), *DEMONYMS.get(str(usual), ()))
    )
