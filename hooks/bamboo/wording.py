"""Values and dates as sentences and labels: the words Bamboo itself adds to what sources say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel.numbers import format_decimal

from bamboo import dates
from bamboo.model import Indicator, Observation, Qualifier

_QUALIFIED: dict[Qualifier, str] = {
    "exact": "{}",
    "over": "over {}",
    "nearly": "nearly {}",
    "about": "about {}",
    "at-least": "at least {}",
    "expected": "{} (expected)",
    "expected-over": "over {} (expected)",
}


@cache
def number(value: int | float) -> str:
    """`1234.5` as `1,234.5`, with every decimal it has."""
    return str(format_decimal(value, locale="en", decimal_quantization=False))


def value(amount: int | float, qualifier: Qualifier) -> str:
    """A value with its qualifier: `nearly 800`."""
    return _QUALIFIED[qualifier].format(number(amount))


def observation(indicator: Indicator, observation: Observation) -> str:
    """One observation as a sentence: every value that is reported, none preferred."""
    said = dict.fromkeys(value(report.value, report.qualifier) for report in observation.reports)
    return f"{indicator.name}, {dates.words(observation.period)}: {' / '.join(said)} {indicator.unit}."


def counted(many: int, one: str, more: str = "") -> str:
    """`1 claim`, `2 claims`."""
    return f"{number(many)} {one if many == 1 else more or one + 's'}"


def listed(parts: Iterable[str]) -> str:
    """`a, b and c`."""
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} and {last}" if first else last
