"""TopoJSON to rings of longitudes and latitudes: arcs are shared, counted in steps, and may run backwards.

The format: https://github.com/topojson/topojson-specification
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]
# The outer ring, then the holes in it.
Polygon = tuple[Ring, ...]

HALF_TURN = 180.0


@dataclass(frozen=True, slots=True)
class Feature:
    """A country of the file: its code of three letters, and its polygons."""

    code: str
    polygons: tuple[Polygon, ...]


def features(topology: Mapping[str, Any], layer: str) -> tuple[Feature, ...]:
    """The features of one layer, in the order of the file."""
    arcs = _arcs(topology)
    found = topology["objects"][layer]["geometries"]
    return tuple(
        Feature(
            shape.get("properties", {}).get("a3", ""),
            tuple(_polygon(arcs, rings) for rings in _polygons_of(shape)),
        )
        for shape in found
    )


def _polygons_of(shape: Mapping[str, Any]) -> Sequence[Any]:
    return shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]


def _arcs(topology: Mapping[str, Any]) -> tuple[Ring, ...]:
    (x_scale, y_scale), (x_start, y_start) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        points = []
        for x_step, y_step in steps:
            x += x_step
            y += y_step
            points.append((x * x_scale + x_start, y * y_scale + y_start))
        arcs.append(tuple(points))
    return tuple(arcs)


def _polygon(arcs: Sequence[Ring], rings: Sequence[Sequence[int]]) -> Polygon:
    return tuple(_unwrapped(_joined(arcs, ring)) for ring in rings)


def _joined(arcs: Sequence[Ring], ring: Sequence[int]) -> Ring:
    """Arcs end to end; the number of one that runs backwards is written as its complement."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:]
    return tuple(points)


def _unwrapped(ring: Ring) -> Ring:
    """The same ring with longitudes that run on past 180 degrees instead of leaping to the other side."""
    turns = 0.0
    points: list[Point] = []
    before: float | None = None
    for x, y in ring:
        if before is not None and abs(x - before) > HALF_TURN:
            turns += HALF_TURN * 2 if x < before else -HALF_TURN * 2
        before = x
        points.append((x + turns, y))
    return tuple(points)


def area(ring: Ring) -> float:
    """The area inside a ring, in the square of its unit; negative where it runs the other way round."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in _edges(ring)) / 2


def centre(ring: Ring) -> Point:
    """The point on which the area inside a ring would balance."""
    # Measured from a point of its own: far from zero, small areas would drown in rounding.
    x0, y0 = ring[0]
    moved = tuple((x - x0, y - y0) for x, y in ring)
    whole = area(moved) * 6
    if not whole:
        return ring[0]
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in _edges(moved)) / whole
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in _edges(moved)) / whole
    return (x + x0, y + y0)


def _edges(ring: Ring) -> zip[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)
