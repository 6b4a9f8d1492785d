"""What is said of a number besides what it counts: a sum a year, a rise by it or to it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading.numbers import Figure
from bamboo.reading.signs import Sign

# A number in its text.
There = tuple[str, Figure]

_EACH = r"(?:a|per|each|every) (?:year|month|week|day|annum|person|head|capita)\b"
_RATE = pattern(
    rf"(?:[ -][\w$-]+){{0,3}}? (?:{_EACH}|annually|yearly|monthly|weekly|daily)(?! (?:earlier|ago|before))"
)
_ANY_RATE = pattern(
    rf"\b(?:{_EACH}|annual(?:ly)?|yearly|monthly|weekly|daily|per|average|each|every|once|twice|times|regular\w*)\b",
    re.IGNORECASE,
)
_MAY_BE_RATE = Sign("^(?:a|per|each|every|annually|yearly|monthly|weekly|daily)$")
_ABOUT = r"(?:(?:more than|over|almost|nearly|about|around|some|only|just|at least|up to) )?$"
_BY, _TO = pattern(rf"\bby {_ABOUT}"), pattern(rf"\bto {_ABOUT}")


def once(text: str, there: Collection[There]) -> str:
    """What the quotes print, where they give a number for each year or day and a plain claim once; or ""."""
    if not there or _ANY_RATE.search(text):
        return ""
    found = [_rate_of(*one) for one in there]
    return found[0] if all(found) else ""


@lru_cache(maxsize=4096)
def _rate_of(text: str, figure: Figure) -> str:
    """The number with the words that make it one of each year or day; "" where there are none."""
    rate = _RATE.match(text, figure.end) if _MAY_BE_RATE.on(text) else None
    return figure.text + rate[0] if rate else ""


def moved(text: str, figure: Figure, there: Collection[There]) -> str:
    """What the quotes print, where they say "by" a number and a claim "to" it, or the reverse; or ""."""
    if not there or figure.says.isdisjoint({"up", "down"}):
        return ""
    for here, other in ((_BY, _TO), (_TO, _BY)):
        if here.search(text, max(0, figure.start - 20), figure.start):
            found = [other.search(quote, max(0, one.start - 20), one.start) for quote, one in there]
            return f"{found[0][0]}{figure.text}" if found[0] and all(found) else ""
    return ""
