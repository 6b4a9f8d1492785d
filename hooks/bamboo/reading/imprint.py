"""Where a text says who made it and when: by-lines, credits and stamps, apart from what it reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading.letters import small

# A line that is no sentence: few words, or words of a credit.
_SHORT = 10
_BY = pattern(
    r"^\W*(?:(?:story|text|words|written|reported|report|edited|compiled|article|interview|review|excerpted)"
    r"[: ]+)?"
    r"(?:by|author|authors|writer|reporter|theo|bài|tác giả)\b",
    re.IGNORECASE,
)
_TRANSLATED = pattern(r"\btranslat|\bdịch\b|\bngười dịch", re.IGNORECASE)
_ENDS = pattern(r"[.;:!?]['\"”’)]*$")


@lru_cache(maxsize=256)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def stamps(text: str) -> Iterator[str]:
    """The lines that are no sentences: titles, days, by-lines; and the beginnings of datelines."""
    for line in _lines(text):
        if len(line.split()) <= _SHORT or _BY.match(line):
            yield line
        elif found := re.match(r".{1,80}? (?:[-–—|]|\(\w+\)) ", line):
            yield found[0]


def credits(text: str) -> Iterator[str]:
    """The lines that say who wrote a text: a by-line, or a line of names alone."""
    for line in _lines(text):
        names = len(line.split()) <= _SHORT and not _ENDS.search(line) and not _TRANSLATED.search(line)
        if names or _BY.match(line):
            yield line


def translations(text: str) -> Iterator[str]:
    """The lines that say who translated it."""
    yield from (line for line in _lines(text) if _TRANSLATED.search(line))


# Words that only texts of one language are full of.
_USUAL = {
    "en": "the of and to in is was with for on",
    "vi": "và của các là với được trong đã những cho nước về",
    "fr": "le la les des du et est une dans pour que aux",
    "de": "der die das und ist den mit von für nicht ein eine",
    "es": "el los las y es del con por una para que se",
}
_ENOUGH, _SHARE = 30, 0.08


@lru_cache(maxsize=256)
def language(text: str) -> str:
    """The language that a text is plainly in, of those known here; "" where that is not plain."""
    words = Counter(re.findall(r"\w+", small(text)))
    number = words.total()
    counts = {lang: sum(words[word] for word in usual.split()) for lang, usual in _USUAL.items()}
    best, *others = sorted(counts, key=lambda lang: -counts[lang])
    plain = number >= _ENOUGH and counts[best] > number * _SHARE and counts[best] > 3 * counts[others[0]]
    return best if plain else ""
