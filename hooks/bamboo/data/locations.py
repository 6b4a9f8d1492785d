"""Places in files, and problems as values: a Finding is collected, sorted and shown, never raised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Literal

from bamboo.data.patterns import pattern

Level = Literal["error", "warning", "notice"]  # a notice is work left, and stops nothing


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place a person can go to: path from the project root with `/`, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One problem with its place.

    `message` says what was read and what was expected, on one or two lines; `hint` is the fix. Programs go
    by `rule` and `code`, which stay as they are, whatever the words; `path` is the field in its record and
    `value` what was read there, where it is about one. Sorted by the first fields, in their order.
    """

    location: Location
    rule: str
    message: str
    hint: str = ""
    level: Level = "error"
    code: str = field(kw_only=True, compare=False)
    path: tuple[str | int, ...] = field(default=(), kw_only=True, compare=False)
    value: str = field(default="", kw_only=True, compare=False)

    def as_dict(self) -> dict[str, Any]:
        """The public JSON form: file, line, column, rule, level, message, hint, code, path, value."""
        return {
            "file": self.location.file,
            "line": self.location.line,
            "column": self.location.column,
            "rule": self.rule,
            "level": self.level,
            "message": self.message,
            "hint": self.hint,
            "code": f"{self.rule}.{self.code}",
            "path": list(self.path),
            "value": self.value,
        }


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, line and column, each once."""
    return sorted(set(findings))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or "" where none is near."""
    found = get_close_matches(word.casefold(), list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


# Control characters (but not line breaks), zero-width characters, and those that turn the writing
# direction: none has a place in a text that a person types, and each can hide what a text says.
HIDDEN = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def hidden(text: str) -> re.Match[str] | None:
    """The first hidden character of `text`, if it has any."""
    # All of them are among what cannot be printed, which is sooner looked for.
    return None if text.isprintable() or text.replace("\n", "").isprintable() else HIDDEN.search(text)


def unhidden(text: str) -> str:
    """`text` with each hidden character as `<U+200B>`: none may steer a terminal or turn the writing."""
    return HIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


_PLAIN_NAMES = {"'": "straight apostrophe", '"': "straight double quote", " ": "space"}


def character_name(character: str) -> str:
    """`no-break space U+00A0`: how a message names a character that is easily missed or mistaken."""
    if character.isascii() and character.isalnum():
        return f"`{character}`"
    name = _PLAIN_NAMES.get(character) or unicodedata.name(character, "control character").lower()
    return f"{name.replace('quotation mark', 'quote')} U+{ord(character):04X}"


# Spaces that are not the plain one, letters of other alphabets that look like Latin ones, two letters in one
# character (ﬁ), wide forms.
_MISTAKEN = pattern(
    "[\u0085\u00a0\u0370-\u03ff\u0400-\u04ff\u1680\u2000-\u200a\u202f\u205f\u3000\ufb00-\ufb06\uff01-\uff5e]"
)


def mistaken(text: str) -> str:
    """The first character of `text` that looks like another one and is not, in words; or ""."""
    found = _MISTAKEN.search(text)
    return character_name(found[0]) if found else ""


def shorten(text: str, limit: int = 80) -> str:
    """`text` on one line and at most `limit` characters, for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
