"""The claims whose sources give different answers, counted by kind of difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from bamboo.data import english
from bamboo.data.records import WORDING, Difference
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks.links import Link

KINDS = tuple(kind for kind in get_args(Difference.model_fields["kind"].annotation) if kind != WORDING)


def kinds(graph: Graph) -> tuple[Link, ...]:
    """Links to the kinds of difference that there are, each with its number of claims."""
    claims = differing(graph)
    return tuple(
        Link(
            kind,
            f"{addresses.DISAGREEMENTS}#{anchor(kind)}",
            english.counted(len(found), "statement"),
        )
        for kind in KINDS
        if (found := of_kind(claims, kind))
    )


def differing(graph: Graph) -> list[Claim]:
    """Every claim whose sources give different answers, the newest first."""
    return [claim for claim in graph.claims.values() if claim.differences]


def of_kind(claims: Sequence[Claim], kind: str) -> list[Claim]:
    """Those that differ in this way."""
    return [claim for claim in claims if any(row.kind == kind for row in claim.differences)]


def anchor(kind: str) -> str:
    """Anchor of a kind of difference on the page of all."""
    return f"kind-{kind}"
