"""Whether a date can be read in what the passages of one claim print."""

from __future__ import annotations

from collections.abc import Sequence

from bamboo.reading.days.day import UNKNOWN, Day, Printed, next_day

# A year that the sentence gives something else lends itself to a date beside it only this near to the text's.
_NEAR = 1
_BESIDE = 20  # characters between the year of a thing and its day


def says(
    passages: Sequence[tuple[Printed, ...]],
    about: tuple[Printed, ...],
    wanted: Printed,
    *,
    whole: bool = False,
    written: Sequence[Day] = (),
) -> bool:
    """Whether `wanted` is read in `passages`, of texts that are `about` some periods, `written` some days.

    A period as a whole may also be the one that a text is about; and so may the year, where the passages
    print none of their own. A date without its year takes that of its sentence, else that of the text.
    `whole`: a year is the whole year, and a month the whole month: seven months are no year, and what was
    counted up to a day of it, or since another, neither.
    """
    # Mostly it is printed as it is, and no year has to be lent.
    if wanted.first.year and wanted.last.year and any(one[:2] == wanted[:2] for p in passages for one in p):
        return True
    lent = {year for one in about for year in one.years} or {day.year for day in written if day.year}
    day = written[0] if len({*written}) == 1 else UNKNOWN
    read = [
        (one, _next(one, passage, day) or _years_for(one, passage, passages, lent))
        for passage in passages
        for one in passage
    ]
    if any(_is(one, wanted, years) for one, years in read):
        return True
    printed = [one for one, _ in read]
    if wanted.open:
        return _goes_on(read, wanted) or any(one[:2] == wanted[:2] for one in about)
    if not wanted.single:
        if any(_both(passage, wanted) for passage in passages):
            return True
        return any(
            _fits(one.first, wanted.first, set()) and _fits(one.last, wanted.last, set()) for one in about
        )
    if wanted.first.day:
        return False
    usable = [one for one in read if not (whole and (one[0].until or not one[0].single))]
    if wanted.first.month:
        return any(_in_month(one, wanted.first, years) for one, years in usable)
    year = wanted.first.year
    # Seven months of a year name it; ten years name none of them, and "as it is today" says no year.
    told = (one for one, _ in usable if not (one.relative and one.first.day and not one.weekday))
    if any(year in one.years for one in told if one.single or one.first.month):
        return True
    if whole:
        return year in lent and all(one.aside and not (one.until or one.opens) for one in printed)
    return year in lent and all(one.aside or not one.years for one in printed)


def _next(one: Printed, passage: tuple[Printed, ...], written: Day) -> set[int]:
    """The year of a month that was still to come when a text was written: of that day, or the one after it.

    None where another year after that day is printed before it.
    """
    if not one.ahead or one.years or not written.year or not written.month or not one.first.month:
        return set()
    if any(year > written.year for other in passage if other.end <= one.start for year in other.years):
        return set()
    return {written.year + (one.first.month < written.month)}


def _years_for(
    one: Printed, passage: tuple[Printed, ...], passages: Sequence[tuple[Printed, ...]], lent: set[int]
) -> set[int]:
    """The years that a date may be of that is printed without one."""
    if one.years:
        return one.years
    before = [other for other in passage if other.years and other.end <= one.start]
    # "The first conference of 2025, held on January 9".
    last = before[-1] if before else None
    beside = last and any(abs(year - own) <= _NEAR for year in last.years for own in lent)
    if last and beside and last.of and last.single and one.start - last.end < _BESIDE:
        return last.years
    for other in reversed(before):
        if not other.aside:
            return other.years
    near = {year for other in before for year in other.years if any(abs(year - own) <= _NEAR for own in lent)}
    if near or any(other.years for other in passage):
        return near | lent or {year for other in passage for year in other.years}
    elsewhere = {year for other in passages for date in other if not date.aside for year in date.years}
    return lent | elsewhere or {year for other in passages for date in other for year in date.years}


def _is(one: Printed, wanted: Printed, years: set[int]) -> bool:
    return _fits(one.first, wanted.first, years) and _fits(one.last, wanted.last, years)


def _goes_on(read: Sequence[tuple[Printed, set[int]]], wanted: Printed) -> bool:
    """Whether something is said since or until the end that is known, which is as exact as it is printed.

    The day of a text is no end of it.
    """
    end = wanted.first if wanted.last == UNKNOWN else wanted.last
    usable = [(one, years) for one, years in read if (one.opens if end == wanted.first else one.closes)]
    return any(one.single and _fits(one.first, end, years) for one, years in usable)


def _both(passage: tuple[Printed, ...], wanted: Printed) -> bool:
    """Whether a period is dates that follow each other, and each is printed: `in 2023 and 2024`."""
    printed = {one.first for one in passage if one.single and not one.aside and not one.until}
    at: Day | None = wanted.first
    while at != wanted.last:
        if at not in printed:
            return False
        at = next_day(at)
    return at in printed


def _in_month(one: Printed, month: Day, years: set[int]) -> bool:
    """Whether a day, or days of one month, are in it."""
    return one.first.month == one.last.month and _fits(one.first._replace(day=None), month, years)


def _fits(read: Day, wanted: Day, years: set[int]) -> bool:
    if read[1:] != wanted[1:]:
        return False
    if wanted.year is None:
        return wanted.month is not None
    return wanted.year == read.year if read.year else wanted.month is not None and wanted.year in years
