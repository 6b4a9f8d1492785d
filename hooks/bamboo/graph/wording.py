"""Values and dates as sentences and labels: the words Bamboo itself adds to what sources say."""

from __future__ import annotations

from bamboo.data import dates, english
from bamboo.kinds.indicator import Indicator, Observation, Qualifier

_QUALIFIED: dict[Qualifier, str] = {
    "exact": "{}",
    "over": "over {}",
    "nearly": "nearly {}",
    "about": "about {}",
    "at-least": "at least {}",
    "expected": "{} (expected)",
    "expected-over": "over {} (expected)",
}


def value(amount: int | float, qualifier: Qualifier) -> str:
    """A value with its qualifier: `nearly 800`."""
    return _QUALIFIED[qualifier].format(english.number(amount))


def observation(indicator: Indicator, observation: Observation) -> str:
    """One observation as a sentence: every value that is reported, none preferred."""
    said = dict.fromkeys(value(report.value, report.qualifier) for report in observation.reports)
    return f"{indicator.name}, {dates.words(observation.period)}: {' / '.join(said)} {indicator.unit}."
