"""What a language module of dates is made of, and the parts that all of them share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bamboo.reading.days.day import Day, Ends
from bamboo.reading.signs import Sign

# What a match says: the ends of each date in it.
Build = Callable[[re.Match[str]], Sequence[Ends]]


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """How a language prints dates.

    `ways`: each way, the fullest first; what one has read, the next ones leave alone; and what no text lacks
    that has such a date, quickly found. `relative`: words that count from the day on which a text was
    written, none without `counting`: a year with its first and last month (`months`), or a `word` with its
    unit and step. `aside` ends where a date begins that belongs to something else, unless `within` does;
    `compared` the same for relative words; `named` ends where the year of a name begins, and `until` where a
    date begins up to which something was counted. `opens` and `closes` end where a date begins from which, or
    up to which, what is said goes on, unless `bounded` follows; `onward` follows a date from which it does.
    No text without `asides` has an `aside`; likewise `untils`, `openings` and `closings`. `ahead` ends
    where a date begins that is still to come, in no text without `coming`. No date is without `hint`.
    """

    ways: tuple[tuple[re.Pattern[str], Build, Sign], ...]
    relative: re.Pattern[str]
    counting: Sign
    months: Callable[[re.Match[str]], tuple[int, int] | None]
    steps: Mapping[str, tuple[str, int]]
    aside: re.Pattern[str]
    asides: Sign
    within: re.Pattern[str]
    compared: re.Pattern[str]
    named: re.Pattern[str]
    until: re.Pattern[str]
    untils: Sign
    opens: re.Pattern[str]
    openings: Sign
    onward: re.Pattern[str]
    bounded: re.Pattern[str]
    closes: re.Pattern[str]
    closings: Sign
    ahead: re.Pattern[str]
    coming: Sign
    hint: Sign


# A number of four digits is a year, unless money, a share, a scale or a thousands comma makes it a count.
NO_COUNT = r"(?![\d%$]|[.,]\d|[ -](?:thousand|million|billion|percent|per cent|USD|US dollars|triệu|tỷ)\b)"
YEAR = rf"(?:19|20)\d\d{NO_COUNT}"


def number(text: str | None) -> int | None:
    """A part of a date that may not be printed."""
    return int(text) if text else None


def one(day: Day) -> Sequence[Ends]:
    """A single date."""
    return [(day, day)]


def slashed(found: re.Match[str], *, day_first: bool) -> Sequence[Ends]:
    """`30/1/2024`, `26/2`. In the other order where only that is a day; nothing where both could be meant."""
    this, that, year = int(found["one"]), int(found["two"]), number(found["year"])
    day, month = (this, that) if day_first else (that, this)
    if not day_first and this <= 12 and that <= 12 and this != that:
        return one(Day(year)) if year else []  # nobody can tell which is the month
    if month > 12 and day <= 12:
        day, month = month, day
    return one(Day(year, month, day)) if 1 <= day <= 31 and 1 <= month <= 12 else []


def part(which: int, size: int, year: int | None) -> Sequence[Ends]:
    """A half year (`size` 6) or a quarter (3), the first of them 0; -1 is the last."""
    begin = which % (12 // size) * size
    return [(Day(year, begin + 1), Day(year, begin + size))]


def years(first: str, last: str) -> Sequence[Ends]:
    """`2021-2025`, `2021-25`; nothing where the second is not the later one."""
    until = int(last) if len(last) == 4 else int(first) // 100 * 100 + int(last)
    return [(Day(int(first)), Day(until))] if until > int(first) else []


def counted(unit: str, step: int, written: Day) -> Day | None:
    """The day, month or year so many steps from that on which a text was written, as far as that is known."""
    if written.year is None:
        return None
    if unit == "year":
        return Day(written.year + step)
    if written.month is None:
        return None
    if unit == "month":
        months = written.year * 12 + written.month - 1 + step
        return Day(months // 12, months % 12 + 1)
    if written.day is None:
        return None
    on = date(written.year, written.month, written.day)
    if unit == "weekday":  # the last one, which may be the day itself
        step = -((on.weekday() - step) % 7)
    elif unit == "next weekday":
        step = (step - on.weekday() - 1) % 7 + 1
    day = on + timedelta(days=step)
    return Day(day.year, day.month, day.day)
