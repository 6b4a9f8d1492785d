"""The words that a text has and none of its quotes: only these can say what the quotes do not."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from bamboo.data.patterns import pattern

WORD = pattern(r"[^\W\d_][\w'-]*")


def new(text: str, quotes: Collection[str]) -> frozenset[str]:
    """The words of a text that no quote has letter by letter."""
    return words(text).difference(*map(words, quotes))


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The words of a text as printed."""
    return frozenset(WORD.findall(text))
