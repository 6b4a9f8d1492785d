"""Small numbers that can be counted in a text: the names of a list, the days of a visit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading import days
from bamboo.reading.numbers import Figure

_MOST = 12
_NAME = r"(?:the )?[A-Z][\w'.-]*(?: (?:(?:of|and the|the) )?[A-Z][\w'.-]*)*(?: \([^)]*\))?"
_LIST = pattern(rf"{_NAME}(?:, (?:and )?{_NAME})*,? (?:and|or|&) {_NAME}")
_BETWEEN = pattern(r",? (?:and|or|&) |, ")
_DAYS = pattern(r"(?:-| )days?\b")
# "All but one of the seven" are six, and name both numbers.
_ALL_BUT = pattern(r"\b[Aa]ll (?:but|except) (?:one|1) of (?:[\w'-]+ ){0,2}?$")


def in_texts(figure: Figure, text: str, quotes: Iterable[str]) -> bool:
    """Whether a number of a claim is how many names a list has, or how many days a period."""
    value = int(figure.value)
    if figure.value != value or not 1 < value <= _MOST or figure.kind != "count" or figure.high is not None:
        return False
    quotes = tuple(quotes)
    if _DAYS.match(text, figure.end):
        return any(value in _lengths(quote) for quote in quotes)
    return any(value in _lists(one) for one in quotes) and not figure.text[0].isdigit()


def all_but_one(figure: Figure, text: str) -> int | None:
    """How many are meant by a number in "all but one of the seven"; None where it is in no such words."""
    return int(figure.value) - 1 if _ALL_BUT.search(text, 0, figure.start) else None


@lru_cache(maxsize=4096)
def _lists(text: str) -> frozenset[int]:
    """The numbers of names in its lists."""
    return frozenset(len(_BETWEEN.split(found[0])) for found in _LIST.finditer(text))


@lru_cache(maxsize=4096)
def _lengths(text: str) -> frozenset[int]:
    """The numbers of days of its periods."""
    ends = ((_date(one.first), _date(one.last)) for one in days.read(text) if not one.single)
    return frozenset((last - first).days + 1 for first, last in ends if first and last)


def _date(day: days.Day) -> date | None:
    try:
        return date(day.year or 2024, day.month or 0, day.day or 0)
    except ValueError:  # a month, or a slip of the pen
        return None
