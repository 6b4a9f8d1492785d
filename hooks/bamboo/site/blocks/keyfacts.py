"""The key facts of a subject: roles or tier, dated events, agreements, and figures with the period before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.data import dates
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import SPOKEN
from bamboo.site.blocks import figures, links
from bamboo.site.blocks.figures import FigureRow
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.roles import Role
from bamboo.site.blocks.sections import FOLDED
from bamboo.site.blocks.tiers import TierRow

# Lines of each sort at most.
MOST = 5

_EXACT = ("day", "days", "month")


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement in a line, with its date."""

    when: str
    claim: Link


@dataclass(frozen=True, slots=True)
class DatedList:
    """Statements of one sort, newest first."""

    title: str
    rows: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a subject in its newest period, and in the one before where there is one."""

    now: FigureRow
    before: FigureRow | None


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """What a reader looks for first. All of it is among the statements of the page, too."""

    roles: tuple[Role, ...]
    tiers: tuple[TierRow, ...]
    lists: tuple[DatedList, ...]
    figures: tuple[Figure, ...]

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self.roles or self.tiers or self.lists or self.figures)


def keyfacts(
    graph: Graph,
    claims: Sequence[Claim],
    tiers: Sequence[TierRow] = (),
    roles: Sequence[Role] = (),
    *,
    told: bool = True,
) -> KeyFacts:
    """The key facts in the claims of a subject. `tiers` are what is stated of its own, `roles` a person's.

    A page with few statements shows them all at once, and one without an overview begins with what
    happened: neither has a list here that repeats it.
    """
    stating = {row.claim.address for row in tiers}
    happened = [claim for claim in claims if claim.kind not in SPOKEN and claim.url not in stating]
    lists = (
        ("Dated events", [claim for claim in happened if claim.kind != "agreement" and _exact(claim)]),
        ("Agreements", [claim for claim in happened if claim.kind == "agreement"]),
    )
    return KeyFacts(
        tuple(roles),
        tuple(tiers),
        tuple(
            DatedList(title, _dated(found))
            for title, found in lists
            if found and told and len(claims) > FOLDED
        ),
        _figures(graph, [claim for claim in happened if claim.indicator]),
    )


def _exact(claim: Claim) -> bool:
    return not claim.indicator and dates.precision(claim.when) in _EXACT


def _dated(claims: Sequence[Claim]) -> tuple[Dated, ...]:
    return tuple(Dated(dates.words(claim.when), links.claim(claim)) for claim in claims[:MOST])


def _figures(graph: Graph, claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """Newest first, as the claims are; of each figure the two newest periods."""
    periods: dict[str, list[Claim]] = {}
    for claim in claims:
        periods.setdefault(claim.indicator or "", []).append(claim)
    return tuple(
        Figure(
            figures.row(graph, found[0], scopes=False),
            figures.row(graph, found[1], scopes=False) if len(found) > 1 else None,
        )
        for found in list(periods.values())[:MOST]
    )
