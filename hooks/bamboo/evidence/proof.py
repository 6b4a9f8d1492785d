"""What the quotes of one claim say: their numbers, their dates and the names in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bamboo.data.records import Quote
from bamboo.kinds.library import Library
from bamboo.reading import days, phrases
from bamboo.reading.days import Printed
from bamboo.reading.mentions import plain
from bamboo.reading.numbers import Figure, Kind


@dataclass(frozen=True, slots=True)
class Wanted:
    """A number that a record states, and the words it states it with.

    `whole` is for the seven of "six out of seven", `total` for a number of which the record says that
    it counts all: where a text prints a total, no other number will do.
    """

    value: Decimal
    kinds: tuple[Kind, ...]
    words: frozenset[str]
    whole: bool = False
    total: bool = False

    def fits(self, figures: Sequence[tuple[Figure, frozenset[str]]]) -> list[tuple[Figure, int]]:
        """The numbers of one text that could be meant, each with how many of its words are the record's."""
        of_kind = [(f, len(around & self.words)) for f, around in figures if f.kind in self.kinds]
        if self.total and (totals := [(f, score) for f, score in of_kind if f.part]):
            return totals
        return [(f, score) for f, score in of_kind if (f.part == "whole") == self.whole]


@dataclass(frozen=True)
class Proof:
    """The quotes and contexts of one claim, and the periods that their sources are about."""

    texts: tuple[str, ...]
    about: tuple[Printed, ...]

    @classmethod
    def of(cls, library: Library, quotes: Iterable[Quote]) -> Proof:
        """The proof that `quotes`, with their contexts, are."""
        quotes = list(quotes)
        texts = dict.fromkeys(plain(p.quote) for quote in quotes for p in (quote, *quote.context))
        cards = (library.sources[quote.source].record for quote in quotes)
        about = dict.fromkeys(card.about for card in cards if card.about)
        return cls(tuple(texts), tuple(days.of_edtf(period) for period in about))

    def says_date(self, wanted: Printed) -> bool:
        """Whether a date or period can be read."""
        return days.says([days.read(text) for text in self.texts], self.about, wanted)

    def dates(self) -> list[str]:
        """Every date as printed."""
        return list(dict.fromkeys(text[d.start : d.end] for text in self.texts for d in days.read(text)))

    def better_year(self, year: int, words: frozenset[str]) -> str:
        """Another year that is printed with more of these words than `year` is, or ""."""
        read = [
            (len(around & words), other, said)
            for text in self.texts
            for other, said, around in phrases.years(text)
        ]
        own = max((score for score, other, _ in read if other == year), default=0)
        score, other, said = max(read, default=(0, year, ""))
        return said if score > max(own, 1) and other != year else ""

    def figures(self) -> list[Figure]:
        """Every number."""
        return [figure for text in self.texts for figure, _ in phrases.read(text)]

    def matches(self, wanted: Wanted) -> tuple[list[Figure], Figure | None]:
        """The numbers of the wanted value and kind, and another that its words fit better, if one does.

        "16 contracts and 17 agreements": 17 is printed, and yet it is no number of contracts.
        """
        read = [fitting for text in self.texts for fitting in wanted.fits(phrases.read(text))]
        found = [(figure, score) for figure, score in read if figure.value == wanted.value]
        top = max((score for _, score in found), default=0)
        rivals = [figure for figure, score in read if found and score > top]
        return [figure for figure, _ in found], rivals[0] if rivals else None
