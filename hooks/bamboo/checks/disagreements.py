"""Where reports differ the record says so (`differs`), and where they do not it does not."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.data import english
from bamboo.data.locations import Finding
from bamboo.data.seed import fold_text
from bamboo.kinds.fact import FACTS, Fact
from bamboo.kinds.indicator import INDICATORS, Indicator, Observation, Report
from bamboo.kinds.library import Entry, Library

RULE = "differs"

# In which kinds of difference a field of reports can differ; the first is told by that field alone.
VALUE, QUALIFIER, SCOPE = ("value",), ("qualifier",), ("definition", "wording", "period")


def check(library: Library) -> Iterator[Finding]:
    """Observations and facts that differ without `differs`, or have it without differing."""
    yield from library.about(f"{RULE} in figures", _indicator, INDICATORS.name)
    yield from library.about(RULE, _fact, FACTS.name)


def _indicator(_: Library, entry: Entry[Indicator]) -> Iterator[Finding]:
    for index, observation in enumerate(entry.record.observations):
        yield from _observation(entry, index, observation)


def _observation(entry: Entry[Indicator], index: int, observation: Observation) -> Iterator[Finding]:
    reports = current(observation)
    told = [str(difference.kind) for difference in observation.differs]
    if told and len({fold_text(report.quote) for report in reports}) == 1:
        yield Finding(
            entry.document.location("observations", index, "differs"),
            RULE,
            "`differs` needs two passages that differ; here is one.",
            "Add the other report, or delete `differs`.",
            code="one-passage",
        )
        return
    for field, (values, kinds) in {
        "value": ({_value(report) for report in reports}, VALUE),
        "qualifier": ({str(report.qualifier) for report in reports}, QUALIFIER),
        "scope": ({report.scope or "none given" for report in reports}, SCOPE),
    }.items():
        if len(values) > 1 and not set(kinds) & set(told):
            yield Finding(
                entry.document.location("observations", index, "reports"),
                RULE,
                f"The reports differ in `{field}`: {'; '.join(sorted(values))}.",
                f"Add `differs` of kind {' or '.join(kinds)}, with a note on what each source says.",
                code="not-recorded",
            )
        if len(values) == 1 and kinds[0] in told:
            yield Finding(
                entry.document.location("observations", index, "differs", told.index(kinds[0]), "kind"),
                RULE,
                f"`differs` says {kinds[0]}, and every report has the same `{field}`: {next(iter(values))}.",
                "Correct the reports, or delete this entry of `differs`.",
                code="nothing-differs",
            )


def current(observation: Observation) -> list[Report]:
    """The reports without the preliminary ones that another revises: a revision is no difference."""
    reports = observation.reports
    revised = any(report.status == "revised" for report in reports)
    return [one for one in reports if not revised or one.status == "revised"]


def _value(report: Report) -> str:
    value = english.number(report.value)
    return value if report.high is None else f"{value} to {english.number(report.high)}"


def _fact(_: Library, entry: Entry[Fact]) -> Iterator[Finding]:
    fact = entry.record
    passages = {
        (quote.source, fold_text(passage.quote))
        for quote in fact.evidence
        for passage in (quote, *quote.context)
    }
    if fact.differs and len(passages) == 1:
        yield Finding(
            entry.document.location("differs"),
            RULE,
            "`differs` needs two passages that differ; here is one.",
            "Quote the other one in `evidence` or `context`, or delete `differs`.",
            code="one-passage",
        )
