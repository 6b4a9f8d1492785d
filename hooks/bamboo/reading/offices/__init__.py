"""Titles of office of other languages as English says them, so that roles are read in one way.

How a language names offices is a module of that language.
"""

from __future__ import annotations

from bamboo.reading.offices import vietnamese

_LANGUAGES = {"vi": vietnamese.in_english}

# The words of all these titles, as far as they tell one office from another.
WORDS = vietnamese.WORDS


def in_english(text: str, lang: str) -> str:
    """A plain text with its titles of office in English; the rest is as it was."""
    translate = _LANGUAGES.get(lang.partition("-")[0])
    return translate(text) if translate else text


def is_read(lang: str) -> bool:
    """Whether titles in this language are known."""
    return lang.partition("-")[0] in _LANGUAGES
