"""The way between the pages that set side by side what all sources say together."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.graph import addresses
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class Way:
    """A page of these; `current` is the one at hand."""

    link: Link
    current: bool


def turn(here: str) -> tuple[Way, ...]:
    """The pages, as links on the one at the address `here`."""
    found = (
        Link("Side by side", addresses.COMPARE),
        Link("Differences", addresses.DISAGREEMENTS),
        Link("Not covered", addresses.GAPS),
    )
    return tuple(Way(to, to.address == here) for to in found)
