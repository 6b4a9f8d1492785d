"""Where words can be on the map: beside or on their own country, never on another's land or other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from bamboo.site.worldmap.ground import Box, Ground, ground
from bamboo.site.worldmap.shapes import Place, Sheet

# How wide a letter is and how high a line, as shares of the size of letters.
LETTER, LINE = 0.57, 1.1
# In how many directions a place is looked for.
DIRECTIONS = 24


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words for a country, best first: the name, then letters; each with how far from it they may be."""

    country: str
    words: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Word:
    """Words on the map, by their middle. `line` leads to a country that they are not at, as path data."""

    country: str
    text: str
    x: int
    y: int
    line: str


def placed(sheet: Sheet, wanted: Sequence[Wanted], size: int) -> tuple[Word, ...]:
    """A place for the words of each country, the first in the list first; none where there is no room."""
    land = ground(sheet.land, sheet.height)
    taken: list[Box] = []
    found = []
    for one in wanted:
        place = sheet.places[one.country]
        own = ground(place.path, sheet.height)
        if spot := _spot(sheet, place, own, land, one, size, taken):
            found.append(spot)
    return tuple(found)


def _spot(
    sheet: Sheet, place: Place, own: Ground, land: Ground, one: Wanted, size: int, taken: list[Box]
) -> Word | None:
    for text, far in one.words:
        wide, high = len(text) * size * LETTER, size * LINE
        for x, y in _around(place, wide, high, far):
            box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if (
                box.inside(sheet.width, sheet.height)
                and not any(box.overlaps(other) for other in taken)
                and not land.covered(box, own)
            ):
                taken.append(box)
                return Word(one.country, text, round(x), round(y), _line(place, box, size))
    return None


def _around(place: Place, wide: float, high: float, far: int) -> Iterator[tuple[float, float]]:
    """Middles to try: on the country, then in rings around it, so that the box's edge keeps the distance."""
    yield place.x, place.y
    reach = int(place.area**0.5 / 2)
    for off in range(6, reach, 6):
        for across, down in ((off, 0), (-off, 0), (0, off), (0, -off), (off, off), (-off, off)):
            yield place.x + across, place.y + down / 2
    for gap in range(6, far + 1, 8):
        for number in range(DIRECTIONS):
            # To the right first, then below and above it, to the left last.
            turn = (number + 1) // 2 * (1 if number % 2 else -1) * 2 * pi / DIRECTIONS
            yield place.x + cos(turn) * (wide / 2 + gap), place.y + sin(turn) * (high / 2 + gap)


def _line(place: Place, box: Box, size: int) -> str:
    """From the country's middle to the nearest edge of the box, where that is further than a letter."""
    x = min(max(float(place.x), box.left), box.right)
    y = min(max(float(place.y), box.top), box.bottom)
    distance = ((x - place.x) ** 2 + (y - place.y) ** 2) ** 0.5
    # What is as large as the words are far has them beside it without a line.
    if distance <= max(size, (place.area / pi) ** 0.5 * 1.2):
        return ""
    return f"M{place.x} {place.y}L{round(x)} {round(y)}"
