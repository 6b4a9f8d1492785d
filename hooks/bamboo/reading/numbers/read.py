"""Reads the numbers of a text, whatever its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from bamboo.kinds import qualifiers
from bamboo.reading import days
from bamboo.reading.numbers import english, vietnamese
from bamboo.reading.numbers.figure import ANNIVERSARY, COUNT, ORDINAL, Figure
from bamboo.reading.numbers.grammar import Grammar

# A language that has no grammar here is read as English: its digits are found, its words are not.
GRAMMARS = {"en": english.GRAMMAR, "vi": vietnamese.GRAMMAR}
_NEAR = 34  # characters before a number in which its qualifier begins
_DENIED = 50  # the same for "no trainee may stay more than"
_REACH = 80  # characters in which a verb still speaks of the number


def grammar(lang: str) -> Grammar:
    """How a language prints numbers."""
    return GRAMMARS.get(lang.partition("-")[0], english.GRAMMAR)


def read(text: str, lang: str = "en") -> tuple[Figure, ...]:
    """Every number of `text` that is no date and no part of a name such as G20, in order."""
    return _cached(text, lang.partition("-")[0])


@lru_cache(maxsize=2048)
def _cached(text: str, lang: str) -> tuple[Figure, ...]:
    return tuple(_read(text, lang, grammar(lang)))


def _read(text: str, lang: str, forms: Grammar) -> Iterator[Figure]:
    if not forms.hint.on(text):
        return
    dates = days.read(text, lang)
    # A number has a word of these in it, and one that is part of a date is none.
    if all(any(date.start <= at < date.end for date in dates) for at in forms.hint.places(text)):
        return
    last = at = 0  # where the number before ends, and where to go on
    while found := forms.number.search(text, at):
        found = _alone(found, forms)
        at = found.end()
        date = next((date for date in dates if found.start() < date.end and date.start < found.end()), None)
        if date:
            at = max(date.end, found.start() + 1)
            continue
        yield _figure(text, found, last, forms)
        last = found.end()


def _alone(found: re.Match[str], forms: Grammar) -> re.Match[str]:
    """The match, or the first number alone where two are no range."""
    high = forms.high(found)
    if high is None:
        return found
    text = found.string
    joined = text[found.start() : found.start("high")]
    told = forms.between if joined.endswith(" and ") else forms.from_
    is_range = bool(told.search(text, 0, found.start())) is joined.endswith(" and ")
    # "Rose by six to 71": what comes after "by" is a range only where it counts something behind it.
    counts = re.match(r"[ -]?[\w%]", text[found.end() :]) or forms.kind(found) != COUNT
    if (
        is_range
        and high > forms.value(found)
        and (counts or not forms.moved_by.search(text, 0, found.start()))
    ):
        return found
    return forms.alone.match(text, found.start()) or found


def _figure(text: str, found: re.Match[str], last: int, forms: Grammar) -> Figure:
    kind = forms.kind(found)
    begin, qualifier = _qualifier(text, found.start(), last, kind, forms)
    end = found.end()
    if after := forms.after.match(text, end):
        if qualifier == "exact":
            qualifier = str(after.lastgroup).replace("_", "-")
        end = after.end()
    if vague := found.groupdict().get("vague"):
        qualifier = vague.lower()
    before = text[max(last, begin - _REACH) : begin]
    clause = re.split(r"[,;:(]\s|\band\b", forms.stop.split(before)[-1])[-1]
    said = _said(clause, found, end, forms)
    return Figure(
        value=forms.value(found),
        kind=kind,
        qualifier=qualifier,
        part=_part(text, last, found.start(), forms),
        text=text[begin:end],
        start=found.start(),
        end=end,
        high=forms.high(found) if "high" in found.re.groupindex else None,
        says=frozenset(said),
        change=not forms.until.search(before),
    )


def _said(clause: str, found: re.Match[str], end: int, forms: Grammar) -> set[str]:
    """What is said of the number: by words in it, after it, or the last of each sort before it."""
    said = {word.lastgroup or "" for word in forms.says.finditer(found[0])}
    if after := forms.said_after.match(found.string, end):
        return said | {after.lastgroup or ""}
    moved = [word.lastgroup for word in forms.says.finditer(clause)]
    for sort in (("up", "down"), ("surplus", "deficit")):
        said |= {word for word in [word for word in moved if word in sort][-1:] if word}
    return said


def said_in(words: str, lang: str = "en") -> frozenset[str]:
    """What words say of a number, wherever it is: a "trade deficit", "growth"."""
    forms = grammar(lang)
    said = {found.lastgroup or "" for found in forms.says.finditer(words)}
    return frozenset(said | {found.lastgroup or "" for found in forms.said_after.finditer(f" {words}")})


def _part(text: str, last: int, start: int, forms: Grammar) -> Literal["", "whole", "total"]:
    if last and forms.out_of.fullmatch(text, last, start):
        return "whole"
    return "total" if forms.total.search(text, last, start) else ""


def _qualifier(text: str, start: int, last: int, kind: str, forms: Grammar) -> tuple[int, str]:
    """Where the number with its qualifier begins, and what qualifies it."""
    before = forms.before.search(text, max(last, start - _NEAR), start)
    if forms.bounds.on(text):
        before = forms.bound.search(text, max(last, start - _DENIED), start) or before
    begin = before.start() if before else start
    plain = str(before.lastgroup).replace("_", "-") if before else "exact"
    if kind in (ORDINAL, ANNIVERSARY):  # "guests are expected for the 80th anniversary"
        return begin, plain
    clause = text[max(last, begin - _REACH) : begin]
    if not forms.expected.search(forms.stop.split(clause)[-1]):
        return begin, plain
    return begin, qualifiers.expected(plain)
