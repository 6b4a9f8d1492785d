"""Which existing claims a passage repeats: by shared names, numbers and rare words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bamboo.data import dates
from bamboo.editing.draft.words import NUMBER, PARTNER, marks
from bamboo.graph import wording
from bamboo.kinds.library import Library
from bamboo.reading import days
from bamboo.reading.days import Printed

# By measurement (benchmarks/draft): from SIMILAR on, nearly eight in ten that are shown say the same;
# from SAME on, nearly nine.
SIMILAR, SAME = 0.35, 0.52
NUMBER_WEIGHT = 1.5  # two texts that print one number have more in common than by one word
MOST = 6  # similar claims shown of one passage


@dataclass(frozen=True, slots=True)
class Told:
    """An existing claim: a fact, or an observation of a figure (then with its period)."""

    file: str
    ident: str
    text: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Similar:
    """An existing claim that a passage seems to repeat; `score` is between 0 and 1.

    `when`: its time, where that is another one than the passage has.
    """

    told: Told
    score: float
    when: str = ""

    @property
    def likeness(self) -> str:
        """How like it is, as it is shown."""
        return f"another time, {dates.words(self.when)}" if self.when else f"{self.score:.2f}"


@dataclass(frozen=True, slots=True)
class _Telling:
    """One wording of a claim: its words with those of one of its quotes."""

    told: Told
    marks: frozenset[str]
    partners: frozenset[str]
    when: Printed


class Similarity:
    """The existing claims, found by what they share with a passage.

    The score is the cosine of the two sets of marks, each mark weighing the more the fewer claims have it.
    A claim on a partner that the passage does not name, or on another time, is another claim.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._tellings = list(_tellings(library))
        self._by_mark: dict[str, list[int]] = defaultdict(list)
        claims: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for number, telling in enumerate(self._tellings):
            for mark in telling.marks:
                self._by_mark[mark].append(number)
                claims[mark].add((telling.told.file, telling.told.period))
        self._many = len({(telling.told.file, telling.told.period) for telling in self._tellings})
        self._claims = {mark: len(those) for mark, those in claims.items()}
        self._sizes = [self._size(telling.marks) for telling in self._tellings]

    def find(self, text: str, when: Printed | None) -> list[Similar]:
        """The claims most like `text`, the likest first, each once."""
        own = marks(self._library, text)
        shared: Counter[int] = Counter()
        for mark in sorted(own):
            weight = self._weight(mark) ** 2
            for number in self._by_mark.get(mark, ()):
                shared[number] += weight  # type: ignore[assignment]  # a Counter counts in fractions too
        size = self._size(own)
        best: dict[Told, float] = {}
        for number, weight in shared.items():
            telling = self._tellings[number]
            score = weight / math.sqrt(size * self._sizes[number]) if size else 0.0
            fits = telling.partners <= own and (when is None or days.meets(telling.when, when))
            if fits and score >= SIMILAR:
                best[telling.told] = max(score, best.get(telling.told, 0.0))
        found = sorted(best.items(), key=lambda pair: (-round(pair[1], 6), pair[0].ident, pair[0].period))
        return [Similar(told, round(score, 2)) for told, score in found[:MOST]]

    def _weight(self, mark: str) -> float:
        rare = math.log((self._many + 1) / (self._claims.get(mark, 0) + 1))
        return rare * NUMBER_WEIGHT if mark.startswith(NUMBER) else rare

    def _size(self, those: frozenset[str]) -> float:
        return math.fsum(self._weight(mark) ** 2 for mark in those)


def _tellings(library: Library) -> Iterator[_Telling]:
    for fact in library.facts.values():
        told = Told(fact.file, fact.id, wording.fact(library, fact.record))
        claim = marks(library, fact.record.claim)
        for quote in fact.record.evidence:
            yield _telling(told, claim, marks(library, quote.quote), fact.record.when)
    for figure in library.indicators.values():
        name = marks(library, figure.record.name)
        for observation in figure.record.observations:
            told = Told(figure.file, figure.id, figure.record.name, observation.period)
            for report in observation.reports:
                yield _telling(told, name, marks(library, report.quote), observation.period)


def _telling(told: Told, claim: frozenset[str], quote: frozenset[str], when: str) -> _Telling:
    partners = frozenset(mark for mark in claim if mark.startswith(PARTNER))
    return _Telling(told, claim | quote, partners, days.of_edtf(when))
