"""Reads the dates of a text, whatever its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import or_

from bamboo.data.patterns import pattern
from bamboo.reading.days import english, vietnamese
from bamboo.reading.days.calendar import Build, Calendar, counted
from bamboo.reading.days.day import Day, Printed
from bamboo.reading.signs import Sign, mask

# A language that has no calendar here is read as English: its digits are found, its words are not.
CALENDARS = {"en": english.CALENDAR, "vi": vietnamese.CALENDAR}
_BEFORE = 24  # characters before a date that say what it belongs to
_SINCE = 60  # the same for "since it was founded in"
_CLAUSE = 90  # the same for "will be examined in"
_CAPITAL = pattern(r" [A-Z]")


def read(text: str, lang: str = "en", written: Day | None = None) -> tuple[Printed, ...]:
    """Every date and period of `text`, in order.

    Words that count from the day on which it was written ("last year") are dates only with that day.
    """
    return _cached(text, lang.partition("-")[0], written)


@lru_cache(maxsize=2048)
def _cached(text: str, lang: str, written: Day | None) -> tuple[Printed, ...]:
    calendar = CALENDARS.get(lang, english.CALENDAR)
    if not calendar.hint.on(text):
        return ()
    if written and not (calendar.counting.on(text) and calendar.relative.search(text)):
        return _cached(text, lang, None)
    return tuple(sorted(_read(text, calendar, written), key=lambda printed: (printed.start, printed.first)))


def _read(text: str, calendar: Calendar, written: Day | None) -> Iterator[Printed]:
    taken: list[tuple[int, int]] = []
    for found in calendar.relative.finditer(text) if written else ():
        ends = _relative(found, calendar, written) if written else None
        if ends:
            taken.append(found.span())
            aside = bool(calendar.compared.search(text, max(0, found.start() - _BEFORE), found.start()))
            weekday = found[0].endswith("day") and " " in found[0]
            yield Printed(*ends, *found.span(), aside, relative=True, weekday=weekday)
    known = mask(text)
    for reader, build, sign in _ways(calendar, known & _bits(calendar)):
        for found in reader.finditer(text) if sign.mark in text else ():
            if taken and any(found.start() < end and start < found.end() for start, end in taken):
                continue
            dates = build(found)
            if dates:
                taken.append(found.span())
            for first, last in dates:
                aside = first == last and _aside(text, found, calendar, known)
                # "By October": the word before a month alone belongs to the match.
                at = found.start() + (3 if found[0][:3].lower() == "by " else 0)
                until = not calendar.untils.bits & ~known and bool(
                    calendar.until.search(text, max(0, at - _BEFORE), at)
                )
                of = text.endswith(" of ", 0, found.start())
                opens, closes = _open(text, found, calendar, known) if first == last else (False, False)
                ahead = bool(first.month and not calendar.coming.bits & ~known) and bool(
                    calendar.ahead.search(text, max(0, found.start() - _CLAUSE), found.start())
                )
                yield Printed(first, last, *found.span(), aside, until, False, of, opens, closes, ahead=ahead)


@lru_cache(maxsize=4096)
def _ways(calendar: Calendar, known: int) -> tuple[tuple[re.Pattern[str], Build, Sign], ...]:
    """Those that a text with such words can have."""
    return tuple(way for way in calendar.ways if not way[2].bits & ~known)


@lru_cache(maxsize=16)
def _bits(calendar: Calendar) -> int:
    """Those of the signs of all ways."""
    return reduce(or_, (sign.bits for _, _, sign in calendar.ways))


def _relative(found: re.Match[str], calendar: Calendar, written: Day) -> tuple[Day, Day] | None:
    word = found["word"]
    unit, step = calendar.steps.get((word or f"{found['whose']} year").lower(), ("day", 0))
    day = counted(unit, step, written)
    if day is None:
        return None
    months = calendar.months(found)
    return (Day(day.year, months[0]), Day(day.year, months[1])) if months else (day, day)


def _open(text: str, found: re.Match[str], calendar: Calendar, known: int) -> tuple[bool, bool]:
    """Whether what is said goes on from a date, and whether it went on up to it."""
    begin = max(0, found.start() - _SINCE)
    if calendar.bounded.match(text, found.end()):
        return False, False
    opens = not calendar.openings.bits & ~known and calendar.opens.search(text, begin, found.start())
    closes = not calendar.closings.bits & ~known and calendar.closes.search(text, begin, found.start())
    return bool(opens or calendar.onward.match(text, found.end())), bool(closes)


def _aside(text: str, found: re.Match[str], calendar: Calendar, known: int) -> bool:
    begin = max(0, found.start() - _BEFORE)
    if not calendar.asides.bits & ~known and calendar.aside.search(text, begin, found.start()):
        return not calendar.within.search(text, begin, found.start())
    return bool(calendar.named.search(text, begin, found.start()) and _CAPITAL.match(text, found.end()))
