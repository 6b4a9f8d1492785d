"""The order of names: numbers by their size; in Vietnamese by its own letters, then by tones."""

from __future__ import annotations

import unicodedata

from bamboo.data.patterns import pattern
from bamboo.data.seed import bare_letters

Key = tuple[tuple[int, int, str], ...]

_PARTS = pattern(r"(\d+)")
_WORDS = pattern(r"\w+")
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# No tone, then huyền, hỏi, ngã, sắc, nặng: the order of dictionaries.
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def plain(text: str) -> Key:
    """The key of an index: diacritics and case do not count, and 2nd is before 10th."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in _PARTS.split(bare_letters(text))
        if part
    )


def vietnamese(text: str) -> tuple[tuple[Key, int], ...]:
    """The key of a Vietnamese list, syllable by syllable: its letters, then its tone."""
    return tuple(_syllable(word) for word in _WORDS.findall(unicodedata.normalize("NFC", text.casefold())))


def first_letter(text: str) -> str:
    """The letter of the Vietnamese alphabet under which a name is found: `Â` for `Ấn Độ`."""
    word = next(iter(_WORDS.findall(unicodedata.normalize("NFC", text.casefold()))), "#")
    return unicodedata.normalize("NFC", _without_tone(word)[0])[:1].upper()


def _syllable(word: str) -> tuple[Key, int]:
    if word.isdigit():
        return ((0, int(word), ""),), 0
    letters, tone = _without_tone(word)
    return tuple((1, _LETTERS.find(letter) + 1, letter) for letter in letters), tone


def _without_tone(word: str) -> tuple[str, int]:
    marks = unicodedata.normalize("NFD", word)
    tone = next((number for number, mark in enumerate(_TONES) if mark and mark in marks), 0)
    kept = "".join(character for character in marks if character not in _TONES[1:])
    return unicodedata.normalize("NFC", kept), tone
