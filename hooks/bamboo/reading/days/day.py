"""What is read of a date."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple


class Day(NamedTuple):
    """A date of which any part may be missing."""

    year: int | None
    month: int | None = None
    day: int | None = None


Ends = tuple[Day, Day]
UNKNOWN = Day(None)


class Printed(NamedTuple):
    """A date (`first` and `last` are the same) or a period, and where it is.

    `aside`: it belongs to something else that the sentence speaks of ("the accord of 2015", "since 2017"), so
    that it does not say when the rest was. `until`: what is counted was counted up to it ("as of May 3").
    `of`: the word before it is "of". `relative`: it counts from the day on which the text was written, as a
    `weekday` does ("on Monday").
    `opens`: what is said goes on from it ("since 2017", "from 2017 on"), `closes`: it went on up to it. In an
    open period of a record the end that nobody names is a date without any part.
    `ahead`: it was still to come when the text was written.
    """

    first: Day
    last: Day
    start: int = 0
    end: int = 0
    aside: bool = False
    until: bool = False
    relative: bool = False
    of: bool = False
    opens: bool = False
    closes: bool = False
    weekday: bool = False
    ahead: bool = False

    @property
    def single(self) -> bool:
        """Whether it is a date, not a period."""
        return self.first == self.last

    @property
    def open(self) -> bool:
        """Whether it is a period of a record of which one end is not known."""
        return UNKNOWN in (self.first, self.last)

    @property
    def years(self) -> set[int]:
        """The years in which it begins and ends, as far as they are printed."""
        return {year for year in (self.first.year, self.last.year) if year}


@lru_cache(maxsize=4096)
def of_edtf(text: str) -> Printed:
    """A date of a record (EDTF, already checked) in the same form."""
    ends = [
        UNKNOWN if end == ".." else Day(*(int(part) for part in end.rstrip("~?%").split("-")))
        for end in (text.split("/") if "/" in text else (text, text))
    ]
    return Printed(ends[0], ends[1])


def meets(one: Printed, other: Printed) -> bool:
    """Whether two dates that both have their years share a day."""
    return _lowest(one.first) <= _highest(other.last) and _lowest(other.first) <= _highest(one.last)


def next_day(one: Day) -> Day | None:
    """The day, month or year after this one; None where its year is not known."""
    if one.year is None or one.month is None:
        return Day(one.year + 1) if one.year else None
    if one.day is None:
        return Day(one.year + one.month // 12, one.month % 12 + 1)
    after = date(one.year, one.month, one.day) + timedelta(days=1)
    return Day(after.year, after.month, after.day)


def _lowest(day: Day) -> tuple[int, int, int]:
    return day.year or 0, day.month or 1, day.day or 1


def _highest(day: Day) -> tuple[int, int, int]:
    return day.year or 9999, day.month or 12, day.day or 31
