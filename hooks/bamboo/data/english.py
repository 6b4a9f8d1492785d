"""Numbers and lists as English words: `1,234.5`, `two claims`, `a, b and c`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from bamboo.data.patterns import pattern


@cache
def number(value: int | float) -> str:
    """`1234.5` as `1,234.5`, with every decimal it has."""
    if isinstance(value, int):
        return f"{value:,}"
    # Here, because it takes longer to load than most of the program.
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale="en", decimal_quantization=False))


def counted(many: int, one: str, more: str = "") -> str:
    """`1 claim`, `2 claims`."""
    return f"{number(many)} {one if many == 1 else more or one + 's'}"


def listed(parts: Iterable[str]) -> str:
    """`a, b and c`."""
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def span(years: Sequence[int]) -> str:
    """`2023`, `2023 and 2024`, `2023 to 2025`: from the first year to the last."""
    first, last = min(years), max(years)
    if first == last:
        return str(first)
    return f"{first} {'and' if last == first + 1 else 'to'} {last}"


def runs(years: Iterable[int]) -> str:
    """`2009, 2011–2014`: years in order, three or more in a row as one stretch."""
    found: list[list[int]] = []
    for year in sorted(years):
        if found and found[-1][-1] == year - 1:
            found[-1].append(year)
        else:
            found.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in found)


_SPELLED = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def spelled(many: int) -> str:
    """A count inside a sentence: in letters up to twelve, then in digits."""
    return _SPELLED[many] if many < len(_SPELLED) else number(many)


def several(many: int, one: str, more: str = "") -> str:
    """`one claim`, `two claims`, `13 claims`."""
    return f"{spelled(many)} {one if many == 1 else more or one + 's'}"


def ordinal(many: int) -> str:
    """`1st`, `22nd`, `13th`."""
    ending = "th" if many % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(many % 10, "th")
    return f"{many}{ending}"


def capital(text: str) -> str:
    """`text` as a sentence begins."""
    return text[:1].upper() + text[1:]


def either(parts: Iterable[str]) -> str:
    """`a, b or c`."""
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} or {last}" if first else last


# Words that a name ends in, or has before "of", when English puts "the" before it.
_COMMON = pattern(
    "assembly|association|bank|commission|committee|community|conference|council|court|east|emirates|"
    "federation|forum|fund|group|kingdom|league|movement|nations|netherlands|organi[sz]ation|parliament|"
    "philippines|programme|region|republic|states|subregion|summit|union",
    re.IGNORECASE,
)


def in_sentence(name: str) -> str:
    """A name inside an English sentence: `the United States`, `Japan`."""
    head = name.partition(" of ")[0].rpartition(" ")[2]
    return f"the {name}" if _COMMON.fullmatch(head) and not name.lower().startswith("the ") else name
