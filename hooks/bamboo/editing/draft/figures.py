"""Which recorded figures a passage gives a value of: by the words of their names and by their units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.editing.draft.words import stems
from bamboo.kinds.indicator import Indicator
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.qualifiers import QUALIFIERS
from bamboo.reading import phrases
from bamboo.reading.mentions import plain
from bamboo.reading.numbers import Figure, scale_of

NAMED = 0.6  # of the words of a figure's name have to be in the passage
MOST = 3


@dataclass(frozen=True, slots=True)
class Figured:
    """A value of a figure as a passage prints it. `known` are those that it has for the period already."""

    indicator: str
    file: str
    period: str
    value: str
    qualifier: str
    unit: str
    known: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether another report of the period has another value."""
        return bool(self.known) and self.value not in self.known


def figures(library: Library, quote: str, when: str) -> tuple[Figured, ...]:
    """The figures of which `quote` seems to give the value for the time `when`, the likeliest first."""
    read = plain(quote)
    words, numbers = stems(read), list(phrases.read(read))
    found = []
    for entry in library.indicators.values():
        name = stems(entry.record.name)
        share = len(name & words) / len(name) if name else 0.0
        if share >= NAMED and (one := _value(entry, numbers, when)):
            found.append((share, one))
    found.sort(key=lambda pair: (-pair[0], pair[1].indicator))
    return tuple(one for _, one in found[:MOST])


def _value(
    entry: Entry[Indicator], numbers: Sequence[tuple[Figure, frozenset[str]]], when: str
) -> Figured | None:
    """The number in the figure's unit whose words are most like its name."""
    figure = entry.record
    scale, kind = scale_of(figure.unit)
    name = phrases.words(f"{figure.name} {figure.unit}")
    fitting = [(len(words & name), -number.start, number) for number, words in numbers if number.kind == kind]
    best = max(fitting, key=lambda one: one[:2], default=None)
    if best is None or not best[0]:
        return None
    number = best[2]
    value = f"{(number.value / scale).normalize():f}"
    known = tuple(
        f"{report.value:g}"
        for observation in figure.observations
        if observation.period == when
        for report in observation.reports
    )
    qualifier = number.qualifier if number.qualifier in QUALIFIERS else "exact"
    return Figured(entry.id, entry.file, when, value, qualifier, figure.unit, known)
