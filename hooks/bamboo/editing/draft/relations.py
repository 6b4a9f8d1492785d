"""Which tier of relations a passage tells of, partner by partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bamboo.kinds.fact import Relation
from bamboo.kinds.library import Library
from bamboo.reading.mentions import lexicon, plain

_CHANGES = (
    (re.compile(r"\b(?:upgrad|elevat|rais|lift|promot)\w*", re.IGNORECASE), "upgraded"),
    (re.compile(r"\b(?:establish|set up|enter|form)\w*", re.IGNORECASE), "established"),
)


def told(library: Library, text: str) -> Iterator[Relation]:
    """A relation for each country that is named after a tier, with the verb that stands before the tier.

    Without such a verb a passage may name a tier in passing; then nothing is proposed.
    """
    known, read = lexicon(library), plain(text)
    tiers = known.tiers.find(read)
    seen = set()
    for partner in known.partners.find(read):
        before = [tier for tier in tiers if tier.end <= partner.start]
        is_country = library.partners[partner.ident].record.kind == "country"
        if not before or not is_country or not re.search(r"\bwith\b", read[before[-1].end : partner.start]):
            continue
        tier = before[-1]
        verbs = [
            (found.start(), change)
            for verb, change in _CHANGES
            for found in verb.finditer(read, 0, tier.start)
        ]
        if verbs and (partner.ident, tier.ident) not in seen:
            seen.add((partner.ident, tier.ident))
            yield Relation.model_validate(
                {"partner": partner.ident, "tier": tier.ident, "change": max(verbs)[1]}
            )
