"""Dates of another clause than what is stated: "which Japan proposed in May", "will open in 2026 and has"."""

from __future__ import annotations

import re

from bamboo.data.patterns import pattern
from bamboo.reading import phrases, sentences, tense
from bamboo.reading.days import Printed
from bamboo.reading.signs import Sign

# Where a clause with a verb of its own begins.
_EDGE = pattern(
    r"[;:]\s|,? (?:but|while|whereas|although|though)\b"
    r"|, (?=(?:(?:of|for|in|on|with|to|by|after) )?(?:which|who|whom|whose|where)\b)"
    r"|,? and (?=(?:(?:also|already|now|then|it|they|he|she) ){0,2}"
    r"(?:has|have|had|is|are|was|were|will|did)\b)"
    r"|, and (?=(?:the|its|their|both|all) (?:[a-z-]+ ){1,4}(?:has|have|had|is|are|was|were|will)\b)"
    r"|, and (?=(?:[A-Z][\w.'-]* ){1,5}[a-z]+(?:s|ed)\b)"
)
_NAME = pattern(r"(?<=[\w,] )[A-Z][\w'-]*")
_PERFECT = pattern(r"(?:also |already |now |it |they )*(?:has|have)\b")
# "If parliament ratifies the treaty in June": that is no time of what follows from it.
_IF = pattern(r"\b(?:[Ii]f|[Uu]nless|[Pp]rovided) [^,;.]*$")
_STOP = pattern(r"[,;.](?:\s|$)")
# A clause that goes its own way: "; the roofs followed in December".
_ON_ITS_OWN = pattern(r"[;:]\s|,? (?:while|whereas|but)\b")
_VERB = pattern(r"\b(?:[a-z]+ed|was|were|is|are|has|have|had|will|began|came|went|took|gave|met|held)\b")
_RELATIVE = pattern(r"(?:(?:of|for|in|on|with|to|by|after) )?(?:which|who|whom|whose|where)\b")
# "Twice what Canberra offered in 2021", "two thirds of the sum agreed in 2018": the time of another thing.
_GIVEN = "agreed|pledged|promised|signed|adopted|reached|concluded|opened|built|set|made|given"
_MAY_BE_OTHERS = (Sign("^(?:than|twice|times|half|double|triple)$", "^(?:what|as)$"), Sign(f"^(?:{_GIVEN})$"))
_OTHERS = pattern(
    r"\b(?:than|twice|times|half|double|triple) (?:what|as (?:much|many) as)\b[^,;.]*$"
    r"|\b(?:of|for|under|with|from|to) (?:the|an?|its|their) (?:[a-z-]+ ){0,2}[a-z]+ "
    rf"(?:{_GIVEN}) (?:in|on) $"
)


def belongs_elsewhere(text: str, date: Printed, statement: str) -> bool:
    """Whether a date of a plain text is that of a clause about something else than the statement.

    It is so of a condition, of a relative clause, of one that puts off what it says where the statement puts
    off nothing, and of one before another that says what has been since. A date before the verb of its clause
    may be that of all.
    """
    if condition := _IF.search(text, 0, date.start):
        rest = _STOP.split(text[condition.start() :])[0]
        stated = phrases.words(statement)
        own, outside = phrases.words(rest), phrases.words(text.replace(rest, ""))
        if date.end <= condition.start() + len(rest) and len(stated & outside) > len(stated & own):
            return True
    if is_of_another(text, date):
        return True
    spans = (span for span in sentences.spans(text) if span[0] <= date.start < span[1])
    start, end = next(spans, (0, len(text)))
    edges = [*_EDGE.finditer(text, start, end)]
    begin = max((edge.end() for edge in edges if edge.end() <= date.start), default=start)
    stop = min((edge.start() for edge in edges if edge.start() >= date.end), default=end)
    if (begin, stop) == (start, end):
        return False
    clause, others = text[begin:stop], f"{text[:begin]} {text[stop:]}"
    # A name may be in each of them.
    words = phrases.words(_NAME.sub("", statement))
    if len(words & phrases.words(others)) <= len(words & phrases.words(clause)):
        return False
    later = [one for one in tense.marks(clause) if one.start < date.start - begin]
    return bool(
        _RELATIVE.match(clause)
        or (
            any(_ON_ITS_OWN.match(edge[0]) and edge.end() == begin for edge in edges)
            and _VERB.search(clause, 0, max(0, date.start - begin))
        )
        or (later and not tense.looks_ahead(statement))
        or _since(text, stop, edges, words)
    )


def _since(text: str, stop: int, edges: list[re.Match[str]], words: frozenset[str]) -> bool:
    """Whether what is stated is in a later clause that says how things are since: "and has turned down"."""
    ends = [*(edge.start() for edge in edges[1:]), len(text)]
    later = [
        text[edge.end() : end].lstrip()
        for edge, end in zip(edges, ends, strict=False)
        if edge.start() >= stop
    ]
    best = max(later, key=lambda clause: len(words & phrases.words(clause)), default="")
    return bool(_PERFECT.match(best))


def is_of_another(text: str, date: Printed) -> bool:
    """Whether a date is that of another thing, with which something is compared or of which it is a part."""
    if not any(sign.on(text) for sign in _MAY_BE_OTHERS):
        return False
    return bool(_OTHERS.search(text, max(0, date.start - 80), date.start))


def is_condition(text: str, date: Printed) -> bool:
    """Whether a date is that of a condition: "if it is ratified in June"."""
    return bool(_IF.search(text, 0, date.start))
