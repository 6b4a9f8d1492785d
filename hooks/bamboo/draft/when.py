"""What time a passage is about, by the dates it prints and the period its text is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bamboo import dates
from bamboo.draft.passages import sentences
from bamboo.draft.quoting import passage
from bamboo.load import Library
from bamboo.model import Passage, Quote
from bamboo.reading import days
from bamboo.reading.days import Day, Printed
from bamboo.reading.mentions import plain
from bamboo.reading.proof import Proof
from bamboo.seed import Seed

# A date after these is that of a document, and a year before a capital letter part of a name.
_OF_DOCUMENT = re.compile(
    r"(?:No\. ?\S+|[A-Z0-9/-]{4,}|[Rr]esolution|[Dd]irective|[Dd]ecision) (?:of|dated) $"
)
_OF_NAME = re.compile(r" (?:[A-Z]\w+ )*(?:Convention|Treaty|Agreement|Accord)")
_NEAR = 3  # years around that of the text, within which a passage is likely to speak


def of_passage(library: Library, seed: Seed, quote: Quote, start: int) -> tuple[str, Passage | None] | None:
    """`when` of a claim in the words of `quote`, which begins at `start`, and the context that dates it.

    None where nothing in the text gives it a date.
    """
    text = plain(quote.quote)
    about = library.sources[quote.source].record.about
    candidates = [*_printed(text, about), *([about] if about else [])]
    for when in candidates:
        if _is_read(library, quote, when):
            return when, None
    for nearby in _dated(seed, start):
        for when in [*candidates, *_printed(plain(nearby.quote), about)]:
            if _is_read(library, quote.model_copy(update={"context": [nearby]}), when):
                return when, nearby
    for when in _any(text):
        if _is_read(library, quote, when):
            return when, None
    return None


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
    return bool(named or _OF_DOCUMENT.search(text[: date.start]))


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
    """A printed date as records write it; its year may stand beside it, or be that of the text."""
    own = [other for other in days.read(text) if not _is_of_another(text, other)]
    known = sorted({day.year for other in own for day in (other.first, other.last) if day.year})
    year = known[0] if len(known) == 1 else years[-1] if years and not known else None
    ends = [_end(day, year) for day in (date.first, date.last)]
    when = ends[0] if ends[0] == ends[1] else "/".join(ends)
    try:
        dates.bounds(when)
    except ValueError:
        return ""
    return when


def _end(day: Day, year: int | None) -> str:
    parts = [f"{day.year or year or 0:04d}", *(f"{part:02d}" for part in day[1:] if part is not None)]
    return "-".join(parts)


def _dated(seed: Seed, start: int) -> Iterator[Passage]:
    """The sentences that print a year, the nearest before the passage first, then those after it."""
    spans = list(sentences(seed.text, 0, len(seed.text)))
    nearest = [span for span in reversed(spans) if span.end <= start] + [s for s in spans if s.start > start]
    for span in nearest:
        if any(date.first.year for date in days.read(plain(seed.text[span.start : span.end]))):
            found = passage(seed, span)
            if found:
                yield found
