"""Dates of another clause than what is told: "which Japan proposed in March", "will open in 2026 and has"."""

from __future__ import annotations

import re

from bamboo.data.patterns import pattern
from bamboo.reading import phrases, sentences, tense
from bamboo.reading.days import Printed

# Where a clause with a verb of its own begins.
_EDGE = pattern(
    r"[;:]\s|,? (?:but|while|whereas|although|though)\b|, (?=(?:which|who|whom|whose|where)\b)"
    r"|,? and (?=(?:(?:also|already|now|then|it|they|he|she) ){0,2}"
    r"(?:has|have|had|is|are|was|were|will|did)\b)"
)
_RELATIVE = re.compile(r"(?:which|who|whom|whose|where)\b")


def belongs_elsewhere(text: str, date: Printed, told: str) -> bool:
    """Whether a date of a plain text is that of a clause about something else than `told`.

    It is so of a relative clause, and of one that puts off what it says where `told` puts off nothing; a date
    before the verb of its clause may be that of all of them.
    """
    start, end = next(span for span in sentences.spans(text) if span[0] <= date.start < span[1])
    edges = [*_EDGE.finditer(text, start, end)]
    begin = max((edge.end() for edge in edges if edge.end() <= date.start), default=start)
    stop = min((edge.start() for edge in edges if edge.start() >= date.end), default=end)
    if (begin, stop) == (start, end):
        return False
    clause, others = text[begin:stop], f"{text[start:begin]} {text[stop:end]}"
    later = [one for one in tense.marks(clause) if one.start < date.start - begin]
    if not (_RELATIVE.match(clause) or (later and not tense.looks_ahead(told))):
        return False
    words = phrases.words(told)
    return len(words & phrases.words(others)) > len(words & phrases.words(clause))
