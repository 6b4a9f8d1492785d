"""Finds a quote in a seed, exactly and at one place; else says where the two texts first differ.

Matching is that of the W3C TextQuoteSelector on folded text (see `seed.Folded`): Unicode NFC, runs of
white space as one space, nothing else forgiven; on word boundaries.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache, partial
from typing import Any, Literal

from bamboo.data.records import Passage
from bamboo.data.seed import Folded, Seed, fold_text
from bamboo.kinds.known import LOCATED
from bamboo.kinds.library import Entry, Library

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of a seed: offsets in code points of its text, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Miss:
    """Why a quote has no one place.

    `absent`: the words are not there; where something near was found, `quoted` and `printed` are
    the two texts around the first difference, `pair` the two characters there, `at` its offset in the
    seed. `cut`: they begin or end inside a word. `several`: they are at more than one place.
    `empty`: there are none.
    """

    reason: Literal["absent", "cut", "several", "empty"]
    quoted: str = ""
    printed: str = ""
    at: int | None = None
    pair: tuple[str, str] = ("", "")
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """Where one passage of a record was looked for (source id and path in the record), and what was found."""

    source: str
    path: Path
    passage: Passage
    found: Span | Miss


class _Everywhere(Mapping[str, tuple[Located, ...]]):
    """What is found of each record, looked for when it is asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __getitem__(self, file: str) -> tuple[Located, ...]:
        kind, entry = self._library.at(file)
        return self._library.once(LOCATED, entry, partial(_located, self._library, kind, entry))

    def __iter__(self) -> Iterator[str]:
        return (entry.file for _, entry in self._library.entries())

    def __len__(self) -> int:
        return sum(map(len, self._library.records.values()))


@lru_cache(maxsize=8)
def locate_all(library: Library) -> Mapping[str, tuple[Located, ...]]:
    """Every passage of every record located, by file.

    Passages of sources without a readable seed are left out: that is another finding.
    """
    return _Everywhere(library)


def located_in(library: Library, entry: Entry[Any], source: str) -> Iterator[Located]:
    """The passages of one source in a record that is no card. No other text is looked into for it."""
    seed = seed_of(library, source)
    if seed is not None:
        for path, of, passage in entry.passages:
            if of == source:
                yield Located(source, path, passage, locate(seed, passage))


def _located(library: Library, kind: str, entry: Entry[Any]) -> tuple[Located, ...]:
    own = entry.id if kind == "sources" else ""
    return tuple(
        Located(source or own, path, passage, locate(seed, passage))
        for path, source, passage in entry.passages
        if (seed := seed_of(library, source or own)) is not None
    )


def seed_of(library: Library, source: str) -> Seed | None:
    """The text of a source, where its card and its seed could be read and the seed is as it was."""
    card = library.sources.get(source)
    seed = library.seeds.get(card.record.seed) if card else None
    return seed if card and seed and seed.sha256 == card.record.sha256 else None


def locate(seed: Seed, passage: Passage) -> Span | Miss:
    """The one place of `seed` where `passage` is."""
    return _locate(seed, passage.quote, passage.prefix or "", passage.suffix or "")


# A preview reads everything anew after each saved change, and few quotes change.
@lru_cache(maxsize=65_536)
def _locate(seed: Seed, words: str, before: str, after: str) -> Span | Miss:
    folded = seed.folded
    quote = fold_text(words)
    if not quote:
        return Miss("empty")
    everywhere = _places(folded.text, quote)
    if not everywhere:
        return _difference(folded, quote)
    whole = [at for at in everywhere if on_word_boundaries(folded.text, at, at + len(quote))]
    if not whole:
        return Miss("cut", places=tuple(folded.origin[at] for at in everywhere))
    prefix, suffix = fold_text(before), fold_text(after)
    here = [at for at in whole if _stands_between(folded.text, at, at + len(quote), prefix, suffix)]
    if len(here) == 1:
        return Span(folded.origin[here[0]], _end(seed, here[0] + len(quote)))
    if here:
        return Miss("several", places=tuple(folded.origin[at] for at in here))
    return Miss("absent", quoted=f"{prefix} […] {suffix}", places=tuple(folded.origin[at] for at in whole))


def _end(seed: Seed, folded_end: int) -> int:
    """Where a span that ends before folded character `folded_end` ends in the seed itself."""
    end = seed.folded.origin[folded_end]
    # White space that was folded away between the last character and the next one is no part of it.
    while end > 0 and seed.text[end - 1].isspace():
        end -= 1
    return end


def _places(text: str, quote: str) -> list[int]:
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def in_word(character: str) -> bool:
    """Whether a character is part of a word."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def on_word_boundaries(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at either end of a stretch of text."""
    cut_before = start > 0 and in_word(text[start - 1]) and in_word(text[start])
    cut_after = end < len(text) and in_word(text[end - 1]) and in_word(text[end])
    return not (cut_before or cut_after)


def _stands_between(text: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    if not prefix and not suffix:
        return True
    return text[:start].rstrip().endswith(prefix) and text[end:].lstrip().startswith(suffix)


SHOWN = 24  # characters of each text shown on either side of a difference


def _difference(folded: Folded, quote: str) -> Miss:
    """Where `quote` first departs from the most similar passage of the text."""
    text = folded.text
    kept = _longest(lambda n: quote[:n] in text, len(quote))
    if kept >= min(12, len(quote) // 2 + 1):
        at = text.find(quote[:kept]) + kept
    else:  # the beginning itself is wrong: go by the longest run that both share
        shared = SequenceMatcher(None, text, quote, autojunk=False).find_longest_match()
        if shared.size < 12:
            return Miss("absent")
        begin, head = max(0, shared.a - shared.b - SHOWN), quote[: shared.b]
        kept = _longest(lambda n: head[:n] in text[begin : shared.a + 1], len(head))
        if kept < 3:  # too short to be more than chance
            kept, at = 0, max(0, shared.a - shared.b)
        else:
            at = text.rfind(head[:kept], begin, shared.a + 1) + kept
    before = min(SHOWN, kept, at)
    return Miss(
        "absent",
        quoted=_window(quote, kept - before, kept + SHOWN),
        printed=_window(text, at - before, at + SHOWN),
        at=folded.origin[at],
        pair=(quote[kept : kept + 1], text[at : at + 1]),
    )


def _window(text: str, start: int, end: int) -> str:
    """Part of a text, with dots where more of it follows."""
    return f"{'…' if start > 0 else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _longest(holds: Callable[[int], bool], limit: int) -> int:
    """The largest n up to `limit` for which `holds(n)`; true for every smaller n too."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low
