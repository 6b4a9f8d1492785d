"""What time a passage is about, by the dates it prints and the period its text is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bamboo.data import dates
from bamboo.data.records import Passage, Quote
from bamboo.data.seed import Seed
from bamboo.editing.draft.passages import sentences
from bamboo.editing.locate import passage_at
from bamboo.editing.recognise import edtf
from bamboo.evidence.locate import Span
from bamboo.evidence.proof import Proof
from bamboo.kinds.library import Library
from bamboo.reading import days
from bamboo.reading.days import Printed
from bamboo.reading.mentions import plain

# A date after these is that of a document, and a year before a capital letter part of a name.
_OF_DOCUMENT = re.compile(
    r"(?:No\. ?\S+|[A-Z0-9/-]{4,}|[Rr]esolution|[Dd]irective|[Dd]ecision) (?:of|dated) $"
)
_OF_NAME = re.compile(r" (?:[A-Z]\w+ )*(?:Convention|Treaty|Agreement|Accord)")
# A year after these is one that another is measured by.
_COMPARED = re.compile(
    r"\b(?:than|compared (?:to|with)|against|versus|(?:up|down) from|(?:as|than) before)(?: in)? $"
)
_BEGINNING = 60  # characters within which a sentence says its year first: "Looking ahead to 2025, ..."
_AHEAD = re.compile(r"\b(?:will|should|must|needs? to|is necessary to|is set to|are set to)\b")
_TRIED = 8  # dated sentences on either side that are tried as context
_NEAR = 3  # years around that of the text, within which a passage is likely to speak


def of_passage(library: Library, seed: Seed, quote: Quote, span: Span) -> tuple[str, Passage | None] | None:
    """`when` of a claim in the words of `quote`, which is at `span`, and the context that dates it.

    None where nothing in the text gives it a date.
    """
    about = library.sources[quote.source].record.about
    for when, context in _ways(seed, plain(quote.quote), span, about):
        shown = quote.model_copy(update={"context": [context]}) if context else quote
        if _is_read(library, shown, when):
            return when, context
    return None


def of_claim(claim: str, when: str) -> str:
    """The time of a claim that leaves out who said so on which day: that of its own words, if it has any."""
    text, passage = plain(claim), days.of_edtf(when)
    own = [date for date in days.read(text) if date.first.year and not date.aside]
    if not own or any(days.meets(date, passage) for date in own):
        return when
    return edtf(own[0], None) or when


def _ways(seed: Seed, text: str, span: Span, about: str | None) -> Iterator[tuple[str, Passage | None]]:
    """What the time may be, the likeliest first, with the context that would say so."""
    printed = list(_printed(text, about))
    yield from ((when, None) for when in printed)
    if printed:
        yield from ((when, nearby) for nearby in _dated(seed, span.start) for when in printed)
    else:
        yield from _turned(seed, span, about)
    if about:
        yield about, None
    for nearby in _dated(seed, span.start):
        yield from ((when, nearby) for when in _printed(plain(nearby.quote), about))
    yield from ((when, None) for when in _any(text))


def _turned(seed: Seed, span: Span, about: str | None) -> Iterator[tuple[str, Passage]]:
    """A later year than the text's, with which the nearest sentence before that has one begins.

    It holds to the end of its line, and farther for what looks ahead.
    """
    ahead = _AHEAD.search(seed.text, span.start, span.end)
    line = 0 if ahead else seed.text.rfind("\n", 0, span.start) + 1
    last = dates.years(about)[-1] if about else 0
    for before, words in reversed(_with_year(seed.text)):
        if before.end > span.start:
            continue
        if before.start < line:
            return
        dated = [date for date in days.read(words) if date.first.year and not _is_of_another(words, date)]
        if dated and dated[0].start < _BEGINNING and not dated[0].first.month:
            year = str(dated[0].first.year)
            found = passage_at(seed, before) if int(year) > last and year in _printed(words, about) else None
            if found:
                yield year, found
            return


def _is_read(library: Library, quote: Quote, when: str) -> bool:
    """Whether quote and context say so, and a claim in the quote's words fits."""
    wanted, text = days.of_edtf(when), plain(quote.quote)
    proof = Proof.of(library, [quote])
    stated = days.read(text)
    own = [date for date in stated if date.first.year and not _is_of_another(text, date)]
    return (
        proof.says_date(wanted)
        and all(proof.says_date(date) for date in stated)
        and (not own or any(days.meets(date, wanted) for date in own))
    )


def _is_of_another(text: str, date: Printed) -> bool:
    """Whether a date is that of a document, or part of a name."""
    named = not date.first.month and _OF_NAME.match(text, date.end)
    compared = date.aside and _COMPARED.search(text, 0, date.start)
    return bool(named or compared or _OF_DOCUMENT.search(text[: date.start]))


def _printed(text: str, about: str | None) -> Iterator[str]:
    """The dates of `text` that may be its time, the most exact first, then in order."""
    years = dates.years(about) if about else ()
    found = [
        (date, when)
        for date in days.read(text)
        if not _is_of_another(text, date)
        and (when := _edtf(date, text, years))
        and (not years or any(abs(year - own) <= _NEAR for year in dates.years(when) for own in years))
    ]
    for exact in (3, 2, 1):
        yield from (when for date, when in found if _parts(date) == exact)


def _any(text: str) -> Iterator[str]:
    return (when for date in days.read(text) if (when := _edtf(date, text, ())))


def _parts(date: Printed) -> int:
    return sum(part is not None for part in date.first[1:]) + 1


def _edtf(date: Printed, text: str, years: tuple[int, ...]) -> str:
    """A printed date as records write it; its year may be beside it, or be that of the text."""
    own = [other for other in days.read(text) if not _is_of_another(text, other)]
    known = sorted({day.year for other in own for day in (other.first, other.last) if day.year})
    year = known[0] if len(known) == 1 else years[-1] if years and not known else None
    return edtf(date, year)


def _dated(seed: Seed, start: int) -> Iterator[Passage]:
    """The nearest sentences that print a year, those before the passage first."""
    spans = [span for span, _ in _with_year(seed.text)]
    before = [span for span in spans if span.end <= start][-_TRIED:]
    after = [span for span in spans if span.start > start][:_TRIED]
    for span in (*reversed(before), *after):
        if found := passage_at(seed, span):
            yield found


@lru_cache(maxsize=4)
def _with_year(text: str) -> tuple[tuple[Span, str], ...]:
    """Every sentence of a text that prints a year, and its words made comparable."""
    every = ((span, plain(text[span.start : span.end])) for span in sentences(text, 0, len(text)))
    return tuple((span, words) for span, words in every if any(date.first.year for date in days.read(words)))
