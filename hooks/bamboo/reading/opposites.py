"""Words that cannot both be meant, from the list opposites.yml beside the rule that uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from bamboo.reading.forms import form, words

WORDS = Path(__file__).with_suffix(".yml")

# Prefixes that turn a word round.
_PREFIX = re.compile(r"^(?:un|in|im|ir|il|dis|non-?|mis|counter)(?=[a-z]{4})")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides that exclude each other. `strong`: words of the other side that are said only where a quote
    has a word of it."""

    one: re.Pattern[str]
    other: re.Pattern[str]
    strong: re.Pattern[str]
    reason: str


def _pattern(beginnings: Sequence[str]) -> re.Pattern[str]:
    some = "|".join(
        re.escape(word[:-1]) + r"(?![\w'-])" if word.endswith(".") else re.escape(word) for word in beginnings
    )
    return re.compile(rf"(?<![\w-])(?:{some})[\w'-]*", re.IGNORECASE)


@cache
def pairs() -> tuple[Pair, ...]:
    """The list."""
    rows = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    found = []
    for row in rows:
        other, strong = row.get("other", []), row.get("strong", [])
        found.append(
            Pair(_pattern(row["one"]), _pattern([*other, *strong]), _pattern(strong or ["\0"]), row["reason"])
        )
    return tuple(found)


@lru_cache(maxsize=16_384)
def _all(text: str) -> Mapping[tuple[int, int], tuple[str, ...]]:
    """By number of the pair and side, the words of a text that are on it."""
    return {
        (number, side): found
        for number, pair in enumerate(pairs())
        for side, pattern in enumerate((pair.one, pair.other))
        if (found := tuple(pattern.findall(text)))
    }


def _has(text: str) -> Mapping[tuple[int, int], str]:
    return {place: found[0] for place, found in _all(text).items()}


def opposed(text: str, quotes: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Each word of a plain text that its quotes do not bear out, what they say instead, and why."""
    quoted: dict[tuple[int, int], str] = {}
    for quote in quotes:
        quoted = {**_has(quote), **quoted}
    said = [(number, side, word) for (number, side), those in _all(text).items() for word in those]
    # A word of several meanings is borne out in one of them.
    borne_out = {word for number, side, word in said if (number, side) in quoted}
    for number, side, word in said:
        pair = pairs()[number]
        instead = quoted.get((number, 1 - side), "")
        if word not in borne_out and (instead or (side and pair.strong.match(word))):
            yield word, instead, pair.reason


def reversed_by_prefix(text: str, printed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each word that a quote has without its "un-" or "dis-", and not with it."""
    for word, _ in words(text):
        bare = _PREFIX.sub("", word.lower())
        if bare != word.lower() and len(bare) > 4 and form(word) not in printed and form(bare) in printed:
            yield word, bare
