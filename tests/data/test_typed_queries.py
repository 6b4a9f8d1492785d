"""The queries of benchmarks/search as people type them: what they expect is there, and the halves are apart.

Of the held-out half only the classes are told: whoever improves the search does not read its queries.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import project
import pytest
from babel import Locale
from bamboo.kinds.library import Library, load
from bamboo.reading import names
from pages import all_pages

from benchmarks.search.queries import (
    DEVELOPMENT,
    FRESH,
    HALVES,
    HELD_OUT,
    LATER,
    NOTHING,
    TYPED,
    TYPED_CLASSES,
    Query,
    never_absent,
    read,
)

EACH = 10
"""Queries of a class that each half has at least."""
SIGNS = str.maketrans("’‘“”", "''\"\"")


@pytest.fixture(scope="module")
def library() -> Library:
    return load(project.ROOT)


def told(half: str, query: Query) -> str:
    return query.kind if half in (HELD_OUT, LATER) else query.text


def both() -> list[tuple[str, Query]]:
    return [(half, query) for half in HALVES for query in read(TYPED[half])]


def test_every_expected_page_exists(site: Path) -> None:
    pages = {path.relative_to(site).as_posix() for path in all_pages(site)}
    now_at = cache(project.now_at)
    missing = [
        (told(half, query), page)
        for half, query in [*both(), *((one, query) for one in (FRESH, LATER) for query in read(one))]
        for page in query.expect
        if now_at(page) not in pages
    ]
    assert missing == []


def test_the_halves_have_the_same_kinds_as_often() -> None:
    counts = {half: Counter(query.kind for query in read(TYPED[half])) for half in HALVES}
    assert counts[DEVELOPMENT] == counts[HELD_OUT]
    assert set(counts[DEVELOPMENT]) == set(TYPED_CLASSES)
    assert min(counts[DEVELOPMENT].values()) >= EACH
    assert sum(counts[DEVELOPMENT].values()) >= 150


def test_a_query_expects_pages_or_is_of_the_class_that_expects_none() -> None:
    wrong = [told(half, query) for half, query in both() if bool(query.expect) == (query.kind == NOTHING)]
    assert wrong == []


def test_no_query_is_there_twice_or_in_the_other_set() -> None:
    others = {query.text.casefold() for half in HALVES for query in read(half)}
    typed = [*both(), *((LATER, query) for query in read(LATER))]
    counts = Counter(query.text.casefold() for _, query in typed)
    assert [told(half, query) for half, query in typed if counts[query.text.casefold()] > 1] == []
    assert [told(half, query) for half, query in typed if query.text.casefold() in others] == []
    tuned_with = {query.text.casefold() for query in read(FRESH)}
    assert not tuned_with & {query.text.casefold() for query in read(LATER)}


def test_what_is_quoted_or_pasted_is_in_the_source_that_is_expected(library: Library) -> None:
    texts = {f"sources/{name}.html": _plain(text) for name, text in _texts(library).items()}
    wrong = [
        told(half, query)
        for half, query in both()
        if query.kind in ("quoted-stretches", "pasted-text")
        and not any(_plain(_unquoted(query)) in texts.get(page, "") for page in query.expect)
    ]
    assert wrong == []


def test_quoted_stretches_are_of_ten_words_and_of_every_source(library: Library) -> None:
    quoted = [(half, query) for half, query in both() if query.kind == "quoted-stretches"]
    assert [told(*one) for one in quoted if len(one[1].text.split()) not in (10, 11)] == []
    expected = {page for _, query in quoted for page in query.expect}
    assert {f"sources/{name}.html" for name in _texts(library)} <= expected


def test_what_must_not_be_found_is_not_in_the_sources(library: Library) -> None:
    """No source, and no record with all its names, holds all words of such a query, their marks included."""
    holders = [set(_words(seed.text)) for seed in library.seeds.values()]
    holders += [
        {word for name in names.all_names(entry) for word in _words(name.name)}
        for _, entry in library.entries()
    ]
    found = [
        told(half, query)
        for half, query in both()
        if query.kind == NOTHING and any(holder >= set(_words(query.text)) for holder in holders)
    ]
    assert found == []


def test_words_that_are_never_absent_are_no_names_of_countries() -> None:
    countries = {
        name.casefold()
        for language in ("en", "vi")
        for code, name in Locale(language).territories.items()
        if len(code) == 2
    }
    words = [word for group in never_absent().values() for word in group]
    assert [word for word in words if word.casefold() in countries] == []
    assert [word for word, times in Counter(words).items() if times > 1] == []
    assert [word for word in words if unicodedata.normalize("NFC", word) != word] == []


def _texts(library: Library) -> dict[str, str]:
    return {name: library.seeds[entry.record.seed].text for name, entry in library.sources.items()}


def _unquoted(query: Query) -> str:
    return query.text[1:-1] if query.kind == "quoted-stretches" else query.text


def _plain(text: str) -> str:
    return " ".join(text.translate(SIGNS).split())


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold())
