"""Which verb a date is beside: "initialled in 2022, signed in May 2023 and ratified in November 2024"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading import days, sentences
from bamboo.reading.days import Printed
from bamboo.reading.irregular import IRREGULAR
from bamboo.reading.polarity import stem
from bamboo.reading.signs import Sign

# Forms of the past that are no participle, and so no "conference attended by forty ministers".
_PAST_ALONE = (
    "took|began|came|went|gave|rose|fell|grew|became|wrote|saw|drew|showed|chose|spoke|withdrew|broke|overtook|"
    "drove|froze|ran|was|were"
)
_BE = pattern(r"\b(?:is|are|was|were|be|been)\b")
_VERB = pattern(
    r"\b(?P<help>(?:(?:is|are|was|were|be|been|has|have|had|will|would|may|might|could|can)"
    r"(?: (?:also|not|now|then|later|[a-z]+ly))* )*)"
    rf"(?P<verb>[a-z]{{2,}}(?<!indeed)(?<!hundr)(?<!spe)(?<!exce)(?<!ne)ed|{'|'.join(sorted(IRREGULAR))})(?![\w'-])"
)
_ALONE = pattern(rf"\b(?:{_PAST_ALONE})$")
# Where a clause begins, and those that have a subject of their own.
_EDGE = pattern(
    r"[;:,]|\b(?:and|but|while|whereas|which|that|who|whom|whose|where|when|after|before|as|if|for)\b"
)
_APART = pattern(
    r";|\b(?:but|while|whereas|which|who|whom|whose|where|when|after|before|if)\b|"
    r"(?:,|,? and) (?:the |its |their )"
)
_MAY_HAVE = Sign("(?:ed|" + "|".join(f"^{word}" for word in sorted(IRREGULAR)) + ")$")
# What is done with nothing more said than when: "took place", "was made".
_EMPTY = frozenset(map(stem, ("made", "was", "were", "gave", "led", "based", "dated", "called")))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that a date can be beside, and where it is."""

    stem: str
    said: str
    start: int
    end: int
    passive: bool


def another(claim: str, when: Printed, quotes: Collection[str]) -> tuple[str, str] | None:
    """A verb of a plain claim, and the one that the quotes have beside its time instead; None if none."""
    said = {verb.stem: verb.said for verb in verbs(claim) if verb.stem not in _EMPTY}
    if not said or not quotes:
        return None
    found = None
    for quote in quotes:
        for start, end in sentences.spans(quote):
            dates = [date for date in days.read(quote) if start <= date.start < end]
            for date in (date for date in dates if _is(date, when)):
                one = _of_another(quote[start:end], date.start - start, dates, start, said)
                if one is None:
                    return None
                found = found or one
    return found


def _is(date: Printed, when: Printed) -> bool:
    """Whether a date of the quotes can be the time that is claimed, which is as exact."""
    return all(
        here is None or here == there
        for here, there in (
            *zip(date.first, when.first, strict=True),
            *zip(date.last, when.last, strict=True),
        )
    )


def _of_another(
    text: str, at: int, dates: Sequence[Printed], offset: int, said: dict[str, str]
) -> tuple[str, str] | None:
    those = verbs(text)
    before = [verb for verb in those if verb.end <= at]
    # "Laos did so in 2010, and Brazil followed in 2024".
    if not before or before[-1].stem in said or before[-1].said in ("followed", "did"):
        return None
    other = before[-1]
    own = next((verb for verb in those if verb.stem in said), None)
    if own is None:
        return None
    if own.start > other.start:
        # It comes later, and with a time of its own.
        last = next((verb.start for verb in those if verb.start > own.start), len(text))
        dated = any(own.end <= date.start - offset < last for date in dates)
        # "In January it began, and in October the leaders adopted".
        dated = dated or any(other.end < at < date.start - offset < own.start for date in dates)
        return (said[own.stem], other.said) if dated else None
    after = next(verb.start for verb in those if verb.start > own.start)
    dated = any(own.end <= date.start - offset < after for date in dates)
    if dated or _APART.search(text, own.end, other.start):
        return said[own.stem], other.said
    return None


@lru_cache(maxsize=4096)
def verbs(text: str) -> tuple[Verb, ...]:
    """The verbs of a text, without participles that belong to a noun before them."""
    return tuple(_read(text)) if _MAY_HAVE.on(text) else ()


def _read(text: str) -> Iterator[Verb]:
    reached = 0  # where the verb before ends
    for found in _VERB.finditer(text):
        if text.startswith(" place", found.end()):
            continue
        alone = found["help"] or _ALONE.search(found["verb"])
        if not alone and reached and not _EDGE.search(text, reached, found.start()):
            continue
        if not alone and _before_noun(text, found):
            continue
        reached = found.end()
        yield Verb(
            stem(found["verb"]), found["verb"], found.start(), found.end(), bool(_BE.search(found["help"]))
        )


def _before_noun(text: str, found: re.Match[str]) -> bool:
    """Whether it is said of a noun: "the agreed timetable"."""
    return bool(
        re.search(
            r"\b(?:the|an?|its|their|his|her|of|in|newly|more|most|with)(?: [a-z]+ly)? $",
            text[: found.start()][-24:],
        )
    )
