"""Words that only a text with the like of them bears out: the list is meanings.yml beside this file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml

from bamboo.data.patterns import pattern
from bamboo.data.yamlfile import LOADER
from bamboo.reading.newwords import WORD, new
from bamboo.reading.signs import Seldom, Sign

LIST = Path(__file__).with_suffix(".yml")

_CALLED_OFF = Seldom(
    pattern(r"called off\b|calls? off\b|calling off\b", re.IGNORECASE), Sign("call(?:ed|ing|s)?$", "^off$")
)
# What is denied is not said: "did not lose" may be heard in "kept".
_DENIED = pattern(
    r"\b(?:not|never|no|none|neither|nor|without|cannot|nobody|\w+n't)(?: [\w'-]+){0,5} $",
    re.IGNORECASE,
)

# "Thanks to" thanks nobody, and "all but one", "above all" and "in all" are no all.
_ELSE = pattern(
    r"(?<=\bthanks) to\b|(?<=\ball) (?:but|in all|the same|along|of a sudden|over)\b|"
    r"(?<=\b(?:above|after) all)\b|(?<=\bat all)(?=$|[.,;)])|(?<=\bin all)(?=$|[.,;)])|"
    # "Spent 2-3 November in Hanoi" is no money.
    r"(?<=\bspent) (?:(?:[\w-]+ )?(?:day|week|month|year|hour|night|time)s?\b|"
    r"\d\d?(?:-\d\d?)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))",
    re.IGNORECASE,
)

# By the beginning of a word, or a whole word with a full stop, the numbers of its rows.
Beginnings = Mapping[str, Sequence[int]]


@cache
def rows() -> Sequence[Mapping[str, Sequence[str]]]:
    """The list."""
    found: Sequence[Mapping[str, Sequence[str]]] = yaml.load(LIST.read_text(encoding="utf-8"), Loader=LOADER)
    return found


@cache
def _beginnings(heard: bool) -> Beginnings:
    found = defaultdict(list)
    for number, row in enumerate(rows()):
        for beginning in (*row["says"], *(row["heard"] if heard else ())):
            found[beginning].append(number)
    return found


@lru_cache(maxsize=65_536)
def _of_word(word: str, heard: bool) -> frozenset[int]:
    """The rows that a word says, or in which it is heard."""
    word = word.lower().removesuffix("'s")
    known = _beginnings(heard)
    parts = (word, *word.split("-")) if "-" in word else (word,)
    return frozenset(
        number
        for part in parts
        for beginning in (*(part[:end] for end in range(2, len(part) + 1)), f"{part}.")
        for number in known.get(beginning, ())
    )


@lru_cache(maxsize=2048)
def _said(text: str) -> Sequence[tuple[str, frozenset[int]]]:
    found = []
    for word in WORD.finditer(text):
        off = _CALLED_OFF.pattern.match(text, word.start())
        on = _of_word("cancel" if off else word[0], False)
        if (
            on
            and not _ELSE.match(text, word.end())
            and not _DENIED.search(text, max(0, word.start() - 60), word.start())
        ):
            found.append((word[0], on))
    return tuple(found)


@lru_cache(maxsize=2048)
def _heard(text: str) -> frozenset[int]:
    return frozenset().union(
        *(_of_word(word[0], True) for word in WORD.finditer(text) if not _ELSE.match(text, word.end()))
    )


def unheard(text: str, quotes: tuple[str, ...]) -> Iterator[str]:
    """Each word of a plain text that says what none of its quotes says in any words."""
    # A word is heard in itself.
    if not any(_of_word(word, False) for word in new(text, quotes)) and not _CALLED_OFF.search(text):
        return
    if said := _said(text):
        heard = frozenset().union(*map(_heard, quotes))
        yield from (word for word, on in said if not on & heard)


def alike(word: str, printed: str) -> bool:
    """Whether what a word says may be heard in a printed one."""
    return bool(_of_word(word, False) & _of_word(printed, True))
