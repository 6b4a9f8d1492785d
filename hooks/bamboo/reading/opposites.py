"""Words that cannot both be meant: the list is opposites.yml beside this file, each row with its reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml

from bamboo.reading.forms import form, words

LIST = Path(__file__).with_suffix(".yml")

# Prefixes that turn a word round.
_PREFIX = re.compile(r"^(?:un|in|im|ir|il|dis|non-?|mis|counter)(?=[a-z]{4})")
_WORD = re.compile(r"[^\W\d_][\w'-]*")

# A row and a side of it: 0 is `one`, 1 is `other`, to which what is `strong` belongs too.
Side = tuple[int, int]


@cache
def rows() -> Sequence[Mapping[str, str | list[str]]]:
    """The list."""
    found: Sequence[Mapping[str, str | list[str]]] = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    return found


@cache
def _beginnings() -> Mapping[str, Sequence[tuple[Side, bool]]]:
    """By the beginning of a word, or a whole word with a full stop, its sides, and whether it is strong."""
    found = defaultdict(list)
    for number, row in enumerate(rows()):
        for name, side in (("one", 0), ("other", 1), ("strong", 1)):
            for beginning in row.get(name, ()):
                found[beginning].append(((number, side), name == "strong"))
    return found


@lru_cache(maxsize=16_384)
def _sides(word: str) -> Mapping[Side, bool]:
    """The sides of a word, and on which it is strong."""
    parts = (word[:end] for end in range(2, len(word) + 1))
    return dict(side for part in (*parts, f"{word}.") for side in _beginnings().get(part, ()))


@lru_cache(maxsize=16_384)
def _on_sides(text: str) -> Mapping[Side, str]:
    """The first word of a text on each side."""
    found: dict[Side, str] = {}
    for word in _WORD.finditer(text):
        for side in _sides(word[0].lower().removesuffix("'s")):
            found.setdefault(side, word[0])
    return found


def opposed(text: str, quotes: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Each word of a plain text that its quotes do not bear out, what they say instead, and why."""
    quoted: dict[Side, str] = {}
    for quote in quotes:
        quoted = {**_on_sides(quote), **quoted}
    for word in dict.fromkeys(found[0] for found in _WORD.finditer(text)):
        sides = _sides(word.lower().removesuffix("'s"))
        # A word of several meanings is borne out in one of them.
        if any(side in quoted for side in sides):
            continue
        for (number, side), strong in sides.items():
            instead = quoted.get((number, 1 - side), "")
            if instead or strong:
                yield word, instead, str(rows()[number]["reason"])
                break


def reversed_by_prefix(text: str, printed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each word that a quote has without its "un-" or "dis-", and not with it."""
    for word, _ in words(text):
        bare = _PREFIX.sub("", word.lower())
        if bare != word.lower() and len(bare) > 4 and form(word) not in printed and form(bare) in printed:
            yield word, bare
