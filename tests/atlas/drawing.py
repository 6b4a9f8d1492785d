"""The atlas drawn on a sheet: projected, in whole numbers, each country a path or a point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from babel.core import get_global
from bamboo.site.worldmap.shapes import Place, Sheet

from atlas.projection import patterson, turned
from atlas.topology import Feature, Point, Polygon, Ring, area, centre

# The sheet's width in its own units: fine enough that whole numbers do for coordinates.
WIDTH = 2000
# What lies wholly south of this is Antarctica, which would take a quarter of the sheet.
SOUTHERN_END = -60.0


def country_code(letters: str) -> str | None:
    """The ISO 3166-1 code of two letters for one of three, as CLDR has them; None for what ISO has not."""
    codes = get_global("territory_aliases").get(letters, ())
    return str(codes[0]) if len(codes) == 1 else None


def sheet(land: Iterable[Feature], countries: Iterable[Feature], points: Mapping[str, Point]) -> Sheet:
    """The map. Shapes without an ISO code are land like all other."""
    ground = [_flat(polygon) for feature in land for polygon in _northern(feature.polygons)]
    frame = _Frame(ground)
    places = {}
    for feature in countries:
        code = country_code(feature.code)
        polygons = [frame.placed(_flat(polygon)) for polygon in _northern(feature.polygons)]
        if code and (path := _path(polygons)):
            main = max((polygon[0] for polygon in polygons), key=lambda ring: abs(area(ring)))
            x, y = centre(main)
            places[code] = Place(path, round(x), round(y), round(abs(area(main))))
    for code, (longitude, latitude) in points.items():
        ((x, y),) = frame.ring((patterson((longitude + turned(longitude), latitude)),))
        places[code] = Place("", round(x), round(y), 0)
    return Sheet(WIDTH, frame.height, _path(frame.placed(polygon) for polygon in ground), places)


def _northern(polygons: Iterable[Polygon]) -> list[Polygon]:
    return [polygon for polygon in polygons if max(y for _, y in polygon[0]) > SOUTHERN_END]


def _flat(polygon: Polygon) -> Polygon:
    """A polygon projected. It stays in one piece: it goes as a whole to the side on which its middle lies."""
    middle = _middle(polygon[0])
    turns = turned(middle)
    # A hole may have been unwrapped to the other side of its polygon.
    shifts = [turns + round((middle - _middle(ring)) / 360) * 360 for ring in polygon]
    return tuple(
        tuple(patterson((x + shift, y)) for x, y in ring) for ring, shift in zip(polygon, shifts, strict=True)
    )


def _middle(ring: Ring) -> float:
    return (min(x for x, _ in ring) + max(x for x, _ in ring)) / 2


class _Frame:
    """Fits projected polygons into the sheet."""

    def __init__(self, polygons: Iterable[Polygon]) -> None:
        points = [point for polygon in polygons for ring in polygon for point in ring]
        self.left = min(x for x, _ in points)
        self.top = min(y for _, y in points)
        self.scale = WIDTH / (max(x for x, _ in points) - self.left)
        self.height = round((max(y for _, y in points) - self.top) * self.scale)

    def ring(self, ring: Ring) -> Ring:
        return tuple(((x - self.left) * self.scale, (y - self.top) * self.scale) for x, y in ring)

    def placed(self, polygon: Polygon) -> Polygon:
        return tuple(self.ring(ring) for ring in polygon)


def _path(polygons: Iterable[Polygon]) -> str:
    """Path data: rings in steps from their first point, without points that rounding makes idle."""
    return "".join(_ring(_rounded(ring)) for polygon in polygons for ring in polygon)


def _rounded(ring: Ring) -> list[tuple[int, int]]:
    points: list[tuple[int, int]] = []
    for x, y in ring:
        point = (round(x), round(y))
        if points and points[-1] == point:
            continue
        while len(points) > 1 and _on_a_line(points[-2], points[-1], point):
            points.pop()
        points.append(point)
    while len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return points


def _on_a_line(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) == (b[1] - a[1]) * (c[0] - a[0])


def _ring(points: list[tuple[int, int]]) -> str:
    if len(points) < 3:
        return ""
    (x, y), *rest = points
    steps = []
    for to_x, to_y in rest:
        steps += [to_x - x, to_y - y]
        x, y = to_x, to_y
    numbers = "".join(str(step) if step < 0 or not index else f" {step}" for index, step in enumerate(steps))
    return f"M{points[0][0]} {points[0][1]}l{numbers}z"
