"""How wide text may get, whatever font a reader has: lines are broken here, since SVG breaks none."""

from __future__ import annotations

import unicodedata

# In parts of the font's size, as wide as the widest of the usual sans-serif faces.
_NARROW, _USUAL, _CAPITAL, _WIDE = 0.4, 0.62, 0.78, 1.0
_THIN = frozenset("ijlftr.,;:'’!|()[] -")


def width(text: str, size: float) -> float:
    """An upper bound for the width of `text` in a font of this size."""
    return size * sum(_letter(letter) for letter in text)


def _letter(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if letter in _THIN:
        return _NARROW
    if letter in "mwMW@%—…" or unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0x2FFF:
        return _WIDE
    return _CAPITAL if letter.isupper() or ord(letter) > 0x24F else _USUAL


def lines(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """`text` in lines no wider than `room`, at most so many; what is left out shows as an ellipsis."""
    found = [""]
    for word in text.split():
        for piece in _pieces(word, size, room):
            longer = f"{found[-1]} {piece}".strip()
            if width(longer, size) <= room:
                found[-1] = longer
            else:
                found.append(piece)
    if len(found) <= most:
        return tuple(found)
    last = found[most - 1]
    while last and width(last + "…", size) > room:
        last = last[:-1]
    return (*found[: most - 1], last.rstrip() + "…")


def _pieces(word: str, size: float, room: float) -> list[str]:
    """A word cut where it alone is wider than a line."""
    found = [""]
    for letter in word:
        if found[-1] and width(found[-1] + letter, size) > room:
            found.append("")
        found[-1] += letter
    return found
