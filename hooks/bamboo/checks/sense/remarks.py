"""What editors write beside a claim: its names, numbers and years are in the texts that it quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from bamboo.checks.sense.claimed import Claimed
from bamboo.checks.sense.names import ALWAYS, known, unprinted
from bamboo.data.locations import Finding
from bamboo.data.records import Path, Record, fields
from bamboo.evidence.locate import Span, locate_all, seed_of
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.source import Source
from bamboo.reading import days, numbers, opposites, remarks
from bamboo.reading.forms import forms
from bamboo.reading.mentions import plain
from bamboo.reading.names import all_names

T = TypeVar("T")

# The fields in which editors write about a claim, and those of them that say what is counted.
_FIELDS = ("note", "counted", "scope")
_COUNTED = ("counted", "scope")
_ABOUT_TEXTS = forms(
    ["Source Report Article Speech Review Excerpt Caption English Vietnamese French German Spanish"]
)
_FAR = 1000  # characters within which a text speaks of what a quote is about
_HINT = "Write what the texts say; what the editors work out themselves is “by the editors”."


def held(claimed: Claimed) -> Iterator[Finding]:
    """Remarks that name, count, date or deny what no text of theirs does."""
    if not _has_remarks(claimed.record):
        return
    texts = [*_remarks(claimed)]
    readable = all(seed_of(claimed.library, source) for source in _sources(claimed))
    if not texts or not readable or not claimed.in_english:
        return
    printed = claimed.forms | known(claimed) | ALWAYS | _ABOUT_TEXTS
    for path, text in texts:
        if found := _wrong(claimed, path, text, printed):
            yield claimed.finding(path, "remark", f"`{path[-1]}` {found}.", _HINT, text)


def _has_remarks(record: Record) -> bool:
    """Whether a record, or one inside it, has any of these fields."""
    for name in _leading_to_remarks(type(record)):
        value = getattr(record, name)
        inside = value if isinstance(value, list) else [value]
        if any(_has_remarks(one) if isinstance(one, Record) else one is not None for one in inside):
            return True
    return False


@cache
def _leading_to_remarks(kind: type[Record]) -> tuple[str, ...]:
    """These fields, and those with records that have any."""
    return tuple(
        part.attribute
        for part in kind.parts
        if part.name in _FIELDS or any(map(_leading_to_remarks, part.records))
    )


def _remarks(claimed: Claimed) -> Iterator[tuple[Path, str]]:
    for field in fields(claimed.record):
        if field.path[-1] in _FIELDS and field.holds == "text":
            yield field.path, plain(str(field.value))


def _wrong(claimed: Claimed, path: Path, text: str, printed: frozenset[str]) -> str:
    """What is wrong with a remark; "" where nothing is."""
    # The words of whole texts are asked for only where those of the quotes are not enough.
    if unprinted(text, printed) and (unsaid := unprinted(text, printed | _texts(claimed))):
        return f"names “{unsaid}”, which no text quoted here prints"
    for quoted in remarks.quoted(text):
        if not _prints(claimed, quoted):
            return f"quotes “{quoted}”, which no text quoted here prints"
    for sentence in remarks.sentences(text):
        if remarks.is_worked_out(sentence):
            continue
        if twice := remarks.said_twice(sentence):
            return f"says “{twice}”, which is one thing twice"
        if wrong := remarks.wrong_of_a_text(sentence, claimed.quotes_alone, _near(claimed)):
            return wrong
        for figure in numbers.read(sentence):
            # In letters it may be of the text itself: "three dots", "the first of them".
            if re.search(r"\d", figure.text) and not _has_value(claimed, figure.value):
                return f"says “{figure.text}”, which no text quoted here prints"
        for date in days.read(sentence):
            if date.years and not _has_year(claimed, date.years):
                return f"says “{sentence[date.start : date.end]}”, which no text quoted here prints"
        denied = remarks.denies(sentence, near=path[-1] in _COUNTED)
        if denied and len(denied) > claimed.turns:
            return f"says “{denied[0]}”, and no quote denies as much"
        if path[-1] in _COUNTED:
            for word, instead, reason in opposites.opposed(sentence, (*claimed.texts, *claimed.claims)):
                return f"says “{word}”; " + (
                    f"the quotes say “{instead}”, and {reason}" if instead else "no quote does"
                )
    return ""


def _prints(claimed: Claimed, words: str) -> bool:
    """Whether a card, the claim itself or a text not far from its quotes has these words."""
    said = [*(text for _, text in claimed.sentences), *claimed.texts, *_near(claimed)]
    cards = (claimed.library.sources[source] for source in _sources(claimed))
    said += [plain(name.name) for card in cards for name in all_names(card)]
    return any(words.casefold() in one.casefold() for one in said)


def _near(claimed: Claimed) -> Iterator[str]:
    """What the texts print not far from the quotes."""
    for located in locate_all(claimed.library)[claimed.entry.file]:
        seed = seed_of(claimed.library, located.source)
        if seed and isinstance(located.found, Span):
            yield plain(seed.text[max(0, located.found.start - _FAR) : located.found.end + _FAR])


def _sources(claimed: Claimed) -> tuple[str, ...]:
    return tuple(dict.fromkeys(quote.source for quote in claimed.quotes))


def _texts(claimed: Claimed) -> frozenset[str]:
    """The words of the texts quoted and of the names on their cards."""
    return frozenset().union(*(_of_text(claimed.library, source, _words) for source in _sources(claimed)))


def _has_value(claimed: Claimed, value: object) -> bool:
    """Whether the claim or a text that it quotes prints a number."""
    own = {figure.value for _, text in claimed.sentences for figure in numbers.read(text)}
    return value in own or any(
        value in _of_text(claimed.library, source, _values) for source in _sources(claimed)
    )


def _has_year(claimed: Claimed, years: set[int]) -> bool:
    """Whether the claim or a text that it quotes prints one of these years."""
    own = {year for _, text in claimed.sentences for date in days.read(text) for year in date.years}
    return not own.isdisjoint(years) or any(
        not _of_text(claimed.library, source, _years).isdisjoint(years) for source in _sources(claimed)
    )


def _of_text(library: Library, source: str, of: Callable[[Library, Entry[Source]], T]) -> T:
    """What is found out about a text, once for all claims that quote it."""
    card = library.sources[source]
    return library.once(f"remarks {of.__name__}", card, lambda: of(library, card))


def _words(library: Library, card: Entry[Source]) -> frozenset[str]:
    return forms(map(plain, _said(library, card)))


def _values(library: Library, card: Entry[Source]) -> frozenset[object]:
    said, language = _said(library, card), card.record.language
    return frozenset(figure.value for one in said for figure in numbers.read(one, language))


def _years(library: Library, card: Entry[Source]) -> frozenset[int]:
    said, language = _said(library, card), card.record.language
    about = [card.record.about, card.record.published, card.record.found_by_editors]
    return frozenset(
        year for one in said for date in days.read(one, language) for year in date.years
    ) | frozenset(year for one in about if isinstance(one, str) for year in days.of_edtf(one).years)


def _said(library: Library, card: Entry[Source]) -> list[str]:
    """What a text prints, with what its card says."""
    seed = seed_of(library, card.id)
    assert seed is not None
    names = [name.name for name in all_names(card)]
    if (speaker := card.record.speaker) and speaker in library.people:
        names += [name.name for name in all_names(library.people[speaker])]
    own = [card.record.title, card.record.working_title, card.record.publisher, *card.record.authors]
    return [plain(seed.text), *names, *(one for one in own if one)]
