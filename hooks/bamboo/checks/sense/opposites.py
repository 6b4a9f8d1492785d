"""A word whose opposite the quotes have: "weakened" where they print "deepened"."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.reading import opposites, polarity, rests


def held(claimed: Claimed) -> Iterator[Finding]:
    """Words of claims and titles that the quotes turn round."""
    # "Did not weaken": with a denial on either side, opposites mean the same.
    if not claimed.in_english or any(map(polarity.denials, (*claimed.texts, *claimed.claims))):
        return
    for path, text in claimed.sentences:
        # Who lost all but one of them won that one.
        if rests.of_them(text, claimed.texts):
            continue
        # "Growth of exports: -5 percent": a figure's sign says which way it goes.
        figure = path == ("name",)
        found = [one for one in opposites.opposed(text, claimed.texts) if not (figure and one[1])]
        found += [
            (word, bare, "it is its opposite")
            for word, bare in opposites.reversed_by_prefix(text, claimed.texts)
        ]
        for word, instead, reason in found[:1]:
            said = (
                f"the quotes say “{instead}”, and {reason}"
                if instead
                else "no quote says anything of the kind"
            )
            message = f"`{path[0]}` says “{word}”; {said}."
            yield claimed.finding(path, "opposite", message, "Use the word that the quotes use.", text)
