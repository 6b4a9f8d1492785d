"""Where words stand in a seed: under other marks, at one of several places, or nearly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bamboo.data.records import Passage
from bamboo.data.seed import Seed, fold_text
from bamboo.evidence.locate import on_word_boundaries

_ALIKE = {
    **dict.fromkeys("'‘’‚‛′ʼʹ`´", "'"),
    **dict.fromkeys('"“”„‟″«»', '"'),
    **dict.fromkeys("-‐‑‒–—―−", "-"),
}


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without white space, its quotation marks and dashes alike; where each character came from."""

    text: str
    origin: tuple[int, ...]


def bare(text: str) -> Bare:
    """`text`, which must be folded, made comparable. Dashes in a row (`--`) count as one."""
    letters: list[str] = []
    origin: list[int] = []
    for at, character in enumerate(text):
        letter = _ALIKE.get(character, character)
        if character == " " or (letter == "-" and letters and letters[-1] == "-" and text[at - 1] != " "):
            continue
        letters.append(letter)
        origin.append(at)
    return Bare("".join(letters), tuple(origin))


@lru_cache(maxsize=256)
def _bare_seed(seed: Seed) -> Bare:
    return bare(seed.folded.text)


@dataclass(frozen=True, slots=True)
class Printed:
    """A passage as its seed prints it, and the offset in the seed at which it begins."""

    passage: Passage
    at: int


def as_printed(seed: Seed, passage: Passage) -> Printed | None:
    """The passage with the seed's own marks and spaces, if it stands at exactly one place of it."""
    text, whole = seed.folded.text, _bare_seed(seed)
    before, words, after = (
        bare(fold_text(p or "")).text for p in (passage.prefix, passage.quote, passage.suffix)
    )
    if not re.search(r"\w", words):
        return None
    found = []
    at = whole.text.find(words)
    while at >= 0:
        first, last = at, at + len(words)
        start, end = whole.origin[first], whole.origin[last - 1] + 1
        between = whole.text.endswith(before, 0, first) and whole.text.startswith(after, last)
        if between and on_word_boundaries(text, start, end):
            found.append((first, last))
        at = whole.text.find(words, at + 1)
    if len(found) != 1:
        return None
    first, last = found[0]

    def printed(start: int, end: int) -> str:
        return text[whole.origin[start] : whole.origin[end - 1] + 1] if start < end else ""

    new = {"quote": printed(first, last)}
    if before:
        new["prefix"] = printed(first - len(before), first)
    if after:
        new["suffix"] = printed(last, last + len(after))
    return Printed(passage.model_copy(update=new), seed.folded.origin[whole.origin[first]])
