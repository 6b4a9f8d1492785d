"""Reads dates and periods as newspapers print them; what is not printed (often the year) stays open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_FULL = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS = {name: number for number, name in enumerate(_FULL, 1)} | {
    name[:3]: number for number, name in enumerate(_FULL, 1)
}
MONTHS["Sept"] = 9
PARTS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "latter": -1}
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


class Day(NamedTuple):
    """A date of which any part may be missing."""

    year: int | None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A date (`first` and `last` are the same) or a period, and where it is."""

    first: Day
    last: Day
    start: int = 0
    end: int = 0

    @property
    def single(self) -> bool:
        """Whether it is a date, not a period."""
        return self.first == self.last


Groups = tuple[str | None, ...]
_MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
# A number of four digits is a year, unless money, a share, a scale or a thousands comma makes it a count.
_YEAR = r"((?:19|20)\d\d)(?![\d%$]|[.,]\d|[ -](?:thousand|million|billion|percent|per cent|USD|US dollars)\b)"
# Also a 36th of March, so that a slip of the pen is read as a date that no quote says.
_DAY = r"(\d\d?)(?:st|nd|rd|th)?(?!\w)"
_TO = r"\s*(?:-|–|—|to)\s*"


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _month_first(month: str, day: str, until: str | None, year: str | None) -> tuple[Day, Day]:
    first = Day(_number(year), MONTHS[month], int(day))
    return first, first._replace(day=int(until)) if until else first


def _day_first(day: str, until: str | None, month: str, year: str | None) -> tuple[Day, Day]:
    return _month_first(month, day, until, year)


def _months(month: str, year: str | None, until: str, last_year: str | None) -> tuple[Day, Day]:
    return Day(_number(year or last_year), MONTHS[month]), Day(_number(last_year or year), MONTHS[until])


def _month(month: str, year: str | None = None) -> tuple[Day, Day]:
    day = Day(_number(year), MONTHS[month])
    return day, day


def _slashes(vietnamese: str | None, one: str, two: str, year: str | None) -> tuple[Day, Day] | None:
    # With a year the American order, as in the stamp of an English page; else the Vietnamese one.
    day, month = int(one), int(two)
    if year and not vietnamese and day <= 12:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    date = Day(_number(year), month, day)
    return date, date


def _part(size: int) -> Callable[..., tuple[Day, Day]]:
    """A half year (`size` 6) or a quarter (3)."""

    def part(which: str, year: str | None = None) -> tuple[Day, Day]:
        begin = PARTS[which.lower()] % (12 // size) * size
        return Day(_number(year), begin + 1), Day(_number(year), begin + size)

    return part


def _first_months(count: str, year: str | None) -> tuple[Day, Day]:
    last = COUNTS.get(count.lower()) or int(count)
    return Day(_number(year), 1), Day(_number(year), min(last, 12))


def _year(year: str) -> tuple[Day, Day]:
    return Day(int(year)), Day(int(year))


_OF_YEAR = rf"(?:\s+of\s+(?:the\s+year\b|{_YEAR}))"
# Each way to print a date, the most telling first: what one has read, the next ones leave alone.
_WAYS: tuple[tuple[str, Callable[..., tuple[Day, Day] | None]], ...] = (
    # November 2-3, 2024; January 9; Dec. 15
    (rf"\b{_MONTH}\s+{_DAY}(?:\s*[-–]\s*{_DAY})?(?:,?\s+{_YEAR})?", _month_first),
    # 2 May 2024; 2-3 November
    (rf"(?<![\w.,/]){_DAY}(?:\s*[-–]\s*{_DAY})?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?", _day_first),
    # January - November; January to June 2024
    (rf"\b{_MONTH}(?:\s+{_YEAR})?{_TO}{_MONTH}(?:,?\s+{_YEAR})?", _months),
    # September 2023
    (rf"\b{_MONTH},?\s+{_YEAR}", _month),
    # 1/30/2024; 26/2; ngày 26/2
    (rf"(ngày\s+)?(?<![\w/.])(\d\d?)/(\d\d?)(?:/{_YEAR})?(?![\w/])", _slashes),
    # first half of 2024; second half of the year
    (rf"\b(first|second|last|latter)\s+half{_OF_YEAR}", _part(6)),
    # fourth quarter; first quarter of 2024
    (rf"\b(first|second|third|fourth|last)\s+quarter\b{_OF_YEAR}?", _part(3)),
    # first six months of 2024
    (rf"\bfirst\s+({'|'.join(COUNTS)}|[2-9]|1[01])\s+months\b{_OF_YEAR}?", _first_months),
    # in August: alone, a month's name needs a word before it ("May" also begins wishes, "March" marches)
    (rf"\b(?:[Ii]n|of|by|[Ss]ince|until|from|during|early|late|mid)[ -]{_MONTH}(?!\s+\d)", _month),
    (rf"(?<![\w$.])(?<!\d,){_YEAR}(?!\w)", _year),
)
_READERS = tuple((re.compile(way), build) for way, build in _WAYS)
_HINT = re.compile(r"\d|quarter|half|months|" + "|".join(_FULL))


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[Printed, ...]:
    """Every date and period of `text`, in order."""
    return tuple(sorted(_read(text), key=lambda printed: printed.start)) if _HINT.search(text) else ()


def _read(text: str) -> Iterator[Printed]:
    taken: list[Printed] = []
    for reader, build in _READERS:
        for found in reader.finditer(text):
            if any(found.start() < other.end and other.start < found.end() for other in taken):
                continue
            dates = build(*found.groups())
            if dates:
                taken.append(Printed(*dates, found.start(), found.end()))
    yield from taken


def of_edtf(text: str) -> Printed:
    """A date of a record (EDTF, already checked) in the same form."""
    ends = [
        Day(*(int(part) for part in end.rstrip("~?%").split("-")))
        for end in (text.split("/") if "/" in text else (text, text))
    ]
    return Printed(ends[0], ends[1])


def meets(one: Printed, other: Printed) -> bool:
    """Whether two dates that both have their years share a day."""
    return _lowest(one.first) <= _highest(other.last) and _lowest(other.first) <= _highest(one.last)


def _lowest(day: Day) -> tuple[int, int, int]:
    return day.year or 0, day.month or 1, day.day or 1


def _highest(day: Day) -> tuple[int, int, int]:
    return day.year or 9999, day.month or 12, day.day or 31


def says(passages: Sequence[tuple[Printed, ...]], about: tuple[Printed, ...], wanted: Printed) -> bool:
    """Whether `wanted` can be read in what the passages of one claim print.

    A period as a whole may also be the one that a text is about; and so may the year, where the
    passages print none. A date printed without its year takes any of those years.
    """
    printed = [one for passage in passages for one in passage]
    periods = [one for one in about if one.first.month]
    years = _years(printed) or _years(about)
    if any(
        _fits(one.first, wanted.first, years) and _fits(one.last, wanted.last, years)
        for one in (*printed, *periods)
        if wanted.first.month or one.single  # "first half of 2024" is no year 2024 by itself …
    ):
        return True
    if not wanted.single:  # "from December 30, 2023 to January 2, 2024", in one passage
        return any(
            all(
                any(one.single and _fits(one.first, end, years) for one in passage)
                for end in (wanted.first, wanted.last)
            )
            for passage in passages
        )
    if wanted.first.day:
        return False
    if wanted.first.month:  # the month of a day or of days
        return any(
            one.first.month == one.last.month and _fits(one.first._replace(day=None), wanted.first, years)
            for one in printed
        )
    return wanted.first.year in years  # … but it prints that year


def _years(dates: Iterable[Printed]) -> set[int]:
    return {day.year for one in dates for day in (one.first, one.last) if day.year}


def _fits(read: Day, wanted: Day, years: set[int]) -> bool:
    year = wanted.year is None or (wanted.year in years if read.year is None else wanted.year == read.year)
    if not wanted.month:
        return year and read.year is not None
    return year and wanted.month == read.month and wanted.day == read.day
