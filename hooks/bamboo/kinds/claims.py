"""The kinds of claims, in the order in which pages show them: what happened before what is said of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """A kind of claim. `label` is one such claim, `heading` several, `on` the same in "six on visits".

    `spoken`: it names its speaker. `asked`: readers ask a year for it; other kinds are mostly what is
    said of the year.
    """

    name: str
    label: str
    heading: str
    on: str
    spoken: bool = False
    asked: bool = False


OBSERVATION = ClaimKind("observation", "figure", "Figures", "on figures")

CLAIMS = (
    ClaimKind("relation", "relations", "Tiers of relations", "on tiers of relations", asked=True),
    ClaimKind("visit", "visit", "Visits", "on visits", asked=True),
    ClaimKind("agreement", "agreement", "Agreements", "on agreements", asked=True),
    ClaimKind("event", "event", "Events", "on events", asked=True),
    ClaimKind("membership", "membership", "Memberships and posts", "on memberships and posts", asked=True),
    OBSERVATION,
    ClaimKind("plan", "plan", "Plans and expectations", "on plans", spoken=True, asked=True),
    ClaimKind("policy", "policy", "Policies", "on policies", spoken=True),
    ClaimKind("assessment", "assessment", "Assessments", "with assessments", spoken=True),
)
CLAIM: dict[str, ClaimKind] = {kind.name: kind for kind in CLAIMS}

# A fact can be of any kind but one: observations stand in their indicator.
FACT_KINDS = tuple(kind.name for kind in CLAIMS if kind is not OBSERVATION)
SPOKEN = tuple(kind.name for kind in CLAIMS if kind.spoken)
