"""What is left over: "all but seven took it up" says that these did not, and not all did."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading import numbers
from bamboo.reading.numbers import Figure
from bamboo.reading.signs import Sign

_ANY = Sign("^all$", "^(?:but|except|save|apart|exception)$")
ALL_BUT = pattern(r"\ball (?:but|except(?: for)?|save(?: for)?|apart from)(?: the| an?)? $", re.IGNORECASE)
_BUT = pattern(r"\b(?:all (?:but|except|save)|except for|apart from|with the exception of)\b", re.IGNORECASE)
_EXCEPT = pattern(r"\b(?:except(?: for)?|apart from|with the exception of)(?: the)? $", re.IGNORECASE)
_ALL_OF = pattern(r",? (?:all|each)(?: of)?(?: (?:the|its|their|these|those))? ?")
_ONE_OF = pattern(r"\bone\b", re.IGNORECASE)
_ONE = pattern(r"\ball (?:but|except(?: for)?|save(?: for)?|apart from) one\b", re.IGNORECASE)
# What is said of the rest.
_LEFT = pattern(
    r"\b(?:not|n't|never|yet|still|left|remain\w*|other|others|miss(?:ed|ing)|open|outstanding|lack\w*|fail\w*|"
    r"refus\w*|declin\w*|without|except\w*|all but|all save|apart from|exception|abstain\w*|oppos\w*|"
    r"reject\w*|un\w{4,}|no|none|neither|stay\w* away|absen\w+|return\w*|sent back|instead)\b|n't\b",
    re.IGNORECASE,
)
_OF_ALL = pattern(r"\b(?:all|each|every one)(?: of)?(?: (?:the|its|their|these|those))? $", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _rests(text: str) -> tuple[Figure, ...]:
    """The numbers of those that are left over; "one" is none."""
    return tuple(
        figure
        for at, figure in enumerate(numbers.read(text))
        if ALL_BUT.search(text, 0, figure.start)
        or any(before(text, figure, other) for other in numbers.read(text)[at + 1 : at + 2])
    )


def before(text: str, figure: Figure, whole: Figure) -> bool:
    """Whether a number is left over of the next one: "except for two, all of the nineteen"."""
    return bool(
        _EXCEPT.search(text, max(0, figure.start - 30), figure.start)
        and _ALL_OF.fullmatch(text, figure.end, whole.start)
    )


def _has(text: str) -> bool:
    return _ANY.on(text)


def of_them(claim: str, quotes: Collection[str]) -> bool:
    """Whether a claim speaks of those that its quotes leave over."""
    told = [quote for quote in quotes if _has(quote)]
    if not told or (_has(claim) and _BUT.search(claim)):
        return False
    left = {figure.value for quote in told for figure in _rests(quote)}
    if any(figure.value in left for figure in numbers.read(claim)):
        return True
    return any(map(_ONE.search, told)) and bool(_ONE_OF.search(claim))


def otherwise(claim: str, quotes: Collection[str]) -> Iterator[tuple[str, str]]:
    """What a claim says of those left over, or of all, as if it were of the others; what the quotes say."""
    told = [quote for quote in quotes if _has(quote)]
    if not told or _LEFT.search(claim):
        return
    for quote in told:
        rest = _rests(quote)
        one = _ONE.search(quote)
        if not rest and not one:
            continue
        there = numbers.read(quote)
        said = f"all but {rest[0].text}" if rest else "all but one"
        left = {figure.value for figure in rest}
        others = {figure.value for figure in there if figure not in rest}
        for figure in numbers.read(claim):
            if figure.value in left - others:
                yield figure.text, said
                return
            if figure.value in others and _OF_ALL.search(claim, 0, figure.start):
                yield f"all {figure.text}", said
                return
