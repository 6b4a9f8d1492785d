"""What a sentence says: its dates, numbers and codes can be read in the quotes."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.values.stated import WIDEN, Stated, listed
from bamboo.data.locations import Finding
from bamboo.evidence.proof import Wanted
from bamboo.reading import codes, days, phrases
from bamboo.reading.mentions import plain


def held(stated: Stated) -> Iterator[Finding]:
    """A text that the quotes have to bear out."""
    called = stated.whole.called_by(stated.field)
    for said, instead in [*_dates(stated), *_numbers(stated), *_codes(stated)]:
        yield stated.finding(f"The {called} says “{said}”; the quotes say {instead}.", WIDEN, code="not-said")


def dates_said(text: str) -> list[tuple[days.Printed, str]]:
    """The dates in a plain text, as read and as written."""
    return [(date, text[date.start : date.end]) for date in days.read(text)]


def _dates(stated: Stated) -> Iterator[tuple[str, str]]:
    text, proof = plain(stated.field.value), stated.proof
    unread = [said for date, said in dates_said(text) if not proof.says_date(date)]
    yield from ((said, listed(proof.dates())) for said in unread)
    for year, said, words in phrases.years(text):
        better = proof.better_year(year, words)
        if better and said == str(year) and said not in unread:  # a day is looked for as a whole
            yield said, f"“{better}” of it"


def _numbers(stated: Stated) -> Iterator[tuple[str, str]]:
    # "The highlights article said": a source's name is no word of what is counted.
    cards = [stated.library.sources[quote.source] for quote in stated.quotes]
    names = phrases.words(" ".join(card.record.short_name for card in cards))
    for figure, words in phrases.read(plain(stated.field.value)):
        wanted = Wanted(figure.value, (figure.kind,), words - names, whole=figure.part == "whole")
        found, better = stated.proof.matches(wanted)
        same = [other for other in found if other.qualifier == figure.qualifier]
        if better or not same:
            said = [better] if better else found or stated.proof.figures()
            yield figure.text, listed([other.text for other in said])


def _codes(stated: Stated) -> Iterator[tuple[str, str]]:
    printed = {code for text in stated.proof.texts for code in codes.read(text)}
    for code in codes.read(plain(stated.field.value)):
        if code not in printed:
            yield code, listed(sorted(printed))
