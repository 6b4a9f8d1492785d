"""Who is named in some claims or says them, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import english
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link

# People shown at once; the others are folded.
SHOWN = 4


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in some claims, with the roles that these print."""

    link: Link
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Involved:
    """People in some claims: the first few, and those past them, with how many they are."""

    shown: tuple[PersonLine, ...]
    folded: tuple[PersonLine, ...]
    more: str


def involved(graph: Graph, claims: Sequence[Claim], but: str = "") -> Involved:
    """Who is named in these claims or says them, the first few at once."""
    found = people(graph, claims, but)
    # One line more is shown rather than folded.
    cut = len(found) if len(found) <= SHOWN + 1 else SHOWN
    return Involved(found[:cut], found[cut:], f"{english.number(len(found) - cut)} more")


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
