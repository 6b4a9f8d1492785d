"""Which languages the program reads: numbers and dates of others are known by their digits alone."""

from __future__ import annotations

from babel import Locale

from bamboo.data.patterns import pattern
from bamboo.reading.days.read import CALENDARS
from bamboo.reading.numbers.read import GRAMMARS

ENGLISH = "en"
READ = frozenset(GRAMMARS) & frozenset(CALENDARS)
_DIGITS = pattern(r"\d+(?:[.,:/ \u00a0\u202f]\d+)*")
_APART = pattern(r"\D")


def is_english(lang: str) -> bool:
    """Whether words in this language need no translation."""
    return lang.partition("-")[0] == ENGLISH


def is_read(lang: str) -> bool:
    """Whether there is a module of this language, so that figures, dates and names are read in its words."""
    return lang.partition("-")[0] in READ


def name(lang: str) -> str:
    """What a language is called in English; its code where nobody knows."""
    return str(Locale("en").languages.get(lang.partition("-")[0], lang))


def digits(text: str) -> dict[str, str]:
    """The numbers that are written in digits: without what is between these, each as printed."""
    return {_APART.sub("", found[0]): found[0] for found in _DIGITS.finditer(text)}
