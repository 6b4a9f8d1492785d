"""When a thing was done is said of it, and not of another: "signed in May and ratified in June"."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.checks.sense.claimed import Claimed
from bamboo.data.locations import Finding
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.fact import Fact
from bamboo.reading import beside, days
from bamboo.reading.mentions import plain


def held(claimed: Claimed) -> Iterator[Finding]:
    """Facts whose time the quotes have beside another verb than theirs."""
    fact = claimed.record
    if not isinstance(fact, Fact) or not claimed.in_english:
        return
    claim = plain(fact.claim)
    dates = days.read(claim)
    when = days.of_edtf(fact.when)
    # What is thought or planned may be filed under the day on which it was said.
    if len(dates) > 1 or when.open or not (dates or (when.single and fact.kind not in SPOKEN)):
        return
    time = dates[0] if dates else when
    if found := beside.another(claim, time, claimed.texts):
        said, other = found
        yield claimed.finding(
            ("claim",) if dates else ("when",),
            "time-of-another",
            f"The claim says “{said}” of a time that the quotes print beside “{other}”.",
            "Give the time of what is claimed.",
            value=fact.when,
        )
