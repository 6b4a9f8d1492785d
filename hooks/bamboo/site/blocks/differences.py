"""In what the sources of a claim differ, leading to where their answers are side by side."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks.differing import place


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """In what the answers of sources differ, how, and where they are side by side."""

    kind: str
    note: str
    address: str


def mark(graph: Graph, claim: Claim) -> str:
    """Where the first difference of a claim is shown; "" where its sources give one answer."""
    return next((row.address for row in differences(graph, claim)), "")


def differences(graph: Graph, claim: Claim) -> tuple[DifferenceView, ...]:
    """How the answers of a claim's sources differ."""
    return tuple(
        DifferenceView(row.kind, row.note, place(graph, claim, row.kind)) for row in claim.differences
    )


def worded(claim: Claim) -> tuple[str, ...]:
    """How its sources put one answer in different words, for the claim's own page alone."""
    return tuple(row.note for row in claim.differs if row not in claim.differences)
