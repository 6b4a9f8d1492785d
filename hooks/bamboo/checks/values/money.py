"""A currency that is the unit's, and a value called preliminary or revised that its quote calls so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bamboo.checks.values.stated import RULE, Statement
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.kinds.indicator import Indicator
from bamboo.reading.mentions import plain
from bamboo.reading.numbers import scale_of
from bamboo.reading.numbers.units import CURRENCIES, SCALES

_CALLED: Mapping[str, re.Pattern[str]] = {
    "preliminary": pattern(
        r"\b(?:preliminar(?:y|ily)|provisional(?:ly)?|initial(?:ly)?|first estimates?|flash)\b|\bsơ bộ\b"
        r"|\btạm tính\b",
        re.IGNORECASE,
    ),
    "revised": pattern(
        r"\b(?:revis(?:ed|ion|es|ing)|correct(?:ed|ion|s)|adjust(?:ed|ment)|updated?|final)\b"
        r"|\bđiều chỉnh\b|\bchính thức\b",
        re.IGNORECASE,
    ),
}


def held(whole: Statement) -> Iterator[Finding]:
    """A currency other than the unit's, and a status that no quote prints."""
    record = whole.entry.record
    if isinstance(record, Indicator):
        yield from _currency(whole, record)
        yield from _status(whole, record)


def _currency(whole: Statement, record: Indicator) -> Iterator[Finding]:
    kind, given = scale_of(record.unit)[1], record.currency
    if given and (given not in CURRENCIES or (given != kind and not _open(record.unit))):
        said = f"the unit “{record.unit}” is {kind}" if kind in CURRENCIES else "the unit is no money"
        known = given in CURRENCIES
        yield Finding(
            whole.entry.document.location("currency"),
            RULE,
            f"`currency` is {given}; {said if known else 'no such code is known'}.",
            "Leave it out where the unit says it." if known else f"Known are {', '.join(CURRENCIES)}.",
            code="other-currency",
            path=("currency",),
            value=given,
        )


def _status(whole: Statement, record: Indicator) -> Iterator[Finding]:
    for at, observation in enumerate(record.observations):
        for row, report in enumerate(observation.reports):
            words = [plain(passage.quote) for passage in (report, *report.context)]
            if report.status and not any(_CALLED[report.status].search(text) for text in words):
                path = ("observations", at, "reports", row, "status")
                yield Finding(
                    whole.entry.document.location(*path),
                    RULE,
                    f"`status` is {report.status}; the quote does not call the value so.",
                    "Leave it out, or add the passage that says so as `context`.",
                    code="status-not-said",
                    path=path,
                    value=report.status,
                )


def _open(unit: str) -> bool:
    """Whether a unit leaves open whose dollars or pounds it counts."""
    *before, last = unit.lower().split()
    return last in ("dollars", "pounds", "francs") and all(word in SCALES for word in before)
