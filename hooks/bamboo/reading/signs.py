"""What a text cannot have, by its words alone: most patterns are in few texts, and slow to look for.

A word is looked at once, in whatever text it is: texts are many, and their words are mostly the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bamboo.data.patterns import pattern

WORD = pattern(r"\w+")


class Sign:
    """What every text has in which something can be found: a word in small letters that looks like `word`,
    and the characters `mark` anywhere.
    """

    def __init__(self, word: str, mark: str = "") -> None:
        self._words = _Words(pattern(word))
        self._mark = mark

    def on(self, text: str) -> bool:
        """Whether a text has them."""
        return self._mark in text and any(map(self._words.__getitem__, words(text)))


class _Words(dict[str, bool]):
    """Which words look so."""

    def __init__(self, word: re.Pattern[str]) -> None:
        super().__init__()
        self._word = word

    def __missing__(self, word: str) -> bool:
        found = self[word] = self._word.search(word) is not None
        return found


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """Its words, each once, of whatever letter case."""
    if text.isascii():
        return frozenset(WORD.findall(text.lower()))
    return frozenset(map(str.casefold, WORD.findall(text)))
