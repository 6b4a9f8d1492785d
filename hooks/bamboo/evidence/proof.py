"""What the quotes of one claim say: their numbers, their dates and the names in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from operator import is_
from typing import NamedTuple

from bamboo.data.records import Passage, Quote, Translatable
from bamboo.data.seed import fold_text
from bamboo.kinds.library import Library
from bamboo.kinds.source import Source
from bamboo.reading import apart, days, languages, numbers, offices, phrases
from bamboo.reading.days import Day, Printed
from bamboo.reading.mentions import plain
from bamboo.reading.numbers import Figure
from bamboo.reading.numbers.figure import ANNIVERSARY, COUNT


class Words(NamedTuple):
    """Words of a source, comparable: their language, and the day from which "last year" counts in them."""

    text: str
    lang: str = "en"
    written: Day | None = None

    @property
    def dates(self) -> tuple[Printed, ...]:
        """Every date."""
        return days.read(self.text, self.lang, self.written)

    def dates_of(self, statement: str) -> tuple[Printed, ...]:
        """Every date but those that belong to another clause than a statement."""
        if self.lang != languages.ENGLISH:
            return self.dates
        return tuple(date for date in self.dates if not apart.belongs_elsewhere(self.text, date, statement))

    @property
    def phrases(self) -> tuple[tuple[Figure, frozenset[str]], ...]:
        """Every number, with the words of its clause."""
        return phrases.read(self.text, self.lang, self.written)

    @property
    def years(self) -> tuple[tuple[int, str, frozenset[str]], ...]:
        """Every date with its year, as printed, and with the words of its clause."""
        return phrases.years(self.text, self.lang, self.written)


def words_of(card: Source, text: str) -> Words:
    """A passage of a source."""
    return Words(plain(text), language_of(card, text), written_on(card))


def language_of(card: Source, text: str) -> str:
    """The language of a passage: that of its source, or the other one that its card says."""
    if not card.other_languages:
        return card.language
    return next((other.lang for other in card.other_languages if _in(other.quote, text)), card.language)


def _read(words: Words, passage: Passage, translated: bool) -> Words:
    """The words, or their translation where it is asked for or there is no module of their language."""
    translation = passage.translation if isinstance(passage, Translatable) else None
    if translation is None or (languages.is_read(words.lang) and not translated):
        return words
    return Words(plain(translation), languages.ENGLISH, words.written)


def written_on(card: Source) -> Day | None:
    """The day on which a text was written, or the year that it is about, where that is all that is known."""
    found = card.found_by_editors
    return _written(card.published or (found.published if found else None), card.about)


@lru_cache(maxsize=4096)
def _written(dated: str | None, about: str | None) -> Day | None:
    if dated:
        return days.of_edtf(dated).last
    period = days.of_edtf(about) if about else None
    return Day(period.last.year) if period and len(period.years) == 1 and not period.open else None


@lru_cache(maxsize=4096)
def _in(whole: str, part: str) -> bool:
    return fold_text(part) in fold_text(whole)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A number that a record states, the words it states it with, and of them the `nouns` that it counts.

    `whole` is for the seven of "six out of seven", `total` for a number of which the record says that
    it counts all: where a text prints a total, no other number will do. `says`: what the words around it say.
    `either`: its sign does not matter: "a fall of 5 percent" is 5 and -5.
    """

    value: Decimal
    kinds: tuple[str, ...]
    words: frozenset[str]
    whole: bool = False
    total: bool = False
    high: Decimal | None = None
    says: frozenset[str] = frozenset()
    either: bool = False
    nouns: frozenset[str] = frozenset()

    @classmethod
    def of(cls, figure: Figure, words: frozenset[str], nouns: frozenset[str] = frozenset()) -> Wanted:
        """A number in a sentence, with the nouns that it counts."""
        return cls(
            figure.signed.value,
            # An 80th anniversary counts 80 years.
            (figure.kind, ANNIVERSARY) if figure.kind == COUNT and "year" in nouns else (figure.kind,),
            words,
            nouns=nouns,
            whole=figure.part == "whole",
            high=figure.high,
            says=figure.says,
            either=not figure.says and figure.value > 0,
        )

    def fits(self, figures: Sequence[tuple[Figure, frozenset[str]]]) -> list[tuple[Figure, int]]:
        """The numbers of one text that could be meant, each with how many of its words are the record's."""
        of_kind = [(f, len(around & self.words)) for f, around in figures if f.kind in self.kinds]
        if self.total and (totals := [(f, score) for f, score in of_kind if f.part]):
            return totals
        return [(f, score) for f, score in of_kind if self.whole or f.part != "whole"]

    def is_(self, other: Figure) -> bool:
        """Whether it is the same number, and the words around do not turn it round."""
        if self.high != other.high or numbers.opposite(self.says, other.says):
            return False
        if other.signed.value == self.value:
            return True
        below = other.change or "deficit" in other.says
        return self.either and abs(other.value) == abs(self.value) and (self.value > 0 or below)


@dataclass(frozen=True, eq=False)
class Proof:
    """The quotes and contexts of one claim, and the periods that their sources are about."""

    passages: tuple[Words, ...]
    about: tuple[Printed, ...]

    @classmethod
    def of(cls, library: Library, quotes: Iterable[Quote], translated: bool = False) -> Proof:
        """The proof that `quotes`, with their contexts, are; `translated`: of those in other languages."""
        quotes = tuple(quotes)
        translated = translated and any(
            passage.translation is not None for quote in quotes for passage in (quote, *quote.context)
        )
        return _proof(library, _Quotes(quotes), translated)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(passage.text for passage in self.passages)

    @cached_property
    def printed(self) -> tuple[tuple[Printed, ...], ...]:
        """The dates of each passage."""
        return tuple(passage.dates for passage in self.passages)

    @property
    def titled(self) -> tuple[str, ...]:
        """The words with titles of office in English."""
        return tuple(offices.in_english(passage.text, passage.lang) for passage in self.passages)

    def says_date(self, wanted: Printed, *, whole: bool = False, statement: str = "") -> bool:
        """Whether a date or period can be read; `whole`: as the period that is counted.

        Dates of clauses about something else than the `statement` say no time of it.
        """
        written = [passage.written for passage in self.passages if passage.written]
        if days.says(self.printed, self.about, wanted, whole=whole, written=written):
            return True
        own = tuple(passage.dates_of(statement) for passage in self.passages) if statement else self.printed
        return own != self.printed and days.says(own, self.about, wanted, whole=whole, written=written)

    def dates(self) -> list[str]:
        """Every date as printed."""
        read = zip(self.texts, self.printed, strict=True)
        return list(dict.fromkeys(text[date.start : date.end] for text, dates in read for date in dates))

    def better_year(self, year: int, words: frozenset[str]) -> str:
        """Another year that is printed with more of these words than `year` is, or ""."""
        if not self.prints_another_year(year):
            return ""
        read = [
            (len(around & words), other, said)
            for passage in self.passages
            for other, said, around in passage.years
        ]
        own = max((score for score, other, _ in read if other == year), default=0)
        score, other, said = max(read, default=(0, year, ""))
        return said if score > max(own, 1) and other != year else ""

    def prints_another_year(self, year: int) -> bool:
        """Whether any date ends in another year."""
        return any(date.last.year not in (None, year) for dates in self.printed for date in dates)

    def figures(self) -> list[Figure]:
        """Every number."""
        return [figure for passage in self.passages for figure, _ in passage.phrases]

    def matches(self, wanted: Wanted) -> tuple[list[Figure], Figure | None]:
        """The numbers of the wanted value and kind, and another that its words fit better, if one does.

        "16 contracts and 17 agreements": 17 is printed, and yet it is no number of contracts.
        """
        told, others = [], []
        counts_same = set()
        for passage in self.passages:
            for figure, around in passage.phrases:
                if not phrases.contrary(around, wanted.words):
                    told.append((figure, around))
                    nouns = phrases.nouns(passage.text, figure) if wanted.nouns else wanted.nouns
                    if not nouns.isdisjoint(wanted.nouns):
                        counts_same.add(figure)
                    elif nouns:
                        others.append(figure)
        read = wanted.fits(told)
        found = [(figure, score) for figure, score in read if wanted.is_(figure)]
        top = max((score for _, score in found), default=0)
        # Where one of them counts the same things, no number of other things fits better.
        same = any(figure in counts_same for figure, _ in found)
        rivals = [
            f for f, score in read if found and score > top and not (same and (wanted.whole or f in others))
        ]
        return [figure for figure, _ in found], rivals[0] if rivals else None

    def where(self, found: Sequence[Figure]) -> list[tuple[str, Figure]]:
        """Numbers of the quotes, each with the passage that prints it."""
        return [(one.text, figure) for one in self.passages for figure, _ in one.phrases if figure in found]

    def counts_otherwise(self, wanted: Wanted, found: Sequence[Figure]) -> str:
        """What the quotes count with a number, where they print what it is to count only beside it; or ""."""
        said = ""
        for passage in self.passages:
            for figure, _ in passage.phrases:
                if figure not in found:
                    continue
                nouns = phrases.nouns(passage.text, figure)
                if not nouns or nouns & wanted.nouns:
                    return ""
                said = said or passage.text[figure.start : figure.end + 30].split(",")[0]
        printed = frozenset().union(*(phrases.words(text) for text in self.texts))
        return said if wanted.nouns <= printed else ""


class _Quotes(tuple[Quote, ...]):
    """Quotes that are the same only where they are the very same."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Quotes) and len(self) == len(other) and all(map(is_, self, other))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self)))


# The rules about one record ask for the same ones after each other.
@lru_cache(maxsize=64)
def _proof(library: Library, quotes: _Quotes, translated: bool) -> Proof:
    cards = [library.sources[quote.source].record for quote in quotes]
    passages = dict.fromkeys(
        _read(words_of(card, passage.quote), passage, translated)
        for card, quote in zip(cards, quotes, strict=True)
        for passage in (quote, *quote.context)
    )
    about = dict.fromkeys(card.about for card in cards if card.about)
    return Proof(tuple(passages), tuple(days.of_edtf(period) for period in about))
