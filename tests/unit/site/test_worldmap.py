"""The shapes of the map: as the pinned package has them, each country where it lies, nothing in the sea."""

from __future__ import annotations

import re

import atlas
import pytest
from atlas.drawing import country_code
from atlas.projection import patterson
from atlas.topology import area, centre
from bamboo.reading.names import is_known_iso
from bamboo.site.worldmap import shapes
from every import Every
from labels import label_of

CITIES = {
    "VN": (105.85, 21.03),
    "TH": (100.5, 13.75),
    "AU": (149.1, -35.3),
    "BR": (-47.9, -15.8),
    "GL": (-50.0, 70.0),
    "RU": (-178.0, 66.5),  # the far side of the 180th meridian
    "US": (-150.0, 61.2),
    "FR": (2.35, 48.86),
    "ZA": (26.2, -29.1),
    "NZ": (175.3, -37.8),
}
# Names of islands in dispute, and places far from any land.
AT_SEA = {
    "Hoàng Sa, Paracel": (112.3, 16.5),
    "Trường Sa, Spratly": (114.3, 10.7),
    "East Sea": (113.0, 13.0),
    "Pacific": (-140.0, 0.0),
    "Antarctica": (0.0, -80.0),
}


def test_the_data_is_that_of_the_pinned_package() -> None:
    assert shapes.WORLD.read_bytes() == atlas.world()


def test_every_country_of_the_package_with_a_code_has_its_place() -> None:
    drawn = atlas.countries()
    codes = {code for feature in drawn if (code := country_code(feature.code))}
    places = shapes.sheet().places
    assert codes - {"AQ"} == {code for code, place in places.items() if place.path}
    assert set(atlas.points()) == {code for code, place in places.items() if not place.path}
    assert all(is_known_iso(code) for code in places)
    # What has no code of ISO 3166-1 is drawn as land and is nobody's.
    assert {feature.code for feature in drawn if not country_code(feature.code)} == {
        "CYN",
        "SOL",
        "XKX",
    }
    assert {"SG", "MT", "BH", "MV", "VA"} <= set(atlas.points())


@pytest.mark.parametrize("code", CITIES)
def test_a_country_lies_where_its_towns_lie(code: str) -> None:
    x, y = on_sheet(*CITIES[code])
    sheet = shapes.sheet()
    assert inside(sheet.land, x, y)
    assert {found for found, place in sheet.places.items() if inside(place.path, x, y)} == {code}


@pytest.mark.parametrize("name", AT_SEA)
def test_nothing_is_drawn_at_sea(name: str) -> None:
    x, y = on_sheet(*AT_SEA[name])
    sheet = shapes.sheet()
    assert not inside(sheet.land, x, y)
    assert not [code for code, place in sheet.places.items() if inside(place.path, x, y)]


def test_every_path_is_closed_rings_of_whole_numbers_on_the_sheet(every: Every) -> None:
    sheet = shapes.sheet()
    for path in [sheet.land, *(place.path for place in sheet.places.values())]:
        with every.test(label_of(path)):
            assert re.fullmatch(r"(M\d+ \d+l[-\d ]+z)*", path)
            for ring in rings(path):
                assert len(ring) > 2
                assert all(0 <= x <= sheet.width and 0 <= y <= sheet.height for x, y in ring)
    for place in sheet.places.values():
        with every.test(label_of(place)):
            assert 0 <= place.x <= sheet.width
            assert 0 <= place.y <= sheet.height


def test_a_country_is_as_large_as_its_largest_ring(every: Every) -> None:
    for code, place in shapes.sheet().places.items():
        with every.test(label_of(code, place)):
            if place.area > 50:  # below, whole numbers may make another ring the largest
                largest = max(rings(place.path), key=lambda ring: abs(area(ring)))
                assert abs(abs(area(largest)) - place.area) <= 2 + 0.3 * len(largest) + 0.05 * place.area, (
                    code
                )
                assert (
                    max(abs(a - b) for a, b in zip(centre(largest), (place.x, place.y), strict=True)) < 3
                ), code


def test_the_projection_is_the_published_one() -> None:
    # The height of the pole, as published with the formula; lengths along the equator are true.
    assert patterson((150.0, 90.0)) == pytest.approx((0.0, -1.790857183))
    assert patterson((150.0 + 57.29577951, 0.0)) == pytest.approx((1.0, 0.0))


def test_points_that_hold_the_middle_and_the_area() -> None:
    square = ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0))
    assert area(square) == 4
    assert area(square[::-1]) == -4
    assert centre(square) == (1.0, 1.0)
    assert centre(((1.0, 1.0), (2.0, 2.0), (3.0, 3.0))) == (1.0, 1.0)  # no area: its first point


def on_sheet(longitude: float, latitude: float) -> tuple[float, float]:
    """A place on the sheet, measured by two points of the atlas that lie far apart."""
    points, places = atlas.points(), shapes.sheet().places
    (ax, ay), (bx, by) = (patterson((points[code][0], points[code][1])) for code in ("MT", "TO"))
    bx += 2 * 3.141592653589793  # Tonga lies east of the 180th meridian
    x, y = patterson((longitude if longitude > -30 else longitude + 360, latitude))
    left, right = places["MT"], places["TO"]
    return (
        left.x + (x - ax) * (right.x - left.x) / (bx - ax),
        left.y + (y - ay) * (right.y - left.y) / (by - ay),
    )


def rings(path: str) -> list[tuple[tuple[float, float], ...]]:
    """Path data read anew, as a browser would."""
    found = []
    for piece in path.split("z")[:-1]:
        start, _, steps = piece.removeprefix("M").partition("l")
        x, y = (float(number) for number in start.split())
        ring = [(x, y)]
        numbers = [float(number) for number in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        found.append(tuple(ring))
    return found


def inside(path: str, x: float, y: float) -> bool:
    """Whether a path covers a point, holes left out."""
    crossed = False
    for ring in rings(path):
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed = not crossed
    return crossed
