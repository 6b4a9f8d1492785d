"""How a passage differs from what other texts say of the same thing: entries of `differs`."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.disagreements import QUALIFIER, VALUE, current
from bamboo.data import dates, english
from bamboo.data.records import Difference
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Library

_PERIOD = "period"


def of_report(
    library: Library, indicator: str, period: str, source: str, value: str, qualifier: str
) -> list[Difference]:
    """What a report more of a figure's period brings in: another value, another word with it."""
    figure = library.indicators[indicator].record
    row = next((row for row in figure.observations if row.period == period), None)
    if row is None or not value:
        return []
    told = {str(difference.kind) for difference in row.differs}
    reports = [(one.source, f"{one.value:g}", str(one.qualifier)) for one in current(row)]
    found = []
    for kind, at, new in ((VALUE[0], 1, value), (QUALIFIER[0], 2, qualifier)):
        if kind not in told and new and {report[at] for report in reports} - {new}:
            said = [
                (
                    name,
                    f"{'' if word == 'exact' else f'{word} '}{english.number(float(number))} {figure.unit}",
                )
                for name, number, word in (*reports, (source, value, qualifier))
            ]
            found.append(Difference(kind=kind, note=_note(library, said)))
    return found


def of_time(library: Library, fact: Fact, source: str, when: str) -> list[Difference]:
    """What a quote more of a fact brings in that dates the same otherwise."""
    if any(str(difference.kind) == _PERIOD for difference in fact.differs):
        return []
    said = [(quote.source, dates.words(fact.when)) for quote in fact.evidence]
    return [Difference(kind=_PERIOD, note=_note(library, [*said, (source, dates.words(when))]))]


def _note(library: Library, said: list[tuple[str, str]]) -> str:
    """`Small Review has 8; Visit Report has 9.`"""
    return "; ".join(_each(library, said)) + "."


def _each(library: Library, said: list[tuple[str, str]]) -> Iterator[str]:
    for source, what in dict.fromkeys(said):
        yield f"{library.sources[source].record.short_name} has {what}"
