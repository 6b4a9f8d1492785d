"""A seed: a source text as received, and the same text made comparable with a way back to it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bamboo.data.patterns import pattern

NO_ID = "a-name"  # stands for the id of a name without any Latin letter
_SPACE = pattern(r"\s+")
_SPACES = pattern(r"\s{2,}")


@dataclass(frozen=True, eq=False)
class Seed:
    """A source text. `text` is the decoded file, unchanged; offsets count its Unicode code points."""

    file: str
    text: str
    sha256: str

    @classmethod
    def of(cls, data: bytes, file: str) -> Seed:
        """Raises UnicodeDecodeError where `data` is not UTF-8."""
        return cls(file, data.decode("utf-8"), hashlib.sha256(data).hexdigest())

    def __getstate__(self) -> dict[str, str]:
        """Without what is quicker made than kept."""
        return {"file": self.file, "text": self.text, "sha256": self.sha256}

    @cached_property
    def folded(self) -> Folded:
        """The text made comparable."""
        return fold(self.text)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset at which each line begins."""
        return (0, *(found.end() for found in re.finditer("\n", self.text)))

    def line(self, offset: int) -> int:
        """The number of the line with `offset`, from 1."""
        return bisect_right(self.line_starts, offset)


@dataclass(frozen=True, slots=True)
class Folded:
    """Text in Unicode NFC with each run of white space as one space; nothing else is changed.

    `origin[i]` is the offset in the unfolded text of what became character i; one entry more than
    characters, so that `origin[end]` closes a span that ends at the end.
    """

    text: str
    origin: Sequence[int]


def fold(text: str) -> Folded:
    """Fold `text`, remembering where each character came from."""
    if unicodedata.is_normalized("NFC", text):
        return _folded(text)
    characters: list[str] = []
    origin = array("L")
    for start, piece in _pieces(text):
        for character in unicodedata.normalize("NFC", piece):
            if character.isspace():
                if characters and characters[-1] == " ":
                    continue
                character = " "
            characters.append(character)
            origin.append(start)
    origin.append(len(text))
    return Folded("".join(characters), origin)


def _folded(text: str) -> Folded:
    """The same where only white space is changed."""
    origin = array("L")
    done = 0
    for spaces in _SPACES.finditer(text):
        origin.extend(range(done, spaces.start() + 1))
        done = spaces.end()
    origin.extend(range(done, len(text) + 1))
    return Folded(_SPACE.sub(" ", text), origin)


def fold_text(text: str) -> str:
    """`text` folded, without the way back; no space at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


# Two letters in one character, as texts from PDFs have: read as the letters, quoted as printed.
LIGATURES = {one: unicodedata.normalize("NFKC", one) for one in "ﬀﬁﬂﬃﬄﬅﬆ"}


def bare_letters(text: str) -> str:
    """`Đà Nẵng` as `da nang`: how names are put in order and ids are proposed. Never for matching quotes."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return "".join(character for character in plain if not unicodedata.combining(character))


def id_like(stem: str) -> str:
    """`Cộng hoà Pháp` as an id: `cong-hoa-phap`. Proposed, never taken for granted."""
    return "-".join(re.findall(r"[a-z0-9]+", bare_letters(stem))) or NO_ID


def _pieces(text: str) -> list[tuple[int, str]]:
    """`text` cut where NFC never joins across, each piece with its offset."""
    pieces: list[tuple[int, str]] = []
    for at, character in enumerate(text):
        # A mark after white space has nothing to join: it keeps its own place.
        if pieces and not pieces[-1][1].isspace() and _joins(pieces[-1][1], character):
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + character)
        else:
            pieces.append((at, character))
    return pieces


def _joins(piece: str, character: str) -> bool:
    if unicodedata.combining(character):
        return True
    return unicodedata.normalize("NFC", piece + character) != (
        unicodedata.normalize("NFC", piece) + unicodedata.normalize("NFC", character)
    )
