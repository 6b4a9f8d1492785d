"""What a text cannot have, by its words alone: most patterns are in few texts, and slow to look for.

A word is looked at once, in whatever text it is and for whatever pattern: texts are many, and their words are
mostly the same. So it is one look at a text that says of all patterns which it can have.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_

from bamboo.data.patterns import pattern

WORD = pattern(r"\w+")


class Sign:
    """What every text has in which something can be found: for each of `words` a word in small letters that
    looks so, and the characters `mark` anywhere.
    """

    __slots__ = ("bits", "mark")

    def __init__(self, *words: str, mark: str = "") -> None:
        self.mark = mark
        self.bits = reduce(or_, map(_MASKS.bit, words), 0)
        """Those that `mask` has of a text with such words."""

    def on(self, text: str) -> bool:
        """Whether a text has them."""
        return self.mark in text and not self.bits & ~mask(text)

    def places(self, text: str) -> Iterator[int]:
        """Where the words begin that look like any of them."""
        return (at for _, at in places(text, [word for word in words(text) if _MASKS[word] & self.bits]))


class Seldom:
    """A pattern that few texts have: it is looked for only where there are all words of one of its signs."""

    __slots__ = ("_signs", "pattern")

    def __init__(self, pattern: re.Pattern[str], *signs: Sign) -> None:
        self.pattern = pattern
        self._signs = signs

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it is."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Every place where it is."""
        return self.pattern.finditer(text) if self.may_be_in(text) else ()

    def may_be_in(self, text: str) -> bool:
        """Whether the words of a text let it be there."""
        known = mask(text)
        return any(not sign.bits & ~known for sign in self._signs)


class _Masks(dict[str, int]):
    """Of each word the bits of all that it looks like."""

    def __init__(self) -> None:
        super().__init__()
        self._bits: dict[str, int] = {}
        self._looks: tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], int], ...]] | None = None

    def bit(self, word: str) -> int:
        """The bit of words that look so."""
        if word not in self._bits:
            self._bits[word] = 1 << len(self._bits)
            # What is known of words says nothing of this.
            self._looks = None
            self.clear()
            mask.cache_clear()
        return self._bits[word]

    def __missing__(self, word: str) -> int:
        if self._looks is None:
            each = tuple((re.compile(look), bit) for look, bit in self._bits.items() if look)
            self._looks = re.compile("|".join(f"(?:{look.pattern})" for look, _ in each) or "(?!)"), each
        any_, each = self._looks
        # All words look like nothing, and most look like nothing else.
        found = self._bits.get("", 0)
        if any_.search(word):
            found |= sum(bit for look, bit in each if look.search(word))
        self[word] = found
        return found


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """Its words, each once, of whatever letter case."""
    if text.isascii():
        return frozenset(WORD.findall(text.lower()))
    return frozenset(map(str.casefold, WORD.findall(text)))


def places(text: str, some: Collection[str]) -> Sequence[tuple[str, int]]:
    """Some of its words, likewise, and where each of them begins, in order."""
    if len(some) <= _FEW and text.isascii():
        found = [(at, word) for word in some for at in _each(text.lower(), word)]
        return [(word, at) for at, word in sorted(found)]
    return [row for row in _places(text) if row[0] in some]


# So many words are sooner looked for than all words of a text gone through.
_FEW = 6


def _each(lower: str, word: str) -> Iterator[int]:
    """Where a word is in a text of small letters."""
    at = lower.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_in_word(lower[at - 1 : at]) or _in_word(lower[end : end + 1])):
            yield at
        at = lower.find(word, end)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@lru_cache(maxsize=512)
def _places(text: str) -> tuple[tuple[str, int], ...]:
    return tuple([(word[0].casefold(), word.start()) for word in WORD.finditer(text)])


@lru_cache(maxsize=4096)
def mask(text: str) -> int:
    """The bits of all that its words look like."""
    return reduce(or_, map(_MASKS.__getitem__, words(text)), 0)


_MASKS = _Masks()
