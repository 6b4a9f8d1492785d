"""What is in the same claims as something: partners, terms and themes, the closest first.

A ranked list, no drawing: so few partners share a claim that a network of them would show less than it hides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from bamboo.data import english
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link

# A page leads on to so many things at most.
MOST = 8


@dataclass(frozen=True, slots=True)
class RelatedList:
    """Things of one sort that a record names itself."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """What the editors relate to something, then what most often shares its claims."""

    editors: tuple[Link, ...]
    shared: tuple[Link, ...]

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return bool(self.editors or self.shared)


def related(
    graph: Graph, claims: Sequence[Claim], kind: str = "", ident: str = "", editors: Sequence[Link] = ()
) -> Related:
    """What shares most claims with a record or a year, for its size; itself left out."""
    shared: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        named = (("partners", claim.partners), ("terms", claim.terms), ("themes", claim.themes))
        shared.update((other, name) for other, names in named for name in names)
    del shared[kind, ident]
    first = tuple(editors[:MOST])
    known = {to.address for to in first}
    found = [
        links.record(graph, *one, english.counted(shared[one], "statement"))
        for one in sorted(shared, key=lambda one: (-shared[one] / sqrt(graph.many(*one)), one))
    ]
    return Related(first, tuple([to for to in found if to.address not in known][: MOST - len(first)]))
