"""Reads numbers as newspapers print them: value, kind, the qualifier of each, and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from bamboo.reading import days

# `count` is a plain number. An ordinal ("32nd") is none, but "80th anniversary" counts years.
Kind = Literal["count", "dollars", "percent", "ordinal", "anniversary"]

_SMALL = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
# "one" is left out by itself: it is far more often a pronoun ("one of the leaders") than a count.
WORDS = {"one": 1, "a": 1} | {word: number for number, word in enumerate(_SMALL, 2)}
WORDS |= {word: number * 10 for number, word in enumerate(_TENS, 2)}
SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
# Words that say how many without a number; they are their own qualifier, as no number says the same.
VAGUE = {"dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9}

# What stands directly before a number -> the qualifier of a record. `under` and `up-to` are in no record's
# list: a number that is printed so cannot be recorded as if it were exact.
QUALIFIERS = {
    "over": "over",
    "more than": "over",
    "exceeding": "over",
    "above": "over",
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "nearly",
    "just under": "nearly",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "roughly": "about",
    "some": "about",
    "an estimated": "about",
    "at least": "at-least",
    "not less than": "at-least",
    "no fewer than": "at-least",
    "no less than": "at-least",
    "up to": "up-to",
    "at most": "up-to",
    "no more than": "up-to",
    "not more than": "up-to",
    "less than": "under",
    "fewer than": "under",
    "under": "under",
    "below": "under",
}
# What stands directly after a number and qualifies it.
AFTER = {"+": "over", " or more": "at-least", " at least": "at-least"}
# Verbs that make what follows in the same clause an expectation.
EXPECTED = ("expected", "forecast", "projected", "predicted", "set to", "aims to", "is to reach")
_REACH = 80  # characters in which such a verb still speaks of the number

_UNDER_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:one|{'|'.join(_SMALL[:8])}))?|{'|'.join(reversed(_SMALL))})"
_WRITTEN = rf"(?:(?:an?|one)(?=[ -](?:{'|'.join(SCALES)})\b)|{_UNDER_100})(?: hundred(?: and)? {_UNDER_100})?"
_NUMBER = re.compile(
    r"(?<![\w$])(?<![\d][.,:/])"
    r"(?P<money>US\$ ?|\$ ?|USD )?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<th>st|nd|rd|th)?|(?P<words>{_WRITTEN})"
    rf"|(?P<nth>{'|'.join(_ORDINALS)})|(?P<vague>{'|'.join(VAGUE)}))"
    rf"(?!\w)(?![.,:/]\d)(?:[ -](?P<scale>{'|'.join(SCALES)})(?!\w))?"
    r"(?:(?P<percent> ?%| percent\b| per cent\b)|(?P<dollars> USD\b| US dollars\b| dollars\b))?"
    r"(?P<anniversary> anniversary\b)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<!\w)({'|'.join(sorted(QUALIFIERS, key=len, reverse=True))})(?: the| an?)?\s*$", re.IGNORECASE
)
_EXPECTED = re.compile(rf"\b(?:{'|'.join(EXPECTED)})\b", re.IGNORECASE)
_STOP = re.compile(r"[.;:!?]\s")
# What stands between the two numbers of "six out of the seven" and "six of UNESCO's seven".
_OUT_OF = re.compile(r"\s+(?:out of|of)(?:\s+the|\s+\w+['’]s)?\s+")
_TOTAL = re.compile(r"\btotal\b[^,;.]* to\s+$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed. `text` is the number with its money, scale and qualifier words."""

    value: Decimal
    kind: Kind
    qualifier: str
    part: Literal["", "whole", "total"]
    """`whole`: the second number of "six out of seven"; `total`: that of "bringing the total to 71"."""
    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[Figure, ...]:
    """Every number of `text` that is no date and no part of a name such as G20, in order."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Figure]:
    dates = days.read(text)
    last = 0  # where the number before ends
    for found in _NUMBER.finditer(text):
        if any(found.start() < date.end and date.start < found.end() for date in dates):
            continue
        begin, qualifier = _qualifier(text, found.start(), last)
        end = found.end()
        for words, meaning in AFTER.items():
            if qualifier == "exact" and text.startswith(words, end):
                qualifier, end = meaning, end + len(words)
        if found["vague"]:
            qualifier = found["vague"].lower()
        yield Figure(
            value=_value(found),
            kind=_kind(found),
            qualifier=qualifier,
            part=_part(text, last, found.start()),
            text=text[begin:end],
            start=found.start(),
            end=end,
        )
        last = found.end()


def _part(text: str, last: int, start: int) -> Literal["", "whole", "total"]:
    if last and _OUT_OF.fullmatch(text, last, start):
        return "whole"
    return "total" if _TOTAL.search(text, last, start) else ""


def _value(found: re.Match[str]) -> Decimal:
    if found["vague"]:
        return Decimal(VAGUE[found["vague"].lower()])
    if found["nth"]:
        return Decimal(_ORDINALS.index(found["nth"].lower()) + 1)
    digits = found["digits"]
    value = Decimal(digits.replace(",", "")) if digits else _written(found["words"].lower())
    return value * SCALES[found["scale"].lower()] if found["scale"] else value


def _written(words: str) -> Decimal:
    """`two hundred and twelve`, `twenty-one`."""
    value = 0
    for word in re.split(r"[ -]", words):
        if word == "hundred":
            value *= 100
        elif word != "and":
            value += WORDS[word]
    return Decimal(value)


def _kind(found: re.Match[str]) -> Kind:
    if found["th"] or found["nth"]:
        return "anniversary" if found["anniversary"] else "ordinal"
    if found["money"] or found["dollars"]:
        return "dollars"
    return "percent" if found["percent"] else "count"


def _qualifier(text: str, start: int, last: int) -> tuple[int, str]:
    """Where the number with its qualifier begins, and what qualifies it."""
    before = _BEFORE.search(text, max(last, start - 24), start)
    begin = before.start() if before else start
    plain = QUALIFIERS[before[1].lower()] if before else "exact"
    clause = text[max(last, begin - _REACH) : begin]
    clause = _STOP.split(clause)[-1]
    if not _EXPECTED.search(clause):
        return begin, plain
    return begin, "expected" if plain == "exact" else f"expected-{plain}"


def scale_of(unit: str) -> tuple[Decimal, Kind]:
    """What an indicator's unit says: `billion US dollars` is (10^9, dollars), `countries` (1, count)."""
    words = unit.lower().split()
    scale = SCALES.get(words[0], Decimal(1))
    if "dollars" in words:
        return scale, "dollars"
    return scale, "percent" if words[0] in ("percent", "%") else "count"
