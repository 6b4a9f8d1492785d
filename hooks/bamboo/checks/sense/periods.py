"""What the quotes count in some months is not said of the whole year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.data.records import Path
from bamboo.evidence.proof import Proof, Words
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.fact import Fact
from bamboo.kinds.indicator import Indicator
from bamboo.reading import days, periods, phrases
from bamboo.reading.days import Printed
from bamboo.reading.numbers import Figure

_NUMBER = pattern(r"\d+(?:\.\d+)?")
_FIX = "Say which months it was counted in, as the quotes do."


def held(claimed: Claimed) -> Iterator[Finding]:
    """Figures of a year in claims and observations that the quotes print beside some months of it."""
    record = claimed.record
    if not claimed.in_english:
        return
    if isinstance(record, Fact):
        yield from _of_fact(claimed, record)
    elif isinstance(record, Indicator):
        yield from _of_figure(claimed, record)


def _of_fact(claimed: Claimed, fact: Fact) -> Iterator[Finding]:
    for path, text in claimed.sentences:
        # What is thought of some months may hold beyond them.
        when = fact.when if path == ("claim",) and fact.kind not in SPOKEN else None
        if found := widened(text, claimed.proof.passages, when):
            yield _finding(claimed, path, *found, text)
            return


def _of_figure(claimed: Claimed, indicator: Indicator) -> Iterator[Finding]:
    for at, observation in enumerate(indicator.observations):
        period = days.of_edtf(observation.period)
        if not _is_year(period):
            continue
        for report in observation.reports:
            # Of its context, some words are about other times.
            alone = report.model_copy(update={"context": []})
            passages = Proof.of(claimed.library, [alone], translated=True).passages
            for figure, _ in (one for passage in passages for one in passage.phrases):
                if _prints(figure, report.value) and (said := _in_months(figure, passages, [period])):
                    path: Path = ("observations", at, "period")
                    yield _finding(claimed, path, figure.text, said, observation.period)
                    return


def widened(text: str, passages: Sequence[Words], when: str | None = None) -> tuple[str, str] | None:
    """A figure that a plain text says of a year, with the months of which the passages say it; None if none.

    `when` is the time of a text that says none itself.
    """
    if not (figures := phrases.read(text)):
        return None
    times = [date for date in days.read(text) if not date.aside]
    if not times and when:
        times = [days.of_edtf(when)]
    if not times or not all(map(_is_year, times)):
        return None
    for figure, _ in figures:
        if said := _in_months(figure, passages, times):
            return figure.text, said
    return None


def _prints(figure: Figure, value: int | float) -> bool:
    """Whether a figure is this value, in whatever unit it is counted."""
    return figure.value == value or str(value) in _NUMBER.findall(figure.text.replace(",", ""))


def _is_year(date: Printed) -> bool:
    return date.single and bool(date.first.year) and not date.first.month


def _in_months(figure: Figure, passages: Iterable[Words], times: Iterable[Printed]) -> str:
    """The months of one of these years that are with a figure wherever it is printed; "" where none are."""
    years = {time.first.year for time in times}
    found = ""
    for passage in passages:
        for other, _ in passage.phrases:
            if (other.value, other.kind, other.high) != (figure.value, figure.kind, figure.high):
                continue
            months = periods.of_figure(passage.text, other, passage.dates)
            if months is None or not (months.first.year is None or months.first.year in years):
                return ""
            found = found or passage.text[months.start : months.end].rstrip(".")
    return found


def _finding(claimed: Claimed, path: Path, figure: str, said: str, value: str) -> Finding:
    return claimed.finding(
        path,
        "period-widened",
        f"`{path[-1]}` says “{figure}” of the year; the quotes say it of “{said}”.",
        _FIX,
        value=value,
    )
