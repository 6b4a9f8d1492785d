"""Addresses are one to one: no two claims share an id, a fact is in its year, periods are in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bamboo import kinds
from bamboo.data import dates
from bamboo.data.locations import Finding, Location
from bamboo.data.records import Path
from bamboo.kinds.fact import FACTS, Fact
from bamboo.kinds.indicator import INDICATORS, Indicator, observation_id
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.person import SPEAKERS
from bamboo.kinds.term import Term

RULE = "identity"


def check(library: Library) -> Iterator[Finding]:
    """Facts and observations are claims and share their ids; all who can speak share `said_by`."""
    claims: dict[str, tuple[Entry[Any], Path]] = {}
    for ident, index, claim in library.about(f"{RULE} of figures", _claims, INDICATORS.name):
        first = claims.get(claim) or ((fact, ()) if (fact := library.facts.get(claim)) else None)
        indicator, place = library.indicators[ident], ("observations", index, "period")
        if first:
            taken = first[0].document.location(*first[1])
            yield Finding(
                indicator.document.location(*place),
                RULE,
                f"The claim id `{claim}` is taken by {taken.file}:{taken.line}.",
                "Put reports of one period into one observation; rename a fact of this id.",
                code="claim-id-taken",
            )
        claims.setdefault(claim, first or (indicator, place))
    yield from library.about(f"{RULE} of periods", _order, INDICATORS.name)
    yield from library.about(RULE, _folder, FACTS.name)
    speaking = {kind: {*library.about(f"{RULE} of {kind}", _speaks, kind)} for kind in SPEAKERS}
    for at, kind in enumerate(SPEAKERS):
        for other in SPEAKERS[at + 1 :]:
            for ident in speaking[kind] & speaking[other]:
                yield Finding(
                    Location(library.of(kind)[ident].file),
                    RULE,
                    f"`{ident}` is a {kinds.BY_NAME[other].one}'s id too.",
                    "Rename one of the two.",
                    code="two-speakers",
                )


def _claims(_: Library, entry: Entry[Indicator]) -> Iterator[tuple[str, int, str]]:
    for index, observation in enumerate(entry.record.observations):
        yield entry.id, index, observation_id(entry.id, observation.period)


def _speaks(_: Library, entry: Entry[Any]) -> Iterator[str]:
    """Its id, where `said_by` can name it."""
    if not isinstance(entry.record, Term) or entry.record.kind == "institution":
        yield entry.id


def _folder(_: Library, entry: Entry[Fact]) -> Iterator[Finding]:
    year, folder = dates.years(entry.record.when)[0], entry.file.split("/")[-2]
    if folder != str(year):
        yield Finding(
            entry.document.location("when"),
            RULE,
            f"The fact is about {year} (`when: {entry.record.when}`) but is in {folder}/.",
            f"Move it to data/facts/{year}/, or correct `when`.",
            code="other-year",
        )


def _order(_: Library, entry: Entry[Indicator]) -> Iterator[Finding]:
    periods = [observation.period for observation in entry.record.observations]
    for index in range(1, len(periods)):
        if dates.bounds(periods[index])[1] > dates.bounds(periods[index - 1])[1]:
            yield Finding(
                entry.document.location("observations", index, "period"),
                RULE,
                f"{periods[index]} is below {periods[index - 1]}; expected the newest first.",
                "Move this observation up.",
                code="period-order",
            )
            return
