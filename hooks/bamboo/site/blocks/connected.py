"""What stands in the same claims as something: partners, forums, terms, themes, people with their roles.

A ranked list, no drawing: so few partners share a claim that a network of them would show less than it hides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import parts
from bamboo.site.blocks.parts import Link

FORUMS = ("organisation", "group")


@dataclass(frozen=True, slots=True)
class Connection:
    """Things of one sort, those with most shared claims first."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Connected:
    """Everything that shares claims with something, and how the numbers are come by."""

    how: str
    lists: tuple[Connection, ...]


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in some claims, with the roles that these print."""

    link: Link
    roles: tuple[str, ...]


def connected(graph: Graph, claims: Sequence[Claim], name: str, kind: str | None, ident: str) -> Connected:
    """What stands in the claims of a record, itself left out; for a year `kind` is None."""

    def of(other: str, pick: Callable[[Claim], Iterable[str]]) -> tuple[Link, ...]:
        return parts.together(graph, claims, pick, other, but=ident if kind == other else "")

    kinds = {
        addresses.entity("partners", other): entry.record.kind
        for other, entry in graph.library.partners.items()
    }
    partners = of("partners", lambda claim: claim.partners)
    lists = (
        Connection("Partners", tuple(to for to in partners if kinds[to.address] not in FORUMS)),
        Connection("Organisations and forums", tuple(to for to in partners if kinds[to.address] in FORUMS)),
        Connection("Terms", of("terms", lambda claim: claim.terms)),
        Connection("Themes", of("themes", lambda claim: claim.themes)),
        Connection("Sources", of("sources", lambda claim: claim.sources)),
    )
    return Connected(
        f"Numbers are counted here: how many of the claims on this page name {name} and the other together."
        if kind
        else f"Numbers are counted here: how many of the claims about {name} name each.",
        tuple(found for found in lists if found.links),
    )


def people(graph: Graph, claims: Sequence[Claim], but: str = "") -> tuple[PersonLine, ...]:
    """Who is named in these claims or says them, and as what, those in most of them first."""
    roles: dict[str, dict[str, None]] = {}
    counts: dict[str, int] = {}
    for claim in claims:
        named = {role.person for role in claim.people}
        spoke = {ident for ident in claim.said_by if ident in graph.library.people}
        for ident in named | spoke:
            counts[ident] = counts.get(ident, 0) + 1
        for role in claim.people:
            if role.as_:
                roles.setdefault(role.person, {})[role.as_] = None
    counts.pop(but, None)
    order = sorted(counts, key=lambda ident: (-counts[ident], ident))
    return tuple(
        PersonLine(
            parts.link(graph, "people", ident, english.counted(counts[ident], "claim")),
            tuple(roles.get(ident, ())),
        )
        for ident in order
    )
