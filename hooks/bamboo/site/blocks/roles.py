"""The roles of a person, as the sources give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import dates
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class Role:
    """A role as sources print it, with the newest claim that gives it."""

    claim: Link
    when: str
    sources: tuple[Link, ...]


def roles(graph: Graph, person: str, claims: Sequence[Claim]) -> tuple[Role, ...]:
    """Each role, the newest claim that gives it, and the sources whose cited words print it."""
    first: dict[str, Claim] = {}
    printed: dict[str, list[str]] = {}
    for claim in claims:
        for role in claim.people:
            if role.person == person and role.as_:
                first.setdefault(role.as_, claim)
                printed.setdefault(role.as_, []).extend(
                    cited.source
                    for cited in claim.passages()
                    if re.search(rf"(?<!\w){re.escape(role.as_)}(?!\w)", " ".join(cited.text.split()))
                )
    return tuple(
        Role(
            Link(role, claim.url),
            dates.words(claim.when),
            links.records(graph, "sources", dict.fromkeys(printed[role])),
        )
        for role, claim in first.items()
    )
