"""The claims whose sources give different answers, by kind of difference, and the page that each is on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from bamboo.data import english
from bamboo.data.records import WORDING, Difference
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.parts import named, parts

KINDS = tuple(kind for kind in get_args(Difference.model_fields["kind"].annotation) if kind != WORDING)


# Claims on a page, one that differs in two ways counted twice: with them it has some 2,300 elements.
MOST = 30


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of claims that differ in one way, where one page cannot hold all ways; or a part of these."""

    kind: str
    part: int
    of: int
    claims: tuple[Claim, ...]

    @property
    def address(self) -> str:
        """Its page."""
        return addresses.differences(self.kind, self.part)

    @property
    def label(self) -> str:
        """Its kind, with the part where there are several."""
        return named(self.kind, self.part, self.of)


def by_kind(graph: Graph) -> dict[str, list[Claim]]:
    """Claims by kind of difference, those of each kind the newest first; no kind in which nothing differs."""
    every = differing(graph)
    found = {kind: [c for c in every if any(row.kind == kind for row in c.differences)] for kind in KINDS}
    return {kind: claims for kind, claims in found.items() if claims}


def kinds(graph: Graph) -> tuple[Link, ...]:
    """Links to the kinds of difference that there are, each with its number of claims."""
    cut = {sheet.kind: sheet.address for sheet in sheets(graph) if sheet.part == 1}
    return tuple(
        Link(
            kind,
            cut.get(kind) or f"{addresses.DISAGREEMENTS}#{anchor(kind)}",
            english.counted(len(claims), "statement"),
        )
        for kind, claims in by_kind(graph).items()
    )


def differing(graph: Graph) -> list[Claim]:
    """Every claim whose sources give different answers, the newest first."""
    return [claim for claim in graph.claims.values() if claim.differences]


def sheets(graph: Graph) -> tuple[Sheet, ...]:
    """The pages of kinds; none where one page can hold everything."""
    return graph.once(_sheets)


def place(graph: Graph, claim: Claim, kind: str) -> str:
    """Where a claim is among those whose sources differ in this way."""
    page = graph.entry(_pages, (claim.id, kind)) or addresses.DISAGREEMENTS
    return f"{page}#{addresses.difference_anchor(claim.id, kind)}"


def anchor(kind: str) -> str:
    """Anchor of a kind of difference on the page of all."""
    return f"kind-{kind}"


def _sheets(graph: Graph) -> tuple[Sheet, ...]:
    found = by_kind(graph)
    if sum(map(len, found.values())) <= MOST:
        return ()
    return tuple(
        Sheet(kind, part, len(cut), tuple(here))
        for kind, claims in found.items()
        for cut in [parts(claims, MOST)]
        for part, here in enumerate(cut, start=1)
    )


def _pages(graph: Graph) -> dict[tuple[str, str], str]:
    return {(claim.id, sheet.kind): sheet.address for sheet in sheets(graph) for claim in sheet.claims}
