"""A chart over time: a point for each value, a line where periods follow each other and count alike."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.site.blocks.chart import ChartView, Mark
from bamboo.site.charts import letters
from bamboo.site.charts.spec import (
    EXPECTED,
    LARGE,
    OPEN,
    SMALL,
    TEXT,
    VALUE,
    Line,
    Spec,
    layer,
    pixels,
    scale,
    texts,
    whole,
)

SIDE = 26  # left and right of the points, so that their words have room
ASIDE = 12  # between two values of one period
ROW = 15
BELOW = 20  # from the lowest point to the names of the periods


@dataclass(frozen=True, slots=True)
class _Box:
    """The room that words take."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def spec(view: ChartView) -> Spec:
    """The chart as a Vega-Lite spec."""
    width, tall = (SMALL, 70) if view.small else (LARGE, 150)
    most = max(sum(1 for other in view.marks if other.period == mark.period) for mark in view.marks)
    top = (most + 1) * ROW  # room for the words above the highest point
    places = _places(view, width)
    heights = _heights(view, top, tall)
    rows = [
        {
            "x": places[mark],
            "y": heights[mark],
            "style": "awaited" if mark.qualifier in EXPECTED else "point",
            "open": OPEN.get(mark.qualifier),
        }
        for mark in view.marks
    ]
    steps = [
        {
            "x": places[start],
            "y": heights[start],
            "x2": places[end],
            "y2": heights[end],
            "style": "awaiting" if {start.qualifier, end.qualifier} & {*EXPECTED} else "line",
        }
        for start, end in view.joined
    ]
    ground = heights[None]
    place: Spec = {"x": pixels("x"), "y": pixels("y")}
    across: Spec = {**place, "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    base = [{"x": 0, "y": ground, "x2": width - 2, "y2": ground}]
    layers = [layer(base, {"type": "rule", "color": "zero"}, across)]
    layers += [
        layer([row for row in steps if row["style"] == style], {"type": "rule", "color": style}, across)
        for style in ("line", "awaiting")
    ]
    layers += [
        layer(
            [row for row in rows if row["style"] == style],
            {"type": "point", "shape": "circle", "filled": True, "size": 50, "opacity": 1, "color": style},
            place,
        )
        for style in ("point", "awaited")
    ]
    layers += [
        layer(
            [row for row in rows if row["open"] in (style, "both")],
            {"type": "point", "shape": shape, "filled": True, "size": 70, "opacity": 1}
            | {"color": style, "yOffset": offset},
            place,
        )
        for style, shape, offset in (("more", "triangle-up", -9), ("less", "triangle-down", 9))
    ]
    words = [*_values(view, places, heights, width), *_periods(view, places, top + tall + BELOW, width)]
    return whole(width, top + tall + BELOW + 4, 1, [*layers, *texts(words)])


def _places(view: ChartView, width: float) -> dict[Mark, float]:
    """From left to right by the middle of the period; two values of one period side by side."""
    middles = [mark.first + mark.last for mark in view.marks]
    low, high = min(middles), max(middles)
    found = {}
    for mark, middle in zip(view.marks, middles, strict=True):
        same = [other for other in view.marks if other.first + other.last == middle]
        aside = (same.index(mark) - (len(same) - 1) / 2) * ASIDE
        found[mark] = SIDE + (middle - low) / (high - low) * (width - 2 * SIDE) + aside
    return found


def _heights(view: ChartView, top: float, tall: float) -> dict[Mark | None, float]:
    """From the lowest value to the highest, both counted from the top; that of zero under None."""
    low, high = scale([mark.value for mark in view.marks])["domain"]
    found: dict[Mark | None, float] = {
        mark: top + (high - mark.value) / (high - low) * tall for mark in view.marks
    }
    return found | {None: top + high / (high - low) * tall}


def _values(
    view: ChartView, places: dict[Mark, float], heights: dict[Mark | None, float], width: float
) -> list[Line]:
    """The values of a period in lines above its points: the newest first, then all that have room."""
    lines: list[Line] = []
    taken: list[_Box] = []
    periods = dict.fromkeys(mark.period for mark in view.marks)
    for period in sorted(periods, key=list(periods).index):
        marks = [mark for mark in view.marks if mark.period == period]
        middle = sum(places[mark] for mark in marks) / len(marks)
        wide = max(letters.width(mark.label, VALUE) for mark in marks)
        raised = 16 if any(OPEN.get(mark.qualifier) in ("more", "both") for mark in marks) else 8
        bottom = min(heights[mark] for mark in marks) - raised
        x, align, box = _set(middle, wide, width, bottom - ROW * len(marks), bottom + 3)
        others = [_around(mark, places[mark], heights[mark]) for mark in view.marks if mark.period != period]
        if not lines or not any(box.meets(other) for other in (*taken, *others)):
            taken.append(box)
            lines += [
                Line("value", bottom - ROW * (len(marks) - 1 - row), mark.label, x, align)
                for row, mark in enumerate(marks)
            ]
    return lines


def _around(mark: Mark, x: float, y: float) -> _Box:
    """The room of a point with the sign above it."""
    upward = OPEN.get(mark.qualifier) in ("more", "both")
    return _Box(x - 5, x + 5, y - (13 if upward else 4), y + 5)


def _periods(view: ChartView, places: dict[Mark, float], y: float, width: float) -> list[Line]:
    """The periods under their points: the newest first, then all that have room."""
    lines: list[Line] = []
    taken: list[_Box] = []
    for period in dict.fromkeys(mark.period for mark in view.marks):
        marks = [mark for mark in view.marks if mark.period == period]
        middle = sum(places[mark] for mark in marks) / len(marks)
        x, align, box = _set(middle, letters.width(period, TEXT), width, y - ROW, y)
        if not any(box.meets(other) for other in taken):
            taken.append(box)
            lines.append(Line("source", y, period, x, align))
    return lines


def _set(middle: float, wide: float, width: float, top: float, bottom: float) -> tuple[float, str, _Box]:
    """Words around a middle, moved where they would not fit between the edges."""
    if middle - wide / 2 < 0:
        return 0, "left", _Box(0, wide + 6, top, bottom)
    if middle + wide / 2 > width - 2:
        return width - 2, "right", _Box(width - 2 - wide - 6, width - 2, top, bottom)
    return middle, "center", _Box(middle - wide / 2 - 3, middle + wide / 2 + 3, top, bottom)
