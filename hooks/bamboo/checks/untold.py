"""Quotes with figures of which no claim says any: no mistake, but perhaps a loss."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bamboo import kinds
from bamboo.checks.sense import RULE
from bamboo.data.locations import Finding
from bamboo.data.records import Quote
from bamboo.evidence.locate import Span, locate_all
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Entry, Library
from bamboo.reading import numbers
from bamboo.reading.mentions import plain

ABOUT = "untold"
_MANY = 2  # figures of a quote, from which a claim without any is worth a second look

# Where a quote is, how many figures it has, and whether its claim says any.
_Told = tuple[str, int, int, int, bool]


def check(library: Library) -> Iterator[Finding]:
    """A note on each fact without a figure whose quote has several, where no other claim quotes that passage
    for a figure."""
    claims = (kind.name for kind in kinds.ALL if kind.holds_claims)
    found = [*library.about(ABOUT, told, *claims)]
    saying: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for _, _, (source, start, end, _, says) in found:
        if says:
            saying[source].append((start, end))
    for ident, number, (source, start, end, many, says) in found:
        if says or many < _MANY or any(begin < end and start < stop for begin, stop in saying[source]):
            continue
        entry = library.facts[ident]
        yield Finding(
            entry.document.location("claim"),
            RULE,
            f"The claim has no figure; its quote {number + 1} has {many}, and no other claim says any.",
            "Say the figures that matter, here or in an indicator.",
            "notice",
            code="figures-untold",
            path=("claim",),
            value=entry.record.claim,
        )


def told(library: Library, entry: Entry[Any]) -> Iterator[tuple[str, int, _Told]]:
    """Of one claim, what each of its quotes has."""
    record = entry.record
    says = not isinstance(record, Fact) or bool(_many(plain(record.claim), "en"))
    number = 0
    for located in locate_all(library)[entry.file]:
        if isinstance(located.passage, Quote) and isinstance(located.found, Span):
            lang = library.sources[located.source].record.language
            many = 0 if says else _many(plain(located.passage.quote), lang)
            yield entry.id, number, (located.source, located.found.start, located.found.end, many, says)
            number += 1


def _many(text: str, lang: str) -> int:
    """How many numbers a plain text prints in digits; its dates are none."""
    return sum(any(map(str.isdigit, one.text)) for one in numbers.read(text, lang))
