"""Which words of a text have substance: figures, dates, and the names of partners and people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bamboo import kinds
from bamboo.data.patterns import pattern
from bamboo.evidence.locate import Span
from bamboo.kinds.library import Library
from bamboo.reading import days, numbers
from bamboo.reading.mentions import lexicon, plain

_WORD = pattern(r"\S*\w\S*")
_SENTENCE = pattern(r"[^.!?…\n]*(?:[.!?](?=\w)[^.!?…\n]*)*[.!?…][\"'”’)\]]*(?!\w)")
SHORTEST = 5  # words of a sentence: "U.S." and "3." are none


def words_of(library: Library, text: str, spans: Iterable[Span]) -> int:
    """How many words in these stretches of a text have substance."""
    return sum(_many(library, plain(text[span.start : span.end])) for span in spans)


def sentences(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The whole sentences in these stretches. The full stop of the last one may be behind it."""
    for span in spans:
        end = span.end + (text[span.end : span.end + 1] in (".", "!", "?"))
        for found in _SENTENCE.finditer(text, span.start, end):
            if len(_WORD.findall(found[0])) >= SHORTEST:
                yield Span(*found.span())


def _many(library: Library, text: str) -> int:
    known = lexicon(library)
    told = [(date.start, date.end) for date in days.read(text)]
    told += [(number.start, number.end) for number in numbers.read(text)]
    for kind in (kind for kind in kinds.ALL if kind.sought):
        told += [(name.start, name.end) for name in known.finder(kind).find(text)]
    words = _WORD.finditer(text)
    return sum(any(word.start() < end and start < word.end() for start, end in told) for word in words)
