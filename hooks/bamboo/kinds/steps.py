"""What becomes of an agreement, from talks to its end: the one list, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A value of `agreement.step`. `label` is what a page calls the fact, `status` what holds after it."""

    name: str
    label: str
    status: str


STEPS = (
    Step("negotiated", "Talks", "under negotiation"),
    Step("concluded", "Talks concluded", "concluded, not signed yet"),
    Step("signed", "Signed", "signed"),
    Step("ratified", "Ratified", "ratified"),
    Step("in-force", "In force", "in force"),
    Step("suspended", "Suspended", "suspended"),
    Step("ended", "Ended", "no longer in force"),
)
STEP = {step.name: step for step in STEPS}
