"""What a figure's report states can be read in its quote: value, unit, qualifier and period."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bamboo.checks.values import RULE, WIDEN, listed, readable
from bamboo.data.locations import Finding
from bamboo.evidence.proof import Proof, Wanted
from bamboo.kinds.indicator import Indicator
from bamboo.kinds.library import Entry, Library
from bamboo.reading import days
from bamboo.reading.mentions import lexicon, plain
from bamboo.reading.numbers import Kind, scale_of
from bamboo.reading.phrases import words

# A figure of all, of which another figure is a part ("six out of seven"), says so at the end of its name.
IN_ALL = " in all"


def check(library: Library) -> Iterator[Finding]:
    """Every report of every indicator whose sources can be read."""
    for entry in library.indicators.values():
        if readable(library, entry):
            for index, observation in enumerate(entry.record.observations):
                for row in range(len(observation.reports)):
                    yield from _report(library, entry, index, row)
            yield from _names(library, entry)


def _report(library: Library, entry: Entry[Indicator], index: int, row: int) -> Iterator[Finding]:
    observation = entry.record.observations[index]
    report = observation.reports[row]
    path = ("observations", index, "reports", row)
    proof = Proof.of(library, [report])
    found, better = proof.matches(wanted(entry.record, report.value, report.scope))
    stated = f"{report.value} {entry.record.unit}"
    if better or not found:
        said = [better] if better else proof.figures()
        yield Finding(
            entry.document.location(*path, "value"),
            RULE,
            f"`value` is {stated}; the quote says {listed([figure.text for figure in said])}.",
            "Correct it, or name what is counted as the quote does in `scope`." if better else WIDEN,
        )
    elif report.qualifier not in [figure.qualifier for figure in found]:
        yield Finding(
            entry.document.location(*path, "qualifier"),
            RULE,
            f"`qualifier` is {report.qualifier}; the quote says {listed([f.text for f in found])}, "
            f"which is {found[0].qualifier}.",
            "Record the word that the source prints with the number; `exact` if it prints none.",
        )
    if not proof.says_date(days.of_edtf(observation.period)):
        yield Finding(
            entry.document.location("observations", index, "period"),
            RULE,
            f"`period` is {observation.period}; {report.source} says {listed(proof.dates())}.",
            WIDEN,
        )


def wanted(indicator: Indicator, value: int | float, scope: str | None) -> Wanted:
    """The number that a report states, in the terms in which it is looked for."""
    unit = indicator.unit
    scale, kind = scale_of(unit)
    # An 80th anniversary is a count of years, and of nothing else.
    kinds: tuple[Kind, ...] = ("count", "anniversary") if unit.startswith("years") else (kind,)
    return Wanted(
        Decimal(str(value)) * scale,
        kinds,
        words(f"{indicator.name} {unit} {scope or ''}"),
        total=indicator.name.endswith(IN_ALL),
    )


def _names(library: Library, entry: Entry[Indicator]) -> Iterator[Finding]:
    record, names = entry.record, lexicon(library)
    reports = [report for observation in record.observations for report in observation.reports]
    texts = (plain(record.name), *Proof.of(library, reports).texts)
    for field, idents, finder in (
        ("partners", record.partners, names.partners),
        ("terms", record.terms, names.terms),
    ):
        named = finder.ids(texts)
        for index, ident in enumerate(idents):
            if ident not in named:
                yield Finding(
                    entry.document.location(field, index),
                    RULE,
                    f"`{field}` has {ident}; neither the figure's name nor a quote names it.",
                    f"Take it out of `{field}`, or quote the passage that names it.",
                )
    for ident in sorted(names.partners.ids([plain(record.name)]) - set(record.partners)):
        yield Finding(
            entry.document.location("name"),
            RULE,
            f"The name has `{ident}`; `partners` does not.",
            f"Add `{ident}` to `partners`.",
        )
