"""Dates in Vietnamese: the day before the month, "tháng 7 năm 2008", "quý III/2025", "7 tháng đầu năm"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bamboo.data.patterns import pattern
from bamboo.reading.days.calendar import YEAR, Calendar, number, one, part, slashed, years
from bamboo.reading.days.day import Day, Ends
from bamboo.reading.letters import small
from bamboo.reading.signs import Sign

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TO = r"\s*(?:-|–|đến|tới)\s*(?:ngày\s+)?"
_DAY = r"(?P<{}>[0-3]?\d)(?!\w)"
_MONTH = r"(?P<{}>1[0-2]|0?[1-9])(?!\w)"
_IN_YEAR = rf"(?:\s*/\s*|\s+năm\s+|\s+)(?P<year>{YEAR})(?!\w)"
_THE_YEAR = rf"(?:\s*/\s*|\s+)(?:năm\s+)?(?P<year>{YEAR})(?!\w)|\s+năm(?!\s+(?:nay|ngoái|sau|tới|trước))"


def _days(found: re.Match[str]) -> Sequence[Ends]:
    year, month = number(found["year"]), int(found["month"])
    first = Day(year, month, int(found["day"]))
    last = first._replace(day=int(found["until"])) if found["until"] else first
    return [(first, last)] if month <= 12 else []


def _two_months(found: re.Match[str]) -> Sequence[Ends]:
    year, last_year = number(found["year"]), number(found["year2"])
    first = Day(year or last_year, int(found["month"]), int(found["day"]))
    return [(first, Day(last_year or year, int(found["month2"]), int(found["day2"])))]


def _month(found: re.Match[str]) -> Sequence[Ends]:
    return one(Day(number(found["year"]), int(found["month"])))


def _first_months(found: re.Match[str]) -> Sequence[Ends]:
    year, many = number(found["year"]), int(found["many"])
    begin = 1 if small(found["side"] or "đầu") == "đầu" else 13 - many
    return [(Day(year, begin), Day(year, begin + many - 1))] if 1 <= many <= 12 else []


def _half(found: re.Match[str]) -> Sequence[Ends]:
    return part(0 if small(found["which"]) in ("đầu", "thứ nhất") else 1, 6, number(found["year"]))


_SLASHED = r"(?<![\w/.])(?P<one>\d\d?)/(?P<two>\d\d?)(?:/(?P<year>(?:19|20)\d\d))?(?![\w/])"
_WAYS = (
    (
        r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<two>0[1-9]|1[0-2])-(?P<one>[0-3]\d)(?![\w-])",
        lambda found: slashed(found, day_first=True),
    ),
    (
        r"(?<![\w.])(?P<one>[0-3]?\d)\.(?P<two>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)(?!\w)",
        lambda found: slashed(found, day_first=True),
    ),
    # từ ngày 30/5 đến ngày 2/6/2025
    (
        rf"(?<![\w/.])(?P<day>\d\d?)/(?P<month>\d\d?)(?:/(?P<year>{YEAR}))?{_TO}"
        rf"(?P<day2>\d\d?)/(?P<month2>\d\d?)(?:/(?P<year2>{YEAR}))?(?![\w/])",
        _two_months,
    ),
    # từ ngày 24 - 26/6/2025
    (
        rf"(?<![\w/.,]){_DAY.format('day')}{_TO}{_DAY.format('until')}/{_MONTH.format('month')}"
        rf"(?:/(?P<year>{YEAR}))?(?![\w/])",
        _days,
    ),
    # 24 đến 26 tháng 6 năm 2025; ngày 15 tháng 4 năm 2025
    (
        rf"(?<![\w/.,]){_DAY.format('day')}(?:{_TO}{_DAY.format('until')})?\s+tháng\s+{_MONTH.format('month')}"
        rf"(?:{_IN_YEAR})?",
        _days,
    ),
    (_SLASHED, lambda found: slashed(found, day_first=True)),
    # tháng 1 - tháng 5/2025
    (
        rf"\btháng\s+(?P<first>\d\d?)\s*(?:-|–|đến|tới)\s*(?:tháng\s+)?(?P<last>\d\d?)(?:{_IN_YEAR})",
        lambda found: [
            (Day(number(found["year"]), int(found["first"])), Day(number(found["year"]), int(found["last"])))
        ],
    ),
    # tháng 7/2008; tháng 7 năm 2008; tháng 7
    (rf"\btháng\s+{_MONTH.format('month')}(?:{_IN_YEAR})?", _month),
    # 7 tháng đầu năm 2025; 6 tháng cuối năm; trong 9 tháng năm 2025
    (rf"(?<!\w)(?P<many>\d\d?)\s+tháng\s+(?P<side>đầu|cuối)(?:{_THE_YEAR})", _first_months),
    (rf"(?<!\w)(?P<many>\d\d?)\s+tháng(?P<side>)\s+năm\s+(?P<year>{YEAR})(?!\w)", _first_months),
    # nửa đầu năm 2025
    (rf"(?<!\w)nửa\s+(?P<which>đầu|cuối|sau)(?:\s+của)?(?:{_THE_YEAR})", _half),
    # quý III/2025; quý 3 năm 2025
    (
        rf"(?<!\w)quý\s+(?P<which>iv|i{{1,3}}|[1-4])(?!\w)(?:{_IN_YEAR})?",
        lambda found: part(_ROMAN[small(found["which"])] - 1, 3, number(found["year"])),
    ),
    # 2021 - 2025
    (
        rf"(?<![\w./-])(?P<first>(?:19|20)\d\d)\s*(?:[-–]|đến|tới)\s*(?:năm\s+)?(?P<last>{YEAR}|\d\d)(?![\w-])",
        lambda found: years(found["first"], found["last"]),
    ),
    # những năm 1990; thập niên 90
    (
        r"(?<!\w)(?:những năm|thập niên|thập kỷ) (?P<decade>(?:19|20)\d0)(?!\w)",
        lambda found: [(Day(int(found["decade"])), Day(int(found["decade"]) + 9))],
    ),
    (rf"(?<![\w$.])(?<!\d,)(?P<year>{YEAR})(?!\w)", lambda found: one(Day(int(found["year"])))),
)


def _months_of(found: re.Match[str]) -> tuple[int, int] | None:
    if not found["many"]:
        return None
    many = int(found["many"])
    return (1, many) if small(found["side"]) == "đầu" else (13 - many, 12)


_YEARS = {"ngoái": -1, "nay": 0, "sau": 1, "tới": 1}

_ANY = Sign("")
CALENDAR = Calendar(
    ways=tuple((pattern(way, re.IGNORECASE), build, _ANY) for way, build in _WAYS),
    relative=pattern(
        r"(?<!\w)(?:(?P<many>\d\d?) tháng (?P<side>đầu|cuối) năm (?P<whose>nay|ngoái|sau|tới)"
        r"|(?P<word>năm (?:ngoái|nay|sau|tới)|tháng (?:trước|này|tới|sau)|hôm (?:nay|qua)|ngày mai))(?!\w)",
        re.IGNORECASE,
    ),
    counting=Sign("năm|tháng|hôm|ngày"),
    months=_months_of,
    steps={
        **{f"năm {word}": ("year", step) for word, step in _YEARS.items()},
        **{f"{word} year": ("year", step) for word, step in _YEARS.items()},
        "tháng trước": ("month", -1),
        "tháng này": ("month", 0),
        "tháng tới": ("month", 1),
        "tháng sau": ("month", 1),
        "hôm qua": ("day", -1),
        "ngày mai": ("day", 1),
    },
    aside=pattern(r"(?<!\w)(?:kể từ|từ|trước|sau|đến|tới|vào năm)(?: (?:năm|ngày|tháng))? $", re.IGNORECASE),
    asides=_ANY,
    within=pattern(r"(?<!\w)(?:cuối|đầu|giữa)(?: năm)? $", re.IGNORECASE),
    compared=pattern(r"(?<!\w)(?:so với|hơn|cùng kỳ)(?: (?:của|cùng kỳ))? $", re.IGNORECASE),
    named=pattern(r"(?!)"),
    until=pattern(
        r"(?<!\w)(?:tính )?(?:đến|tới)(?: (?:hết|cuối|nay))?(?: (?:ngày|tháng|năm))? $", re.IGNORECASE
    ),
    untils=_ANY,
    opens=pattern(
        r"(?<!\w)(?<!nhất )(?<!tiên )(?:kể từ|từ)(?: (?:khi|sau|cuối|đầu|giữa|ngày|tháng|năm))* $",
        re.IGNORECASE,
    ),
    openings=_ANY,
    onward=pattern(r" ?[-–] ?nay\b| (?:cho )?đến nay\b", re.IGNORECASE),
    bounded=pattern(r",? (?:đến|tới|cho đến) (?!nay)", re.IGNORECASE),
    closes=pattern(r"(?<!\w)(?:đến|tới)(?: (?:hết|cuối|đầu|giữa|ngày|tháng|năm))* $", re.IGNORECASE),
    closings=_ANY,
    ahead=pattern(r"(?!)"),
    coming=Sign("(?!)"),
    hint=Sign(r"\d|năm|tháng|hôm|ngày"),
)
