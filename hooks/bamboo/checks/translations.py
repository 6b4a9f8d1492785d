"""A quote in another language than English has a translation, which says what the quote says.

Its numbers, dates and codes are those of the quote, and the other way round. It names no other partner, and
denies and puts off what the quote does, no more and no less. In a language without a module numbers are
compared digit by digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bamboo.data.locations import Finding, shorten
from bamboo.data.records import Path, Translatable
from bamboo.evidence.proof import Words, language_of, words_of
from bamboo.kinds.library import Entry, Library
from bamboo.reading import codes, languages, meant, numbers
from bamboo.reading.days import Day, Printed
from bamboo.reading.mentions import Finder, lexicon, plain
from bamboo.reading.numbers.figure import ANNIVERSARY, COUNT, ORDINAL, Figure

RULE = "translation"
_COUNTS = (COUNT, ORDINAL, ANNIVERSARY)
_TRUE = "Translate what is printed, no more and no less."
# "One" and "two" are articles and pairs as often as numbers: a small number in words is not compared.
_SMALL = 12


def check(library: Library) -> Iterator[Finding]:
    """Every quote and context."""
    yield from library.about(RULE, _of_record, *library.records)


def unread(library: Library) -> Iterator[Finding]:
    """A note on each source in a language that the program does not read. It is no mistake."""
    for entry in library.sources.values():
        lang = entry.record.language
        if not languages.is_read(lang):
            yield Finding(
                entry.document.location("language"),
                RULE,
                f"The text is in {languages.name(lang)}, which the program does not read: claims are held "
                "against the translations of its quotes, and of these only the digits against the text.",
                "Compare each claim with the text yourself: the page of the source says that a person did.",
                "notice",
                code="unread-language",
                path=("language",),
                value=lang,
            )


def _of_record(library: Library, entry: Entry[Any]) -> Iterator[Finding]:
    for path, source, passage in entry.passages:
        if isinstance(passage, Translatable) and source in library.sources:
            card = library.sources[source].record
            if passage.translation is not None or not languages.is_english(language_of(card, passage.quote)):
                said = words_of(card, passage.quote)
                yield from _of_passage(entry, path, passage, said, lexicon(library).partners)


def _of_passage(
    entry: Entry[Any], path: Path, passage: Translatable, said: Words, partners: Finder
) -> Iterator[Finding]:
    def finding(field: str, message: str, hint: str, code: str) -> Finding:
        place = entry.document.location(*path, field)
        value = str(getattr(passage, field))
        return Finding(place, RULE, message, hint, code=code, path=(*path, field), value=value)

    english = languages.is_english(said.lang)
    if passage.translation is None:
        if not english:
            yield finding(
                "quote",
                f"The quote is in another language ({said.lang}) and has no translation.",
                "Add `translation`: the quote in English, in your words.",
                "missing",
            )
        return
    if english:
        yield finding(
            "translation",
            "The quote is in English and has a translation.",
            "Delete it; a passage in another language is among `other_languages` of its source's card.",
            "needless",
        )
        return
    translated = Words(plain(passage.translation), languages.ENGLISH, said.written)
    for told, printed, where, instead in (
        (translated, said, "translation", "quote"),
        (said, translated, "quote", "translation"),
    ):
        for text, others in _only(told, printed, whole=where == "translation"):
            shown = ", ".join(f"“{shorten(other, 40)}”" for other in others[:6]) or "nothing of the kind"
            yield finding(
                "translation", f"The {where} says “{text}”; the {instead} says {shown}.", _TRUE, "untrue"
            )
    for name in _named_only(translated, said, partners):
        yield finding(
            "translation",
            f"The translation names “{name}”; the quote does not.",
            f"{_TRUE} If the quote does, add the name as printed to `also_known_as` of the partner.",
            "untrue",
        )
    if found := meant.turned(said.text, said.lang, translated.text, _is_over(said)):
        side, text, reason = found
        yield finding("translation", f"The {side} says “{text}”; {reason}.", _TRUE, "turned")


def _named_only(one: Words, other: Words, partners: Finder) -> Iterator[str]:
    """The partners that a translation names and its quote does not, in a language whose names are read."""
    if languages.is_read(other.lang):
        there = partners.ids([other.text])
        named = {mention.ident: one.text[mention.start : mention.end] for mention in partners.find(one.text)}
        yield from (text for ident, text in named.items() if ident not in there)


def _is_over(words: Words) -> bool:
    """Whether all that a passage dates was over when it was written."""
    dates, written = words.dates, words.written
    if not dates or written is None:
        return False
    return all(date.last.year and _end(date.last) <= _end(written) for date in dates)


def _end(day: Day) -> tuple[int, int, int]:
    return day.year or 0, day.month or 12, day.day or 31


def _only(one: Words, other: Words, whole: bool) -> Iterator[tuple[str, list[str]]]:
    """What one of the two says and the other does not, each with what that says of the kind.

    Of a language that is not read, only the digits of the translation are looked for: `whole` is that side.
    """
    if not (languages.is_read(one.lang) and languages.is_read(other.lang)):
        there = languages.digits(other.text)
        if whole:
            told = languages.digits(one.text).items()
            yield from ((text, [*there.values()]) for number, text in told if number not in there)
        return
    dates = [*other.dates]
    for date in one.dates:
        if not any(_same_day(date, printed) for printed in dates):
            yield one.text[date.start : date.end], [other.text[d.start : d.end] for d in dates]
    figures = [*_figures(other)]
    for figure in _figures(one):
        if not _in_words(figure) and not any(_same(figure, printed) for printed in figures):
            yield figure.text, [printed.text for printed in figures]
    if whole:
        printed = codes.read(other.text)
        yield from ((code, printed) for code in codes.read(one.text) if code not in other.text)


def _figures(words: Words) -> Iterable[Figure]:
    return (figure for figure, _ in words.phrases)


def _in_words(figure: Figure) -> bool:
    return figure.value <= _SMALL and not any(map(str.isdigit, figure.text))


def _same(one: Figure, other: Figure) -> bool:
    """Whether they are the same number, counted likewise, with the same qualifier and not turned round."""
    kinds_agree = one.kind == other.kind or (one.kind in _COUNTS and other.kind in _COUNTS)
    return (
        kinds_agree
        and abs(one.value) == abs(other.value)
        and one.high == other.high
        and one.qualifier == other.qualifier
        and not numbers.opposite(one.says, other.says)
    )


def _same_day(one: Printed, other: Printed) -> bool:
    ends: tuple[tuple[Day, Day], ...] = ((one.first, other.first), (one.last, other.last))
    return all(here == there for here, there in ends)
