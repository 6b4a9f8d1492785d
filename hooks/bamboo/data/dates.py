"""EDTF dates (Library of Congress, levels 0 and 1): checked, put in order, put in words."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache
from typing import Literal, cast

from bamboo.data.patterns import pattern

Precision = Literal["day", "days", "month", "months", "year", "years", "open"]

_MARKS = {"~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}
# Four-digit years, months and days; no seasons. Whether a day exists is for the library to say.
_DAY = r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?[~?%]?"
SHAPE = f"{_DAY}(/{_DAY})?"
EXPECTED = "a day, month, year or period that exists, such as 2024-08-19, 2024-08, 2024 or 2024-01/2024-06"
# A period may also be open: what goes on since 2019, what went on until 2019.
PERIOD_SHAPE = f"{_DAY}(/({_DAY}|\\.\\.))?|\\.\\./{_DAY}"
PERIOD_EXPECTED = EXPECTED.replace("2024 or 2024-01/2024-06", "2024, 2024-01/2024-06 or 2019/.. (since 2019)")
_OPEN = pattern(r"/\.\.$|^\.\./")


@cache
def bounds(text: str) -> tuple[date, date]:
    """First and last day that `text` can mean; of an open period, those of the end that it names.

    Raises ValueError, saying what is expected, where `text` is no date.
    """
    try:
        if not re.fullmatch(PERIOD_SHAPE, text):
            raise ValueError
        text = named(text)
        ends = [_days(part) for part in text.split("/")] if is_certain(text) else [_read(text)]
        first, last = ends[0][0], ends[-1][1]
    except Exception:  # the library raises errors of several kinds, also for dates it half understands
        raise ValueError(EXPECTED) from None
    if last < first:
        raise ValueError("a period that begins before it ends")
    return first, last


def _days(part: str) -> tuple[date, date]:
    """First and last day of a day, month or year: nearly all dates are these, and the library is slow."""
    year, *rest = map(int, part.split("-"))
    if len(rest) == 2:
        return date(year, *rest), date(year, *rest)
    if rest:
        return date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1])
    return date(year, 1, 1), date(year, 12, 31)


def _read(text: str) -> tuple[date, date]:
    from edtf import parse_edtf  # it takes long to import, and few data need it

    parsed = parse_edtf(text)
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


@cache
def years(text: str) -> tuple[int, ...]:
    """Every calendar year that `text` touches, earliest first; of an open period, that of its named end."""
    first, last = bounds(text)
    return tuple(range(first.year, last.year + 1))


def is_open(text: str) -> bool:
    """Whether `text` is a period of which one end is not known: since 2019, until 2019."""
    return bool(_OPEN.search(text))


def named(text: str) -> str:
    """`text` without its open side: the 2019 of since 2019."""
    return _OPEN.sub("", text)


def is_day(text: str) -> bool:
    """Whether `text` names one day."""
    first, last = bounds(text)
    return first == last and not is_open(text)


@cache
def precision(text: str) -> Precision:
    """How exactly `text` is dated: to one day, month or year, as a period of them, or as an open period."""
    if is_open(text):
        return "open"
    parts = text.split("/")
    # A period is as exact as the less exact of its ends.
    unit = min((part.rstrip("~?%") for part in parts), key=len)
    one = {4: "year", 7: "month", 10: "day"}[len(unit)]
    return cast("Precision", one if len(parts) == 1 else one + "s")


def is_certain(text: str) -> bool:
    """Whether `text` is given without doubt: neither about that time nor uncertain."""
    return not re.search(r"[~?%]", text)


@cache
def words(text: str) -> str:
    """`text` as a reader writes it: `19 August 2024`, `January–June 2024`; uncertain dates say so."""
    if is_open(text):
        return f"{'until' if text.startswith('.') else 'since'} {words(named(text))}"
    if "/" in text:
        start, end = text.split("/")
        if start[:7] == end[:7] and len(start) == len(end) == 10:
            return f"{int(start[8:])}–{words(end)}"
        if start[:4] == end[:4] and len(start) == len(end) == 7:
            return f"{words(start).removesuffix(' ' + start[:4])}–{words(end)}"
        return f"{words(start)} – {words(end)}"
    plain = text.rstrip("~?%")
    # Here, because it takes longer to load than most of the program.
    from babel.dates import format_date

    form = {4: "y", 7: "MMMM y", 10: "d MMMM y"}[len(plain)]
    said = str(format_date(bounds(plain)[0], form, locale="en"))
    return _MARKS.get(text[-1], "{}").format(said)


def time(text: str) -> str:
    """`text` in words where a sentence needs a noun: `2019`, `the time since 2019`."""
    return f"the time {words(text)}" if is_open(text) else words(text)


def within(text: str) -> str:
    """`text` in words that say when something was: `in 2019`, `since 2019`."""
    return words(text) if is_open(text) else f"in {words(text)}"


def slug(text: str) -> str:
    """`2024-01/2024-11` as part of an address: `2024-01-2024-11`; an open period is another than its end."""
    digits = "-".join(re.findall(r"\d+", text))
    return f"{'until' if text.startswith('.') else 'since'}-{digits}" if is_open(text) else digits
