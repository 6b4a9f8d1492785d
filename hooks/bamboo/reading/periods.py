"""Which part of a year a text counts in: "15.8 million arrivals during January - November"."""

from __future__ import annotations

from collections.abc import Sequence

from bamboo.data.patterns import pattern
from bamboo.reading import sentences
from bamboo.reading.days import Printed
from bamboo.reading.numbers import Figure
from bamboo.reading.numbers.figure import ANNIVERSARY, ORDINAL, RANK

# What is between a number and the time of another clause, after it and before it.
_APART_AFTER = pattern(r"[,;:()]|\b(?:and|while|whereas|but|which|who|after|before|until|than)\b")
_APART_BEFORE = pattern(r"[;()]|\b(?:while|whereas|but|which|who|compared|than)\b")
# "The two leaders", "both sides": these are counted at no time.
_KNOWN = pattern(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth|[Aa]ll|[Bb]etween|[Tt]heir|[Ii]ts|[Oo]ur)(?: all)? $"
)
_NO_AMOUNTS = frozenset([ORDINAL, ANNIVERSARY, RANK])


def of_figure(text: str, figure: Figure, dates: Sequence[Printed]) -> Printed | None:
    """The months of one year in which a plain text counts a figure; None where it is no such part of a year.

    `dates` are all of the text. What is a total by then, or one of a whole, has no period.
    """
    if figure.kind in _NO_AMOUNTS or figure.part or _KNOWN.search(text, 0, figure.start):
        return None
    start, end = next((s for s in sentences.spans(text) if s[0] <= figure.start < s[1]), (0, len(text)))
    here = [date for date in dates if start <= date.start and date.end <= end]
    after = next((date for date in here if date.start >= figure.end), None)
    if after and not _APART_AFTER.search(text, figure.end, after.start):
        return after if is_part_of_year(after) else None
    before = [date for date in here if date.end <= figure.start]
    if before and not _APART_BEFORE.search(text, before[-1].end, figure.start):
        return before[-1] if is_part_of_year(before[-1]) else None
    return None


def is_part_of_year(date: Printed) -> bool:
    """Whether it is some months of one year: no single day or month, not the whole year, not "as of May"."""
    first, last = date.first, date.last
    if date.until or date.opens or date.closes or first.year != last.year:
        return False
    return bool(first.month and last.month and 0 < last.month - first.month < 11)
