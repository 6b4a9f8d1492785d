"""The names a thing goes by: its own, those of its record, and a country's usual ones from CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from babel import Locale

from bamboo.data.records import Name
from bamboo.data.seed import bare_letters
from bamboo.kinds.library import Entry
from bamboo.kinds.partner import Partner

# Codes that CLDR names and that are no country: unknown, test locales, unions and areas.
NO_COUNTRY = {"ZZ", "XA", "XB", "EU", "EZ", "UN", "QO"}
CLDR_LANGUAGES = ("en", "vi")


@cache
def _cldr(language: str, iso: str) -> str | None:
    name = Locale(language).territories.get(iso)
    return str(name) if name else None


def all_names(entry: Entry[Any]) -> tuple[Name, ...]:
    """Every name of a record, its main one first, each once."""
    return tuple(_unique(_names(entry.record)))


def in_vietnamese(entry: Entry[Any]) -> str:
    """A record's first name in Vietnamese, with its diacritics; "" where there is none."""
    return next((name.name for name in all_names(entry) if name.lang == "vi"), "")


def _names(record: object) -> Iterator[Name]:
    main = getattr(record, "name", None) or getattr(record, "title", None)
    if main := main or getattr(record, "working_title", None):
        yield _name(main)
    yield from getattr(record, "also_known_as", ())
    if short := getattr(record, "short_name", None):
        yield _name(short)
    if expansion := getattr(record, "expansion", None):
        yield _name(expansion)
    if isinstance(record, Partner) and record.iso:
        for language in CLDR_LANGUAGES:
            if usual := _cldr(language, record.iso):
                yield _name(usual, language)


def _name(text: str, language: str = "en") -> Name:
    # Of a record that was checked when it was read, or of CLDR.
    return Name.model_construct(name=text, lang=language)


def _unique(names: Iterable[Name]) -> Iterator[Name]:
    seen = set()
    for name in names:
        if name.name not in seen:
            seen.add(name.name)
            yield name


def printed(names: Iterable[Name], texts: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that are in `texts` as whole words, in the order given."""
    everything = _together(tuple(texts))
    return tuple(name.name for name in names if _stands(name.name, everything))


@cache
def _together(texts: tuple[str, ...]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)


@cache
def _stands(name: str, everything: str) -> bool:
    # Looking for the letters is quick; most names stand nowhere.
    return name in everything and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", everything))


def is_known_iso(code: str) -> bool:
    """Whether CLDR knows a country of this code."""
    return _cldr("en", code) is not None and code not in NO_COUNTRY


@dataclass(frozen=True, slots=True)
class Country:
    """A country of CLDR with its usual names."""

    iso: str
    english: str
    vietnamese: str


@cache
def _countries() -> dict[str, Country]:
    """Every country by its English and Vietnamese names, without accents and in small letters."""
    found: dict[str, Country] = {}
    for language in CLDR_LANGUAGES:
        for iso in map(str, Locale("en").territories):
            if iso.isalpha() and len(iso) == 2 and is_known_iso(iso):
                english, vietnamese = _cldr("en", iso) or "", _cldr("vi", iso) or ""
                name = bare_letters(english if language == "en" else vietnamese)
                found.setdefault(name, Country(iso, english, vietnamese))
    return found


def country(name: str) -> Country | None:
    """The country of this English or Vietnamese name; accents and capital letters do not matter."""
    return _countries().get(bare_letters(" ".join(name.split())))


def names_country(text: str) -> bool:
    """Whether a country's name is among the words of a text."""
    words = re.findall(r"[\w'’.-]+", text)
    spans = ((at, end) for at in range(len(words)) for end in range(at + 1, min(at + 5, len(words)) + 1))
    return any(country(" ".join(words[at:end])) for at, end in spans)


def country_of(iso: str) -> Country | None:
    """The country of this code."""
    return next((found for found in _countries().values() if found.iso == iso), None)


def countries_like(name: str) -> list[Country]:
    """Countries whose English or Vietnamese names are spelt almost so, the nearest first.

    Of three letters or fewer, another name is another name: Úc is no Đức.
    """
    typed = bare_letters(" ".join(name.split()))
    near = get_close_matches(typed, list(_countries()), n=3, cutoff=0.75) if len(typed) > 3 else []
    return list(dict.fromkeys(_countries()[match] for match in near))
