"""A sorted list of words as one short text, and short numbers; scripts/search/wordlist.mjs reads them."""

from __future__ import annotations

from collections.abc import Iterable

# JavaScript counts the characters after it as two.
_LAST_OF_ONE_UNIT = "\uffff"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def shortened(ordered: Iterable[str]) -> str:
    """Words in order, each without the letters it shares with the one before it, whose number comes first."""
    before, found = "", []
    for word in ordered:
        shared = min(_shared(before, word), len(_DIGITS) - 1)
        found.append(_DIGITS[shared] + word[shared:])
        before = word
    return " ".join(found)


def to_36(number: int) -> str:
    """A number to the base of 36."""
    return (to_36(number // 36) if number >= 36 else "") + _DIGITS[number % 36]


def _shared(one: str, other: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b or a > _LAST_OF_ONE_UNIT),
        min(len(one), len(other)),
    )
