"""A "not" that no quote has: a claim or a title denies only what a quote denies."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.reading import opposites, polarity


def held(claimed: Claimed) -> Iterator[Finding]:
    """Denials of a claim, of which no quote has as many."""
    if not claimed.in_english:
        return
    for path, text in claimed.sentences:
        denied = polarity.denials(text)
        if denied:
            denied = polarity.denials(
                opposites.undenied(polarity.uncancelled(text, claimed.texts), claimed.texts)
            )
        if denied and len(denied) > claimed.turns:
            yield claimed.finding(
                path,
                "denied",
                f"`{path[0]}` says “{denied[0]}”; no quote denies as much.",
                value=text,
            )
