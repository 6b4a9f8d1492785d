"""Addresses are one to one: no two claims share an id, a fact is in its year, periods are in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bamboo import kinds
from bamboo.data import dates
from bamboo.data.locations import Finding, Location
from bamboo.data.records import Path
from bamboo.kinds.fact import FACTS, Fact
from bamboo.kinds.indicator import Indicator, observation_id
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.person import SPEAKERS

RULE = "identity"


def check(library: Library) -> Iterator[Finding]:
    """Facts and observations are claims and share their ids; all who can speak share `said_by`."""
    claims: dict[str, tuple[Entry[Any], Path]] = {}
    for indicator in library.indicators.values():
        for index, observation in enumerate(indicator.record.observations):
            claim, place = observation_id(indicator.id, observation.period), ("observations", index, "period")
            first = claims.get(claim) or ((fact, ()) if (fact := library.facts.get(claim)) else None)
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
        yield from _order(indicator)
    yield from library.about(RULE, _folder, FACTS.name)
    for at, kind in enumerate(SPEAKERS):
        for one in (one for one in library.of(kind).values() if _speaks(library, kind, one.id)):
            for other in (other for other in SPEAKERS[at + 1 :] if _speaks(library, other, one.id)):
                yield Finding(
                    Location(one.file),
                    RULE,
                    f"`{one.id}` is a {kinds.BY_NAME[other].one}'s id too.",
                    "Rename one of the two.",
                    code="two-speakers",
                )


def _speaks(library: Library, kind: str, ident: str) -> bool:
    """Whether there is such a record, and `said_by` can name it."""
    entry = library.of(kind).get(ident)
    return entry is not None and (kind != "terms" or entry.record.kind == "institution")


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


def _order(entry: Entry[Indicator]) -> Iterator[Finding]:
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
