"""Kinds of claims in the order in which a page tells them: what happened before what is said of it."""

from __future__ import annotations

HEADINGS = {
    "relation": "Tiers of relations",
    "visit": "Visits",
    "agreement": "Agreements",
    "event": "Events",
    "membership": "Memberships and posts",
    "observation": "Figures",
    "plan": "Plans and expectations",
    "policy": "Policies",
    "assessment": "Assessments",
}

# The same in the middle of a sentence: "six on visits".
ON = {
    "relation": "on tiers of relations",
    "visit": "on visits",
    "agreement": "on agreements",
    "event": "on events",
    "membership": "on memberships and posts",
    "observation": "on figures",
    "plan": "on plans",
    "policy": "on policies",
    "assessment": "with assessments",
}

ORDER = tuple(HEADINGS)
