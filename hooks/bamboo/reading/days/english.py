"""Dates in English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bamboo.data.patterns import pattern
from bamboo.reading.days.calendar import NO_COUNT, YEAR, Build, Calendar, number, one, part, slashed, years
from bamboo.reading.days.day import Day, Ends
from bamboo.reading.letters import small
from bamboo.reading.signs import Sign

_FULL = [
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
]
MONTHS = {name: at for at, name in enumerate(_FULL, 1)} | {name[:3]: at for at, name in enumerate(_FULL, 1)}
MONTHS["Sept"] = 9
PARTS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "latter": -1}
COUNTS = dict(
    zip(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"],
        range(2, 12),
        strict=True,
    )
)

# "Ten years ago"; a hundred years ago nobody counts so exactly.
AGO = {"a": 1, "one": 1} | COUNTS | {str(many): many for many in range(2, 100)}

_ANY_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))


def _month(name: str = "month") -> str:
    return rf"(?P<{name}>{_ANY_MONTH})\b\.?"


def _day(name: str = "day") -> str:
    # Also a 36th of March, so that a slip of the pen is read as a date that no quote says.
    return rf"(?P<{name}>\d\d?)(?:st|nd|rd|th)?(?!\w)"


def _year(name: str = "year") -> str:
    return rf"(?P<{name}>{YEAR})(?!\w)"


_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_ON_DAY = {"on": "weekday", "last": "weekday", "this": "weekday", "next": "next weekday"}
_WEEKDAY = rf"(?:(?:{'|'.join(_WEEKDAYS)}),?\s+)?"
_TO = rf"(?:\s*[-–—]\s*|,?\s+(?:to|until|till|through)\s+{_WEEKDAY})"
_AND = r"(?P<and>,? and )"
_BETWEEN = r"(?P<between>\bbetween (?:the )?)?"


def _days(found: re.Match[str]) -> Sequence[Ends]:
    """Days of one month: `November 2-3, 2024`, `3 and 5 May`, `between 3 and 5 May`."""
    year, month = number(found["year"]), MONTHS[found["month"]]
    first = Day(year, month, int(found["day"]))
    if not found["until"]:
        return one(first)
    last = first._replace(day=int(found["until"]))
    return [(first, first), (last, last)] if found["and"] and not found["between"] else [(first, last)]


def _two_months(found: re.Match[str]) -> Sequence[Ends]:
    """`May 30 to June 2, 2025`: a year printed once is that of both ends, unless a new one begins between."""
    year, last_year = number(found["year"]), number(found["year2"])
    month, last_month = MONTHS[found["month"]], MONTHS[found["month2"]]
    turn = int(last_month < month)
    first = Day(year or (last_year - turn if last_year else None), month, int(found["day"]))
    last = Day(last_year or (year + turn if year else None), last_month, int(found["day2"]))
    return [(first, last)]


# "Postponed from June to October": two dates, and no period.
_MOVED = pattern(
    r"\b(?:postpon|mov|resched|shift|delay|defer|brought forward|push|put (?:off|back))\w*"
    r"(?: [\w'-]+){0,5} from $",
    re.IGNORECASE,
)


def _months(found: re.Match[str]) -> Sequence[Ends]:
    year, last_year = number(found["year"]), number(found["year2"])
    first = Day(year or last_year, MONTHS[found["month"]])
    last = Day(last_year or year, MONTHS[found["month2"]])
    moved = _MOVED.search(found.string, max(0, found.start() - 80), found.start())
    return [(first, first), (last, last)] if moved else [(first, last)]


def _of_month(found: re.Match[str]) -> Sequence[Ends]:
    return one(Day(number(found.groupdict().get("year")), MONTHS[found["month"]]))


def _part(size: int) -> Build:
    def read(found: re.Match[str]) -> Sequence[Ends]:
        which = small(found["which"])
        at = int(which) - 1 if which.isdigit() else PARTS[which]
        return part(at, size, number(found["year"]))

    return read


def _first_months(found: re.Match[str]) -> Sequence[Ends]:
    many = COUNTS.get(small(found["many"])) or int(found["many"])
    year = number(found["year"])
    begin = 1 if small(found["side"]) == "first" else 13 - many
    return [(Day(year, begin), Day(year, begin + many - 1))]


def _iso(found: re.Match[str]) -> Sequence[Ends]:
    return one(Day(int(found["year"]), int(found["month"]), int(found["day"])))


_D_AND = rf"(?:{_TO}|{_AND})"
_OF_YEAR = rf"(?:\s+of)?(?:\s+(?:the\s+year\b|{_year()}))"
_SLASHED = r"(?<![\w/.])(?P<one>\d\d?)/(?P<two>\d\d?)(?:/(?P<year>(?:19|20)\d\d))?(?![\w/])"

# What is looked for the most begins with its digits: texts are gone through much quicker for those than for
# what may not be before them.
_WAYS = (
    # 2025-03-11
    (r"(?P<year>(?:1[89]|20)(?<![\w-]..)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\w-])", _iso),
    # 11.3.2025
    (r"(?<![\w.])(?P<day>[0-3]?\d)\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)(?!\w)", _iso),
    # May 30 to June 2, 2025; between December 30, 2023 and January 2, 2024
    (
        rf"(?:\b{_month()}\s+{_day()}(?:,?\s+{_year()})?{_TO}{_month('month2')}\s+{_day('day2')}"
        rf"(?:,?\s+{_year('year2')})?)",
        _two_months,
    ),
    (
        rf"(?<=etween ){_month()}\s+{_day()}(?:,?\s+{_year()})?\s+and\s+{_month('month2')}\s+{_day('day2')}"
        rf"(?:,?\s+{_year('year2')})?",
        _two_months,
    ),
    # 30 May to 2 June 2025
    (
        rf"(?<![\w.,/]){_day()}\s+{_month()}(?:,?\s+{_year()})?{_TO}{_day('day2')}\s+{_month('month2')}"
        rf"(?:,?\s+{_year('year2')})?",
        _two_months,
    ),
    # November 2-3, 2024; December 4 to 6; May 3 and 5, 2025; January 9; Dec. 15
    (
        rf"{_BETWEEN}\b{_month()}\s+{_day()}(?:{_D_AND}{_day('until')}(?(and)(?!\s+[a-z])))?(?:,?\s+{_year()})?",
        _days,
    ),
    # 2 May 2024; 2-3 November; 25 to 27 April 2022; between 3 and 5 May
    (
        rf"{_BETWEEN}(?<![\w.,/]){_day()}(?:{_D_AND}{_day('until')})?\s+(?:of\s+)?{_month()}(?:,?\s+{_year()})?",
        _days,
    ),
    # January - November; January to June 2024
    (rf"\b{_month()}(?:\s+{_year()})?{_TO}{_month('month2')}(?:,?\s+{_year('year2')})?", _months),
    # September 2023; September of 2023
    (rf"\b{_month()},?\s+(?:of\s+)?{_year()}", _of_month),
    # ngày 26/2; 1/30/2024
    (rf"(?<=ngày ){_SLASHED}", lambda found: slashed(found, day_first=True)),
    (_SLASHED, lambda found: slashed(found, day_first=False)),
    # first half of 2024; second half of the year; H1 2025
    (rf"\b(?P<which>first|second|last|latter)\s+half{_OF_YEAR}", _part(6)),
    (rf"\bH(?P<which>[12])(?:[ /]|\s+of\s+){_year()}", _part(6)),
    # fourth quarter; first quarter of 2024; Q3 2025
    (rf"\b(?P<which>first|second|third|fourth|last)[ -]quarter\b(?:{_OF_YEAR})?", _part(3)),
    (rf"\bQ(?P<which>[1-4])(?!\w)(?:(?:[ /]|\s+of\s+){_year()})?", _part(3)),
    # first six months of 2024; last two months of the year
    (
        rf"\b(?P<side>first|last|final)\s+(?P<many>{'|'.join(COUNTS)}|[2-9]|1[01])\s+months\b(?:{_OF_YEAR})?",
        _first_months,
    ),
    # in August: alone, a month's name needs a word before it ("May" also begins wishes, "March" marches)
    (
        r"\b(?:[Ii]n|of|by|[Ss]ince|until|from|during|[Ee]arly|[Ll]ate|mid|"
        r"(?:early|late|recently) as|this|last|next)[ -]"
        rf"{_month()}(?!\s+\d)",
        _of_month,
    ),
    # the 1990s
    (
        r"(?<!\w)(?P<decade>1[89]\d0|20\d0)['’]?s\b",
        lambda found: [(Day(int(found["decade"])), Day(int(found["decade"]) + 9))],
    ),
    # 2021-2025; 2021-25; from 2021 to 2025; between 2021 and 2025
    (
        rf"(?P<first>(?:19|20)(?<![\w$./-]..)\d\d)(?:\s?[-–—/]\s?|\s+(?:to|until|through)\s+)(?P<last>{YEAR}|\d\d)(?![\w-])",
        lambda found: years(found["first"], found["last"]),
    ),
    (
        rf"(?<=etween )(?P<first>(?:19|20)\d\d)\s+and\s+(?P<last>{YEAR})(?!\w)",
        lambda found: years(found["first"], found["last"]),
    ),
    (
        rf"(?P<year>(?:19|20)(?<![\w$.]..)(?<!\d,..)\d\d{NO_COUNT})(?!\w)",
        lambda found: one(Day(int(found["year"]))),
    ),
    # In 1802: earlier years only where no count can be meant
    (
        r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|year|from|[Bb]y) (?P<year>1[0-8]\d\d)"
        r"(?=[,.;:)]|$| (?:the|it|he|she|they|and|to|a|an|by|when|that|was|were|[A-Z])\b)",
        lambda found: one(Day(int(found["year"]))),
    ),
)
_PERIODS = (
    "as|end|beginning|start|middle|half|quarter|months|rest|course|close|eve|days?|month|year|period|spring|summer|"
    "autumn|winter"
)

_PART_OF = rf" (?:the )?(?:{_PERIODS}|early|mid|late)(?: of)?"
_NOW = r"(?:date|the present|this day|now|today)\b"


# Words that no text lacks that has such a date.
_MONTH_SIGN = f"^(?:{'|'.join(sorted(name.lower() for name in MONTHS))})$"
_DAY_SIGN = r"^\d\d?(?:st|nd|rd|th)?$"
_YEAR_SIGN = r"^(?:19|20)\d\d$"
# The first of these that is part of the way says what no text lacks.
_SIGNS = {
    r"-(?P<month>0[1-9]": Sign(r"^\d\d\d\d$", mark="-"),
    r"(?<![\w.])(?P<day>": Sign(r"^\d\d?$", _YEAR_SIGN, mark="."),
    _day(): Sign(_MONTH_SIGN, _DAY_SIGN),
    rf"(?:\s+{_year()})?{_TO}": Sign(_MONTH_SIGN),
    rf"{_month()},?\s+(?:of\s+)?{_year()}": Sign(_MONTH_SIGN, _YEAR_SIGN),
    _ANY_MONTH: Sign(_MONTH_SIGN),
    r"\s+half": Sign("^half$"),
    r"[ -]quarter\b": Sign("^quarter$"),
    r"\s+months\b": Sign("^months$"),
    _SLASHED: Sign(r"^\d\d?$", mark="/"),
    r"\bH": Sign("^h[12]$", _YEAR_SIGN),
    r"\bQ": Sign("^q[1-4]$"),
    r"(?P<decade>": Sign("0s?$"),
    r"(?<=etween )": Sign(_YEAR_SIGN, mark="etween "),
    r"1[0-8]\d\d)": Sign(r"^1[0-8]\d\d$"),
    r"\d": Sign(_YEAR_SIGN),
}


def _sign(way: str) -> Sign:
    return next(sign for part, sign in _SIGNS.items() if part in way)


def _months_of(found: re.Match[str]) -> tuple[int, int] | None:
    """First and last month of "the first half of this year"."""
    if many := found["many"]:
        return 1, COUNTS.get(many.lower()) or int(many)
    if not found["part"]:
        return None
    size = 6 if small(found["size"]) == "half" else 3
    begin = PARTS[small(found["part"])] % (12 // size) * size
    return begin + 1, begin + size


CALENDAR = Calendar(
    ways=tuple((pattern(way), build, _sign(way)) for way, build in _WAYS),
    relative=pattern(
        r"\b(?:(?:(?P<part>first|second|third|fourth|last|latter) (?P<size>half|quarter) of |"
        rf"first (?P<many>{'|'.join(COUNTS)}|[2-9]|1[01]) months of )"
        r"(?P<whose>this|last|next|the current) year"
        r"|(?P<word>last year|this year|the current year|next year|last month|this month|next month|today|"
        r"yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|"
        rf"(?:on|last|this|next) (?:{'|'.join(_WEEKDAYS)})(?!,? (?:the )?(?:\d|(?:{_ANY_MONTH})\b))|"
        rf"(?:{'|'.join(AGO)}) years? ago))(?!\w|['’]s)",
        re.IGNORECASE,
    ),
    counting=Sign("^(?:this|last|next|current|today|yesterday|tomorrow|tonight|ago|[a-z]+day)$"),
    steps={
        **{
            f"{on} {day.lower()}": (unit, at)
            for at, day in enumerate(_WEEKDAYS)
            for on, unit in _ON_DAY.items()
        },
        "last year": ("year", -1),
        "this year": ("year", 0),
        "the current year": ("year", 0),
        "next year": ("year", 1),
        "last month": ("month", -1),
        "this month": ("month", 0),
        "next month": ("month", 1),
        "yesterday": ("day", -1),
        "tomorrow": ("day", 1),
        **{f"{many} years ago": ("year", -count) for many, count in AGO.items()},
        "a year ago": ("year", -1),
        "one year ago": ("year", -1),
    },
    aside=pattern(
        r"\b(?:of|since|dated|until|by|before|after|under|from"
        r"|(?:than|compared (?:to|with)|against|versus)(?: in)?)(?: the)? $",
        re.IGNORECASE,
    ),
    asides=Sign(
        "^(?:of|since|dated|until|by|before|after|under|from|than|compared|against|versus)$",
    ),
    within=pattern(rf"\b(?:{_PERIODS}) of(?: the)? $", re.IGNORECASE),
    compared=pattern(r"\b(?:than(?: in)?|from|over|compared (?:to|with)|against|versus) $", re.IGNORECASE),
    named=pattern(r"\bthe $"),
    until=pattern(
        r"\b(?:as (?:of|at)|by(?: the)?(?: end of)?|(?:up )?(?:to|until|till)|through)(?: the)? $",
        re.IGNORECASE,
    ),
    untils=Sign("^(?:as|by|to|until|till|through)$"),
    opens=pattern(
        r"\b(?:(?<!est )(?<!first )(?<!time )(?<!level )(?<!record )since"
        r"|(?:starting|beginning|dating back) (?:from|in|on|to)|as from)"
        rf"(?:{_PART_OF}| (?:\w+ ){{1,6}}(?:in|on))?(?: the)?[ -]$",
        re.IGNORECASE,
    ),
    openings=Sign("^(?:since|starting|beginning|dating|from)$"),
    onward=pattern(rf",? (?:onwards?\b|on(?=[,.;:)]|$)|(?:to|until|till) {_NOW})| ?[-–] ?(?:present|now)\b"),
    bounded=pattern(rf",? (?:to|until|till|through|and up to) (?!{_NOW})"),
    closes=pattern(
        rf"\b(?:until|till|up (?:to|until)|through)(?:{_PART_OF})?(?: the)? $",
        re.IGNORECASE,
    ),
    closings=Sign("^(?:until|till|up|through)$"),
    ahead=pattern(
        r"\b(?:will|(?:is|are) (?:now |still )?(?:to|due|expected|scheduled|planned|set|likely)|"
        r"(?<!been )(?<!was )(?<!were )(?:expected|planned|due) (?:in|by|to))\b[^.;:]{0,60}$",
        re.IGNORECASE,
    ),
    coming=Sign("^(?:will|is|are|expected|planned|due)$"),
    hint=Sign(
        r"\d|quarter|half|months|last|this|next|today|tonight|tomorrow|yesterday|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
        + "|".join(name.lower() if name in _FULL else f"^{name.lower()}$" for name in MONTHS)
    ),
    months=_months_of,
)
