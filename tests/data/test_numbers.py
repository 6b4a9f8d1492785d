"""Every number the five texts print is an observation of each source that prints it, or has a written reason.

Read with a plain expression here, not with the program's own reader of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import project
import yaml
from bamboo.evidence.coverage import set_aside_spans
from bamboo.evidence.locate import Span, locate_all
from bamboo.kinds.library import Library, load
from every import Every
from labels import label_of

WORDS = {
    name: value
    for value, name in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
    )
}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NUMBER = re.compile(rf"\d+(?:[.,]\d+)*|(?<!\w)(?:{'|'.join(WORDS)})(?!\w)", re.IGNORECASE)
DATE = re.compile(
    rf"(?:19|20)\d\d|(?:{MONTHS}) \d\d?(?!\d)(?:-\d\d?)?|ngày \d\d?/\d\d?|\d\d?/\d\d?/\d{{4}}|\d\d?:\d\d:\d\d"
)
REASONS = Path(__file__).parent / "numbers_not_counted.yml"


@cache
def library() -> Library:
    return load(project.ROOT)


def reasons() -> list[dict[str, str]]:
    found = yaml.safe_load(REASONS.read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def places(text: str, pattern: str | re.Pattern[str]) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(pattern, text)]


def within(inner: Span, outer: list[Span]) -> bool:
    return any(span.start <= inner.start and inner.end <= span.end for span in outer)


def observed(source: str) -> Iterator[tuple[float, Span]]:
    """Each value reported from a source, and where its quote stands."""
    for entry in library().indicators.values():
        for located in locate_all(library())[entry.file]:
            if located.source == source and len(located.path) == 4 and isinstance(located.found, Span):
                report = entry.record.observations[int(located.path[1])].reports[int(located.path[3])]
                yield float(report.value), located.found


def test_every_number_is_an_observation_or_has_a_reason() -> None:
    unused = [*reasons()]
    uncounted = []
    for source, entry in library().sources.items():
        text = library().seeds[entry.record.seed].text
        free = [span for span, _ in set_aside_spans(library(), source)] + places(text, DATE)
        for row in [row for row in reasons() if row["source"] in (source, "all")]:
            spans = places(text, row["words"])
            free += spans
            if spans and row in unused:
                unused.remove(row)
        reported = list(observed(source))
        for found in NUMBER.finditer(text):
            here = Span(*found.span())
            said = found[0].lower()
            value = float(WORDS.get(said) or said.replace(",", ""))
            if within(here, free) or any(value == v and within(here, [span]) for v, span in reported):
                continue
            uncounted.append(f"{source}: …{text[max(0, here.start - 40) : here.end + 30]!r}")
    assert uncounted == []
    assert unused == [], "a reason that no number needs any more"


def test_every_reason_is_written(every: Every) -> None:
    for row in reasons():
        with every.test(label_of(row)):
            assert set(row) == {"source", "words", "reason"}
            assert len(row["reason"].split()) >= 3
