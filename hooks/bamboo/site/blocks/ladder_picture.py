"""The ladder of tiers as a picture to take away: the same squares that the home page has beside its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bamboo.data import english
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks.ladder import ladder
from bamboo.site.blocks.links import Link
from bamboo.site.blocks.picture import Block, Blocks, Group, Picture, source_line
from bamboo.site.blocks.standing import tiers
from bamboo.site.blocks.world import bounds


def ladder_of_tiers(graph: Graph) -> Picture | None:
    """The ladder as the home page has it; None where no text counts or names anybody at a tier."""
    rungs = ladder(graph)
    if not rungs:
        return None
    parts, behind, said = [], [], []
    counted: dict[str, list[str]] = {}
    for rung in rungs:
        name, blocks = english.capital(rung.label.label), []
        for step in rung.steps:
            counts = [(row.observation, v.value) for row in (c.row for c in step.counts) for v in row.values]
            many = english.either(dict.fromkeys(value for _, value in counts))
            names = tuple(one.partner.label for one in step.named)
            label = f"{step.year} · {many or english.counted(len(names), 'partner') + ' named'}"
            blocks.append(Block(label, names, step.left))
            said.append(f"{name}, {label}{': ' + english.listed(names) if names else ''}")
            proof = [Link(value, to.address) for to, value in counts]
            proof += [Link(one.partner.label, one.claim.address, one.claim.label) for one in step.named]
            behind.append(Group(f"{step.year}: {name}", tuple(proof)))
            if counts and rung.tone:
                counted.setdefault(step.year, []).append(f"{many} ({rung.label.label})")
        parts.append((name, tuple(blocks)))
    every = tiers(graph)
    claims = [
        claim
        for claim in graph.claims.values()
        if claim.relation or (claim.indicator and any(tier in claim.terms for tier in every))
    ]
    return Picture(
        id="ladder-of-tiers",
        page=f"{addresses.CHARTS}#ladder-of-tiers",
        heading="Ladder of tiers",
        finding=_of_ladder(graph, counted),
        note="A square is a partner: full where a text names it at that tier in that year. "
        "Each name for a tier is shown apart, in the editors’ order; two names may mean the same tier.",
        description="; ".join(said) + ".",
        source=source_line(graph, claims),
        drawn=Blocks(tuple(parts)),
        behind=tuple(behind),
    )


def _of_ladder(graph: Graph, counted: Mapping[str, Sequence[str]]) -> str:
    """What texts count for the year in which they count most tiers; else which texts state tiers."""
    year = max(counted, key=lambda one: (len(counted[one]), one), default="")
    if len(counted.get(year, ())) < 2:
        return bounds(graph)
    return f"Counted for {year}: {'; '.join(counted[year])}"
