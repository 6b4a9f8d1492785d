"""Land as a grid of cells, to see what a rectangle on the sheet would cover."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

# The side of a cell, in units of the sheet: finer than any letter.
CELL = 4
_STEP = re.compile(r"([MlLz])|(-?\d+)")

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def inside(self, width: int, height: int) -> bool:
        """Whether a sheet of this size holds all of it."""
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any of the sheet."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class Ground:
    """The rows of the grid, each a number whose bits are its cells that are land."""

    rows: tuple[int, ...]

    def covered(self, box: Box, but: Ground | None = None) -> bool:
        """Whether any of the box is land other than that of `but`."""
        first, last = _cell(box.left), _cell(box.right)
        span = ((1 << (last - first + 1)) - 1) << max(first, 0)
        for number in range(max(_cell(box.top), 0), min(_cell(box.bottom) + 1, len(self.rows))):
            land = self.rows[number] & span
            if but is not None:
                land &= ~but.rows[number]
            if land:
                return True
        return False


def _cell(place: float) -> int:
    return int(place // CELL)


@cache
def ground(path: str, height: int) -> Ground:
    """The cells that a path covers, by the middle of each of their rows."""
    crossings: list[list[float]] = [[] for _ in range(height // CELL + 1)]
    for ring in rings(path):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if y1 == y2:
                continue
            top, bottom = min(y1, y2), max(y1, y2)
            for number in range(_cell(top), _cell(bottom) + 1):
                middle = number * CELL + CELL / 2
                if 0 <= number < len(crossings) and top <= middle < bottom:
                    crossings[number].append(x1 + (middle - y1) * (x2 - x1) / (y2 - y1))
    return Ground(tuple(_bits(sorted(row)) for row in crossings))


def _bits(row: list[float]) -> int:
    """The cells between each two crossings; what is in a polygon an even number of times is outside."""
    found = 0
    for start, end in zip(row[::2], row[1::2], strict=True):
        first, last = max(_cell(start), 0), max(_cell(end), 0)
        found |= ((1 << (last - first + 1)) - 1) << first
    return found


def rings(path: str) -> Iterator[list[Point]]:
    """The closed lines of a path as `make atlas` writes it: `M` to a point, then `l` with steps."""
    for part in path.split("z"):
        numbers = [int(number) for _, number in _STEP.findall(part) if number]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if not points:
            continue
        x, y = points[0]
        ring = [(x, y)]
        for dx, dy in points[1:]:
            x, y = x + dx, y + dy
            ring.append((x, y))
        yield ring
