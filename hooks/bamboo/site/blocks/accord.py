"""What became of an agreement, by the facts that say so: its parties, its steps, its status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import dates
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.steps import STEP, STEPS
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link

_ORDER = [step.name for step in STEPS]


@dataclass(frozen=True, slots=True)
class StepView:
    """A step with its time, leading to the statement that proves it."""

    label: str
    claim: Link


@dataclass(frozen=True, slots=True)
class Accord:
    """The parties, the steps in the order of time, and what holds after the last of them."""

    parties: tuple[Link, ...]
    steps: tuple[StepView, ...]
    status: str
    proof: Link


def accord(graph: Graph, term: str, claims: Iterable[Claim]) -> Accord | None:
    """What the statements say that name it; None where none says how far it came."""
    telling = [one for one in claims if one.agreement and one.agreement.term == term and not one.withdrawn]
    if not telling:
        return None
    telling.sort(key=lambda one: (dates.bounds(one.when), _ORDER.index(_step(one))))
    parties = dict.fromkeys(partner for one in telling for partner in one.partners)
    last = telling[-1]
    return Accord(
        links.records(graph, "partners", parties),
        tuple(StepView(STEP[_step(one)].label, Link(dates.words(one.when), one.url)) for one in telling),
        STEP[_step(last)].status,
        Link(dates.words(last.when), last.url),
    )


def _step(claim: Claim) -> str:
    assert claim.agreement
    return str(claim.agreement.step)
