"""The atlas as paths on a sheet: one path for all land, one for each country. `make atlas` draws them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORLD = Path(__file__).parent / "atlas" / "world.json"


@dataclass(frozen=True, slots=True)
class Place:
    """A country on the sheet: its path, empty where the atlas has it as a point; its middle; its area."""

    path: str
    x: int
    y: int
    area: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The flat map: its size, all land as one path, and the countries by ISO code of two letters."""

    width: int
    height: int
    land: str
    places: dict[str, Place]


@cache
def sheet() -> Sheet:
    """The map."""
    drawn = json.loads(WORLD.read_text(encoding="utf-8"))
    places = {code: Place(**place) for code, place in drawn["places"].items()}
    return Sheet(drawn["width"], drawn["height"], drawn["land"], places)
