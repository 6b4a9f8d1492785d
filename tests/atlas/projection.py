"""The Patterson cylindrical projection: north is up everywhere, and Europe stays large enough to point at.

Formula and coefficients: T. Patterson, B. Šavrič, B. Jenny, "Introducing the Patterson Cylindrical
Projection", Cartographic Perspectives 78, 2014, doi:10.14714/CP78.1270.
"""

from __future__ import annotations

import math

from atlas.topology import HALF_TURN, Point

K1, K2, K3, K4 = 1.0148, 0.23185, -0.14499, 0.02406

# The meridian in the middle: the map is cut through the Atlantic, so that Vietnam and its neighbours
# stand well inside it, as on maps printed in Asia.
MIDDLE = 150.0


def patterson(point: Point) -> Point:
    """A longitude and latitude in degrees as a place on a flat map, y growing downwards."""
    x, phi = math.radians(point[0] - MIDDLE), math.radians(point[1])
    square = phi * phi
    return x, -phi * (K1 + square * square * (K2 + square * (K3 + K4 * square)))


def turned(longitude: float) -> float:
    """Full turns to add to a longitude so that it lies within half a turn of the middle."""
    return -2 * HALF_TURN * math.floor((longitude - MIDDLE + HALF_TURN) / (2 * HALF_TURN))
