"""Text to the words that are looked up. scripts/search/fold.mjs does the same to what readers type."""

from __future__ import annotations

import re
import unicodedata

_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}")
_POSSESSIVE = re.compile(r"['’‘ʼ]s(?![^\W_])")
_DOLLAR = re.compile(r"(?:\bus)?\$")
_SCALE = re.compile(r"([0-9])(bn|mn)\b")
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*(?![^\W_])|[^\W_]+")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_ORDINAL = re.compile(r"([0-9]+)(?:st|nd|rd|th)")
_NO_MARKS = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i"})


def fold(text: str) -> str:
    """Small letters without marks: `Đối tác` and its decomposed form as `doi tac`."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_NO_MARKS))
    return "".join(character for character in plain if not unicodedata.combining(character))


def words(text: str) -> list[str]:
    """The words of `text`. `US$1,000` is `usd` and `1000`, `U.S.` is `us`, `13th` also `13`."""
    plain = _INITIALS.sub(lambda found: found[0].replace(".", ""), fold(text))
    plain = _DOLLAR.sub(" usd ", _POSSESSIVE.sub("", plain)).replace("%", " percent ")
    plain = _SCALE.sub(lambda found: f"{found[1]} {'billion' if found[2] == 'bn' else 'million'}", plain)
    found: list[str] = []
    for word in _WORD.findall(plain):
        if ordinal := _ORDINAL.fullmatch(word):
            found += [word, ordinal[1]]
        else:
            found.append(_number(word))
    return found


def _number(word: str) -> str:
    """A number as it is looked up: `1,000` as `1000`, the Vietnamese `14,8` as `14.8`."""
    if "," not in word:
        return word
    return word.replace(",", "") if _THOUSANDS.fullmatch(word) else word.replace(",", ".")
