"""What editors write beside a claim: its names, numbers and years are in the texts that it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from bamboo.checks.sense.claimed import Claimed
from bamboo.checks.sense.names import ALWAYS, known, unprinted
from bamboo.data.locations import Finding
from bamboo.data.records import Path, fields
from bamboo.data.seed import Seed
from bamboo.evidence.locate import seed_of
from bamboo.kinds.library import Library
from bamboo.reading import days, numbers, opposites, polarity, remarks
from bamboo.reading.forms import forms
from bamboo.reading.mentions import plain
from bamboo.reading.names import all_names

# The fields in which editors write about a claim, and those of them that say what is counted.
_FIELDS = ("note", "counted", "scope")
_COUNTED = ("counted", "scope")
_ABOUT_TEXTS = forms(
    ["Source Report Article Speech Review Excerpt Caption English Vietnamese French German Spanish"]
)
_HINT = "Write what the texts say; what the editors work out themselves is “by the editors”."


def held(claimed: Claimed) -> Iterator[Finding]:
    """Remarks that name, count, date or deny what no text of theirs does."""
    texts = [(path, text) for path, text in _remarks(claimed)]
    readable = all(seed_of(claimed.library, source) for source in _sources(claimed))
    if not texts or not readable or not claimed.in_english:
        return
    printed = claimed.forms | known(claimed) | ALWAYS | _ABOUT_TEXTS | _texts(claimed)
    for path, text in texts:
        if found := _wrong(claimed, path, text, printed):
            yield claimed.finding(path, "remark", f"`{path[-1]}` {found}.", _HINT, text)


def _remarks(claimed: Claimed) -> Iterator[tuple[Path, str]]:
    for field in fields(claimed.record):
        if field.path[-1] in _FIELDS and field.holds == "text":
            yield field.path, plain(str(field.value))


def _wrong(claimed: Claimed, path: Path, text: str, printed: frozenset[str]) -> str:
    """What is wrong with a remark; "" where nothing is."""
    if unsaid := unprinted(text, printed):
        return f"names “{unsaid}”, which no text quoted here prints"
    for sentence in remarks.sentences(text):
        if remarks.is_worked_out(sentence):
            continue
        for figure in numbers.read(sentence):
            # In letters it may be of the text itself: "three dots", "the first of them".
            if re.search(r"\d", figure.text) and figure.value not in _values(claimed):
                return f"says “{figure.text}”, which no text quoted here prints"
        for date in days.read(sentence):
            if date.years and date.years.isdisjoint(_years(claimed)):
                return f"says “{sentence[date.start : date.end]}”, which no text quoted here prints"
        denied = remarks.denies(sentence, near=path[-1] in _COUNTED)
        if len(denied) > max((sum(map(polarity.turns, texts)) for texts in claimed.each), default=0):
            return f"says “{denied[0]}”, and no quote denies as much"
        if path[-1] in _COUNTED:
            for word, instead, reason in opposites.opposed(sentence, (*claimed.texts, *claimed.claims)):
                return f"says “{word}”; " + (
                    f"the quotes say “{instead}”, and {reason}" if instead else "no quote does"
                )
    return ""


def _sources(claimed: Claimed) -> tuple[str, ...]:
    return tuple(dict.fromkeys(quote.source for quote in claimed.quotes))


def _texts(claimed: Claimed) -> frozenset[str]:
    """The words of the texts quoted and of the names on their cards."""
    return frozenset().union(*(_read(claimed.library, source).words for source in _sources(claimed)))


class _Read:
    """What a text prints, with what its card says."""

    def __init__(self, library: Library, source: str, seed: Seed) -> None:
        card = library.sources[source]
        names = [name.name for name in all_names(card)]
        if (speaker := card.record.speaker) and speaker in library.people:
            names += [name.name for name in all_names(library.people[speaker])]
        own = [card.record.title, card.record.working_title, card.record.publisher, *card.record.authors]
        text = plain(seed.text)
        said = [text, *names, *(one for one in own if one)]
        self.words = forms(map(plain, said))
        language = card.record.language
        figures = [figure for one in said for figure in numbers.read(one, language)]
        self.values = frozenset(figure.value for figure in figures)
        about = [card.record.about, card.record.published, card.record.found_by_editors]
        self.years = frozenset(
            year for one in said for date in days.read(one, language) for year in date.years
        ) | frozenset(year for one in about if isinstance(one, str) for year in days.of_edtf(one).years)


def _read(library: Library, source: str) -> _Read:
    seed = seed_of(library, source)
    assert seed is not None
    return library.once("remarks", library.sources[source], partial(_Read, library, source, seed))


def _values(claimed: Claimed) -> frozenset[object]:
    found = frozenset[object]().union(*(_read(claimed.library, s).values for s in _sources(claimed)))
    own = [text for _, text in claimed.sentences()]
    return found | {figure.value for text in own for figure in numbers.read(text)}


def _years(claimed: Claimed) -> frozenset[int]:
    found = frozenset[int]().union(*(_read(claimed.library, s).years for s in _sources(claimed)))
    own = [text for _, text in claimed.sentences()]
    return found | {year for text in own for date in days.read(text) for year in date.years}
