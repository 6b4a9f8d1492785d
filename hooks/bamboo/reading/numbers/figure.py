"""What is read of a number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

# `count` is a plain number, `times` a multiple, `share` a fraction, `rank` a place in an order. An ordinal
# ("32nd") is no count, but "80th anniversary" counts years. Money has the code of its currency: `USD`.
COUNT, PERCENT, ORDINAL, ANNIVERSARY = "count", "percent", "ordinal", "anniversary"
TIMES, SHARE, RANK = "times", "share", "rank"

# What is said of a number and cannot both be true of it.
_OPPOSITES = (("up", "down"), ("surplus", "deficit"), ("most", "least"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed. `text` is the number with its money, scale and qualifier words.

    `part`: `whole` is the second number of "six out of seven", `total` that of "bringing the total to 71".
    `high`: the second number of "15 to 20". `says`: what the words around it say: `up`, `down`, `surplus` …
    `change`: it counts how far something moved ("fell by 5"), not where it came to ("fell to 5").
    """

    value: Decimal
    kind: str
    qualifier: str
    part: Literal["", "whole", "total"]
    text: str
    start: int
    end: int
    high: Decimal | None = None
    says: frozenset[str] = frozenset()
    change: bool = False

    @property
    def signed(self) -> Figure:
        """With the sign of its direction, where it counts a change: a fall by 5 percent is -5."""
        if self.kind == PERCENT and self.change and "down" in self.says and self.value > 0:
            return replace(self, value=-self.value)
        return self


def opposite(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words around two numbers contradict each other: one rose, the other fell."""
    return any(
        (here in one and there in other) or (there in one and here in other) for here, there in _OPPOSITES
    )
