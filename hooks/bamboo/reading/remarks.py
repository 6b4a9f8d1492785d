"""What the editors write about texts: notes, what is counted, a scope."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading import days, polarity

# Of a text one may say that it does not say something: no quote denies that.
_OF_A_TEXT = pattern(
    r"\b(?:sources?|texts?|article|report|reports|excerpt|caption|speech|quotes?|passages?|wording|words?|highlights|"
    r"print(?:s|ed|ing)?|say(?:s|ing)?|said|name(?:s|d)?|list(?:s|ed)?|give[sn]?|call(?:s|ed)?|dat(?:e|es|ed|ing)|explain(?:s|ed)?|"
    r"state[sd]?|mention(?:s|ed)?|count(?:s|ed)?|open|editors?|here|known|usually|clear|review|press|letter)\b",
    re.IGNORECASE,
)
_CONTRAST = pattern(r", (?:and )?not\b|\bnot just\b")
_UNDATED = pattern(
    r"\b(?:gives?|prints?|names?|states?|says?) (?:no|neither the|neither a) (?:exact )?(?:day|date)\b",
    re.IGNORECASE,
)
_DOTS = pattern(r"\bthree dots\b|\bellipsis\b", re.IGNORECASE)
_TWICE = pattern(r"\b(\w{4,}) (?:and|or) \1\b", re.IGNORECASE)
_QUOTED = pattern(r'"([^"]{3,})"')
_SENTENCE = pattern(r"(?<=[.;:])\s+(?=[A-Z“\"])|;\s+")
# What the editors work out themselves, and say so.
_THEIRS = pattern(r"\bby the editors\b|\bthe editors' own\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a remark, and the halves that a semicolon parts."""
    return tuple(part for part in _SENTENCE.split(text) if part)


def quoted(text: str) -> tuple[str, ...]:
    """What a plain remark has in quotation marks, without the stops that belong to it."""
    return tuple(words.strip(" .,;:…") for words in _QUOTED.findall(text))


def denies(sentence: str, near: bool) -> tuple[str, ...]:
    """The words of a sentence that deny something, besides what a text does not say and "this, not that".

    `near`: a text has to be spoken of right beside the denial, not only in the same sentence.
    """
    rest = _CONTRAST.sub("", sentence)
    if not near and _OF_A_TEXT.search(rest):
        return ()
    for denied in {*polarity.denials(rest)}:
        around = re.compile(rf"(?:\S+ ){{0,3}}\b{re.escape(denied)}\b(?: \S+){{0,5}}")
        rest = around.sub(lambda found: "" if _is_of_a_text(found[0], near) else found[0], rest)
    return polarity.denials(rest)


def wrong_of_a_text(sentence: str, quotes: Sequence[str], near: Iterable[str]) -> str:
    """What a sentence says of a text and the text shows to be otherwise; "" where nothing is."""
    if found := _UNDATED.search(sentence):
        for text in quotes:
            for date in days.read(text):
                if date.first.day and not (date.aside or date.relative):
                    return f"says “{found[0]}”; a quote prints “{text[date.start : date.end]}”"
    if (found := _DOTS.search(sentence)) and not any("…" in text or "..." in text for text in near):
        return f"says “{found[0]}”; there are none beside the quotes"
    return ""


def _is_of_a_text(words: str, near: bool) -> bool:
    """Whether words speak of a text; beside what is counted, "count" does not."""
    return any(not (near and found[0].lower().startswith("count")) for found in _OF_A_TEXT.finditer(words))


def said_twice(sentence: str) -> str:
    """A word that is joined with itself: "exports and exports"; "" where there is none."""
    found = _TWICE.search(sentence)
    return found[0] if found else ""


def is_worked_out(sentence: str) -> bool:
    """Whether the editors say that it is theirs."""
    return bool(_THEIRS.search(sentence))
