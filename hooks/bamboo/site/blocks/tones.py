"""How each tier looks wherever tiers are drawn: its depth of one colour, its pattern and its letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bamboo.graph.claims import Graph
from bamboo.site.blocks.standing import tiers

# What is in place of a tier: statements of one time that give different ones, and no statement.
SEVERAL, NONE = "*", ""

# The lines on a tier's colour, as path data on a tile of 20 units: none, slanted, dashed, level, slanted
# the other way, upright, crossed, a grid. Tiers beyond begin again and keep their own letters.
PATTERNS = (
    "",
    "M-5 5 5-5M0 20 20 0M15 25 25 15",
    "M3 5h4M13 15h4",
    "M0 5h20M0 15h20",
    "M-5 15 5 25M0 0 20 20M15-5 25 5",
    "M5 0v20M15 0v20",
    "M0 20 20 0M0 0 20 20",
    "M0 10h20M10 0v20",
)
# Depth of colour, in hundredths: of the first tier, of the last, and where no tier is stated. Lines on a
# tier deeper than the middle are light.
DEEPEST, LIGHTEST, NO_TIER = 95, 24, 12
MIDDLE = 55


@dataclass(frozen=True, slots=True)
class Tone:
    """How a tier is drawn."""

    id: str
    lines: str
    depth: int
    deep: bool
    letters: str


def tones(graph: Graph) -> dict[str, Tone]:
    """The look of each tier, of more than one tier stated and of none."""
    order = tiers(graph)
    letters = _initials([graph.name("terms", tier) for tier in order])
    step = (DEEPEST - LIGHTEST) / max(1, len(order) - 1)
    found = {
        tier: _tone(number, round(DEEPEST - number * step), letters[number])
        for number, tier in enumerate(order)
    }
    found[SEVERAL] = _tone(len(order), LIGHTEST, "2+")
    found[NONE] = Tone("tone-none", "", NO_TIER, False, "")
    return found


def _tone(number: int, depth: int, letters: str) -> Tone:
    return Tone(f"tone-{number}", PATTERNS[number % len(PATTERNS)], depth, depth > MIDDLE, letters)


def _initials(names: Sequence[str]) -> list[str]:
    """The first letters of each name's words, each time another text."""
    found: list[str] = []
    for name in names:
        words = (next((c for c in word if c.isalnum()), "") for word in name.split())
        plain = "".join(words).upper()[:4] or "T"
        text, number = plain, 1
        while text in found:
            number += 1
            text = f"{plain}{number}"
        found.append(text)
    return found
