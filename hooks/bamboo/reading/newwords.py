"""The words that a text has and none of its quotes: only these can say what the quotes do not."""

from __future__ import annotations

from functools import lru_cache

from bamboo.data.patterns import pattern

WORD = pattern(r"[^\W\d_][\w'-]*")


@lru_cache(maxsize=64)
def new(text: str, quotes: tuple[str, ...]) -> frozenset[str]:
    """The words of a text that no quote has letter by letter."""
    return words(text).difference(*map(words, quotes))


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The words of a text as printed."""
    return frozenset(WORD.findall(text))
