"""Ids that share one address or one list are different, and one indicator has one row for a period."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo import addresses, dates
from bamboo.load import Library
from bamboo.spots import Finding, Spot

RULE = "identity"


def check(library: Library) -> Iterator[Finding]:
    """Facts and observations are claims and share their ids; people and sources share `said_by`."""
    claims: dict[str, Spot] = {fact.id: fact.document.spot() for fact in library.facts.values()}
    for indicator in library.indicators.values():
        for index, observation in enumerate(indicator.record.observations):
            spot = indicator.document.spot("observations", index, "period")
            claim = addresses.observation_id(indicator.id, observation.period)
            if claim in claims:
                yield Finding(
                    spot,
                    RULE,
                    f"The claim id `{claim}` is taken by {claims[claim].file}:{claims[claim].line}.",
                    "Put reports of one period into one observation; rename a fact of this id.",
                )
            claims.setdefault(claim, spot)
        yield from _order(library, indicator.id)
    for person in library.people.values():
        if person.id in library.sources:
            yield Finding(
                Spot(person.file), RULE, f"`{person.id}` is a source's id too.", "Rename one of the two."
            )


def _order(library: Library, indicator: str) -> Iterator[Finding]:
    entry = library.indicators[indicator]
    periods = [observation.period for observation in entry.record.observations]
    for index in range(1, len(periods)):
        if dates.bounds(periods[index])[1] > dates.bounds(periods[index - 1])[1]:
            yield Finding(
                entry.document.spot("observations", index, "period"),
                RULE,
                f"{periods[index]} stands below {periods[index - 1]}; expected the newest first.",
                "Move this observation up.",
            )
            return
