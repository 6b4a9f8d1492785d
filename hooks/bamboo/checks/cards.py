"""A card says what its text prints: title, authors, publisher and day are where a text says such things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bamboo.data.locations import Finding, shorten
from bamboo.data.records import Path
from bamboo.evidence.locate import seed_of
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.source import SOURCES, Source
from bamboo.reading import days, imprint, speech
from bamboo.reading.mentions import lexicon, plain

RULE = "value"
_COPY = "Copy it from the text; what you found elsewhere belongs into `found_by_editors`."
# A text with fewer dates may be about another year than those.
_FEW_DATES = 3
_SPEAKER = "Name the one whose words the text reports; leave it out where it reports nobody's."


def check(library: Library) -> Iterator[Finding]:
    """What a card has as printed, and its seed does not print, or prints of something else."""
    yield from library.about("card", _card, SOURCES.name)


def _card(library: Library, entry: Entry[Source]) -> Iterator[Finding]:
    seed = seed_of(library, entry.id)
    if seed is None:
        return
    card, whole = entry.record, plain(seed.text).casefold()
    for path, said, lines, called in _copied(card, seed.text):
        if plain(said).casefold() not in whole:
            yield _finding(entry, path, said, "the seed does not print it")
        elif not any(plain(said).casefold() in plain(line).casefold() for line in lines):
            yield _finding(entry, path, said, f"no line of the seed says so: it is not in {called}")
    if card.published:
        day, stamps = days.of_edtf(card.published), [*imprint.stamps(seed.text)]
        for lines, why in (
            (seed.text.splitlines(), "the seed does not print it"),
            (stamps, "the seed prints it in a sentence, as the day of something else"),
        ):
            if not _says_date(card, lines, day):
                yield _finding(entry, ("published",), card.published, why)
                break
            if not day.first.day:
                break  # A month or a year is in many a sentence of its text.
    if card.about and (wrong := _not_about(card, seed.text)):
        hint = "Name the period that the text is about; leave it out where the text does not say."
        yield _finding(entry, ("about",), card.about, wrong, hint)
    if card.speaker and card.speaker in library.people:
        text = plain(seed.text)
        if not speech.speaks(text, lexicon(library).people.find(text), card.speaker):
            yield _finding(
                entry, ("speaker",), card.speaker, "the seed does not let this person speak", _SPEAKER
            )
    if (lang := imprint.language(seed.text)) and lang != card.language:
        yield _finding(
            entry, ("language",), card.language, f"the seed is in {lang}", f"Write `language: {lang}`."
        )


def _says_date(card: Source, lines: Iterable[str], day: days.Printed) -> bool:
    """Whether lines of a text say a date. Most print it as a whole, and then no other line matters."""
    read = []
    for line in lines:
        read.append(days.read(plain(line), card.language))
        if any(date[:2] == day[:2] for date in read[-1]):
            return True
    return days.says(read, (), day)


def _not_about(card: Source, text: str) -> str:
    """Why a text cannot be about the period on its card; "" where it can, or where it dates little."""
    about, found = days.of_edtf(card.about or ""), card.found_by_editors
    # "More than in 2024", in a text about 2025.
    wanted = [{year, year - 1} for year in about.years]
    month = about.first.month if about.single and not about.first.day else None
    for day in (card.published, found.published if found else None):
        # A text of May 2025 that prints no year may be about 2025 or "last year".
        near = {year - n for year in (days.of_edtf(day).years if day else ()) for n in (0, 1)}
        wanted = [years for years in wanted if not years & near]
    dated = 0
    for line in text.splitlines():
        for date in days.read(plain(line), card.language):
            dated += bool(date.years)
            wanted = [years for years in wanted if not years & date.years]
            month = None if month in (date.first.month, date.last.month) else month
        if not wanted and month is None:
            return ""
    if dated < _FEW_DATES:
        return ""
    return "the seed prints no year of it" if wanted else "the seed prints no date in this month"


def _copied(card: Source, text: str) -> Iterator[tuple[Path, str, Iterable[str], str]]:
    """What is copied: where, what, from which lines, and what messages call these."""
    if card.title:
        yield ("title",), card.title, [text], ""
    if card.publisher:
        yield ("publisher",), card.publisher, imprint.stamps(text), "a title, a by-line or a stamp"
    for at, author in enumerate(card.authors):
        yield ("authors", at), author, imprint.credits(text), "a by-line"
    if card.translator:
        yield ("translator",), card.translator, imprint.translations(text), "a line on the translation"


def _finding(entry: Entry[Source], path: Path, said: str, why: str, hint: str = _COPY) -> Finding:
    return Finding(
        entry.document.location(*path),
        RULE,
        f"`{path[0]}` is “{shorten(said, 60)}”; {why}.",
        hint,
        code="not-on-text",
        path=path,
        value=said,
    )
