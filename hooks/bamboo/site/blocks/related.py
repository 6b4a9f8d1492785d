"""What is in the same claims as something: partners, forums, terms, themes, people with their roles.

A ranked list, no drawing: so few partners share a claim that a network of them would show less than it hides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link

FORUMS = ("organisation", "group")


@dataclass(frozen=True, slots=True)
class RelatedList:
    """Things of one sort, those with most shared claims first."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Everything that shares claims with something, and how the numbers are come by."""

    how: str
    lists: tuple[RelatedList, ...]


def related(graph: Graph, claims: Sequence[Claim], name: str, kind: str | None, ident: str) -> Related:
    """What is in the claims of a record, itself left out; for a year `kind` is None."""

    def of(other: str, pick: Callable[[Claim], Iterable[str]]) -> tuple[Link, ...]:
        return links.together(graph, claims, pick, other, but=ident if kind == other else "")

    kinds = {
        addresses.entity("partners", other): entry.record.kind
        for other, entry in graph.library.partners.items()
    }
    partners = of("partners", lambda claim: claim.partners)
    lists = (
        RelatedList("Partners", tuple(to for to in partners if kinds[to.address] not in FORUMS)),
        RelatedList("Organisations and forums", tuple(to for to in partners if kinds[to.address] in FORUMS)),
        RelatedList("Terms", of("terms", lambda claim: claim.terms)),
        RelatedList("Themes", of("themes", lambda claim: claim.themes)),
        RelatedList("Sources", of("sources", lambda claim: claim.sources)),
    )
    return Related(
        f"Numbers are counted here: how many of the statements on this page name {name} and the "
        "other together."
        if kind
        else f"Numbers are counted here: how many of the statements about {name} name each.",
        tuple(found for found in lists if found.links),
    )
