"""What a figure counts: the words of its name, its unit and its scopes are those of the quotes."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.checks.sense.names import ALWAYS, known
from bamboo.data.locations import Finding
from bamboo.data.records import Path
from bamboo.kinds.indicator import Indicator
from bamboo.reading.forms import form, forms, words
from bamboo.reading.mentions import plain

# Words that say nothing of what is counted, or that only say how it is counted.
_SILENT = forms(
    [
        "a an and all also among are as at be been being both by each for from had has have in into is it",
        "its of on or other others out over per that the their them there these they this those through",
        "to total up was were which whose with within without year years month months period annual yearly",
        "growth change rise fall increase decrease value number count sum share rate level size amount cost",
        "volume figure cumulative so far taking part abroad against compared new",
    ]
)
# A unit's scale and money, which other rules read.
_UNITS = forms(
    [
        "percent percentage points hundred thousand million billion trillion people persons times dollars US",
        "USD euros EUR pounds dong VND yen yuan won rupees francs Australian Canadian Singapore square",
        "metres meters kilometres kilometers km tonnes tons kilograms litres hectares megawatts days",
        "weeks hours place rank",
    ]
)


def held(claimed: Claimed) -> Iterator[Finding]:
    """Words of names, units and scopes that no quote has."""
    record = claimed.record
    if not isinstance(record, Indicator) or not claimed.in_english:
        return
    printed = claimed.forms | known(claimed) | _SILENT | ALWAYS
    named = forms([plain(record.name)])
    parts: list[tuple[Path, str, frozenset[str]]] = [
        (("name",), record.name, printed),
        (("unit",), record.unit, printed | _UNITS),
    ]
    for at, observation in enumerate(record.observations):
        for number, report in enumerate(observation.reports):
            if report.scope:
                path: Path = ("observations", at, "reports", number, "scope")
                parts.append((path, report.scope, printed | (named & claimed.forms)))
    for path, text, has in parts:
        strange = next(
            (word for word, _ in words(plain(text)) if word.isascii() and form(word) not in has), ""
        )
        if strange:
            yield claimed.finding(
                path,
                "not-counted",
                f"`{path[-1]}` says “{strange}”; no quote of this figure does.",
                "Say what is counted as the quotes do, or add the passage that says it as `context`.",
                value=text,
            )
            return
