"""What a claim says is done is what the quotes say is done: no "drafted" where they print "ratified"."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.reading import meanings


def held(claimed: Claimed) -> Iterator[Finding]:
    """Words of claims and titles that no words of the quotes bear out."""
    if not claimed.in_english:
        return
    for path, text in claimed.sentences:
        if word := next(meanings.unheard(text, claimed.texts), ""):
            yield claimed.finding(
                path,
                "unheard",
                f"`{path[0]}` says “{word}”; no quote says so in these or other words.",
                "Use the word that the quotes use, or add the passage that says it as `context`.",
                value=text,
            )
