"""Who is named in some claims or says them, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in some claims, with the roles that these print."""

    link: Link
    roles: tuple[str, ...]


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
            links.record(graph, "people", ident, english.counted(counts[ident], "statement")),
            tuple(roles.get(ident, ())),
        )
        for ident in order
    )
