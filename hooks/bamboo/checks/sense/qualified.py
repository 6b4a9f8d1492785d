"""A noun is limited as in the quotes: a Vice-Chair is no Chair, one of the largest not the largest."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import WIDEN, Claimed
from bamboo.data.locations import Finding
from bamboo.reading import qualified


def held(claimed: Claimed) -> Iterator[Finding]:
    """Nouns of claims and titles without the words that limit them in the quotes, or with others."""
    if not claimed.in_english:
        return
    for path, text in claimed.sentences:
        for said, instead in qualified.differently(text, claimed.texts):
            yield claimed.finding(
                path,
                "other-limits",
                f"`{path[0]}` says “{said}”; the quotes say “{instead}”.",
                WIDEN,
                value=text,
            )
            break
