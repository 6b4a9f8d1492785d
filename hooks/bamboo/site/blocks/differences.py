"""In what the sources of a claim differ, leading to where they are side by side."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.graph import addresses
from bamboo.graph.claims import Claim


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """In what the sources differ, how, and where they are side by side."""

    kind: str
    note: str
    address: str


def mark(claim: Claim) -> str:
    """Where the first difference of a claim is shown; "" where its sources do not differ."""
    return next((row.address for row in differences(claim)), "")


def differences(claim: Claim) -> tuple[DifferenceView, ...]:
    """How the sources of a claim differ."""
    return tuple(
        DifferenceView(row.kind, row.note, addresses.difference(claim.id, row.kind)) for row in claim.differs
    )
