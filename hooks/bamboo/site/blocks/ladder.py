"""The ladder: each tier of relations, year by year, with its count and the partners that texts name.

Counts are observations of indicators that name one tier; partners are those of facts that state a tier.
Nothing of one year is used for another: a partner of 2024 is none of those counted in 2023.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.changes import CHANGE
from bamboo.site.blocks import links
from bamboo.site.blocks.figures import FigureRow, row
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.standing import tiers
from bamboo.site.blocks.tones import Tone, tones

# A square is a partner: its side, the way from one to the next, how many are in a row, and at most.
SIDE, PITCH, IN_ROW, MOST = 8, 10, 32, 400

# Years of a tier on pages of the whole; all of them are on its own page.
NEWEST = 6


@dataclass(frozen=True, slots=True)
class Squares:
    """A square for each partner counted, as path data: those named, then the rest."""

    width: int
    height: int
    named: str
    rest: str


@dataclass(frozen=True, slots=True)
class Named:
    """A partner that a fact names at the tier, and the fact; `after` parts it from what follows."""

    partner: Link
    claim: Link
    after: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """What an indicator counts of the tier; `after` parts it from what follows."""

    row: FigureRow
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """A tier in one year: what is counted, who is named, and how many of the count are not.

    `left` are those of them that are drawn.
    """

    year: str
    counts: tuple[Count, ...]
    named: tuple[Named, ...]
    rest: str
    left: int
    squares: Squares


@dataclass(frozen=True, slots=True)
class Rung:
    """A tier with its years, newest first; or a count of several tiers, which has no tone.

    `earlier` leads to the years that are left out here, if any are.
    """

    label: Link
    tone: Tone | None
    note: str
    steps: tuple[Step, ...]
    earlier: Link | None = None


def ladder(graph: Graph) -> tuple[Rung, ...]:
    """All tiers with their newest years, in the editors' order."""
    return tuple(_newest(rung) for rung in graph.once(_rungs))


def _newest(rung: Rung) -> Rung:
    left = len(rung.steps) - NEWEST
    if left < 1:
        return rung
    earlier = Link(english.counted(left, "earlier year"), rung.label.address)
    return replace(rung, steps=rung.steps[:NEWEST], earlier=earlier)


def _rungs(graph: Graph) -> tuple[Rung, ...]:
    """All tiers with all their years; a count of several tiers follows the last of them."""
    order = tiers(graph)
    looks = tones(graph)
    counts = [claim for claim in graph.claims.values() if claim.indicator and _of_tiers(claim, order)]
    rungs = []
    for tier in order:
        found = _rung(graph, tier, looks[tier], [c for c in counts if _of_tiers(c, order) == (tier,)])
        if found.steps:
            rungs.append(found)
        together = [c for c in counts if len(_of_tiers(c, order)) > 1 and _of_tiers(c, order)[-1] == tier]
        rungs += [
            _together(graph, [c for c in together if c.indicator == ident], order)
            for ident in dict.fromkeys(c.indicator for c in together)
        ]
    return tuple(rungs)


def rungs_of(graph: Graph, term: str) -> tuple[Rung, ...]:
    """The rung of a tier; none of a term that is no tier, or that no text counts or names anybody in."""
    if term not in tiers(graph):
        return ()
    return tuple(rung for rung in graph.once(_rungs) if rung.label.address == addresses.entity("terms", term))


def _of_tiers(claim: Claim, order: Sequence[str]) -> tuple[str, ...]:
    """The tiers that a count is of."""
    return tuple(tier for tier in order if tier in claim.terms)


def _rung(graph: Graph, tier: str, tone: Tone, counts: Sequence[Claim]) -> Rung:
    stated = [
        c
        for c in graph.claims.values()
        if c.relation and c.relation.tier == tier and CHANGE[c.relation.change].holds
    ]
    years = sorted({claim.years[-1] for claim in [*counts, *stated]}, reverse=True)
    counted = max((claim.years[-1] for claim in counts), default=0)
    return Rung(
        links.record(graph, "terms", tier),
        tone,
        "",
        tuple(
            _step(
                graph,
                year,
                [c for c in counts if c.years[-1] == year],
                [c for c in stated if c.years[-1] == year],
                rest=year == counted,
            )
            for year in years
        ),
    )


def _together(graph: Graph, counts: Sequence[Claim], order: Sequence[str]) -> Rung:
    of = english.listed(graph.name("terms", tier) for tier in _of_tiers(counts[0], order))
    return Rung(
        links.record(graph, "indicators", counts[0].indicator or ""),
        None,
        f"Counted together: {of}.",
        tuple(_step(graph, c.years[-1], [c], [], rest=c is counts[0]) for c in counts),
    )


def _step(graph: Graph, year: int, counts: Sequence[Claim], stated: Sequence[Claim], *, rest: bool) -> Step:
    """`stated` names partners of the tier; a count of several tiers has none to name.

    `rest` draws those who are not named: of the newest count only, since squares are many.
    """
    named = _named(graph, stated)
    rows = [row(graph, claim, scopes=False) for claim in counts]
    left = max(0, _counted(counts) - len(named))
    # Of a count of several tiers, a note says which they are.
    several = any(len(_of_tiers(claim, tiers(graph))) > 1 for claim in counts)
    unnamed = "" if several or not left else _rest(left, bool(named))
    after = " · " if named or unnamed or several else ""
    return Step(
        str(year),
        tuple(Count(one, after if one is rows[-1] else " · ") for one in rows),
        tuple(replace(one, after="," if unnamed or one is not named[-1] else "") for one in named),
        unnamed,
        left if rest else 0,
        _squares(len(named), left if rest else 0),
    )


def _rest(left: int, some: bool) -> str:
    return f"{english.number(left)} more, which no text here names" if some else "no text here names them"


def _counted(counts: Sequence[Claim]) -> int:
    """The number of partners that sources give; 0 where they give none, several, or one that is not exact."""
    given = {(report.report.value, report.report.qualifier) for claim in counts for report in claim.reports}
    if len(given) != 1:
        return 0
    ((value, qualifier),) = given
    return int(value) if qualifier == "exact" and value <= MOST else 0


def _named(graph: Graph, stated: Iterable[Claim]) -> tuple[Named, ...]:
    """Each partner once, with its newest statement, by name."""
    found: dict[str, Named] = {}
    for claim in stated:
        if claim.relation:
            said = f"{claim.relation.change} {dates.words(claim.when)}"
            partner = claim.relation.partner
            found.setdefault(partner, Named(links.record(graph, "partners", partner), Link(said, claim.url)))
    return tuple(links.alphabetical(found.values(), lambda one: one.partner.label))


def _squares(named: int, rest: int) -> Squares:
    every = named + rest
    places = [(n % IN_ROW * PITCH, n // IN_ROW * PITCH) for n in range(every)]
    drawn = [f"M{x} {y}h{SIDE}v{SIDE}h-{SIDE}z" for x, y in places]
    return Squares(
        min(every, IN_ROW) * PITCH,
        -(-every // IN_ROW) * PITCH,
        "".join(drawn[:named]),
        "".join(drawn[named:]),
    )
