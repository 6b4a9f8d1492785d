"""A chart as bars from zero, one for each value, with its words above it."""

from __future__ import annotations

from bamboo.site.blocks.chart import ChartView, Mark
from bamboo.site.charts import letters
from bamboo.site.charts.spec import (
    EXPECTED,
    LARGE,
    OPEN,
    SMALL,
    TEXT,
    Line,
    Spec,
    layer,
    pixels,
    scale,
    texts,
    whole,
)

BAR = 12
TAIL = 17  # beside the bars, for the sign that one goes on


def spec(view: ChartView) -> Spec:
    """The chart as a Vega-Lite spec."""
    lines, tops, height = _small(view) if view.small else _large(view)
    width = SMALL if view.small else LARGE
    values = [mark.value for mark in view.marks]
    # A bar that ends near the left edge may be open on that side.
    leftward = any(
        OPEN.get(mark.qualifier) in ("less", "both") and mark.value <= max(values) / 10 for mark in view.marks
    )
    x: Spec = {
        "field": "v",
        "type": "quantitative",
        "scale": scale(values) | {"range": [TAIL if leftward else 0, width - TAIL - 1]},
        "axis": None,
    }
    between: Spec = {"y": pixels("y"), "y2": {"field": "y2"}}
    rows = [
        {
            "v": mark.value,
            "y": top,
            "y2": top + BAR,
            "middle": top + BAR / 2,
            "style": "expected" if mark.qualifier in EXPECTED else "bar",
            "open": OPEN.get(mark.qualifier),
        }
        for mark, top in zip(view.marks, tops, strict=True)
    ]
    layers = [
        layer(
            [row for row in rows if row["style"] == style],
            {"type": "bar", "color": style},
            {"x": x, "x2": {"datum": 0}, **between},
        )
        for style in ("bar", "expected")
    ]
    layers.append(layer(rows, {"type": "rule", "color": "zero"}, {"x": x | {"datum": 0}, **between}))
    layers.append(layer(rows, {"type": "rule", "color": "end"}, {"x": x, **between}))
    layers += [
        layer(
            [row for row in rows if row["open"] in (style, "both")],
            {"type": "point", "shape": shape, "filled": True, "size": 90, "opacity": 1}
            | {"color": style, "xOffset": offset},
            {"x": x, "y": pixels("middle")},
        )
        for style, shape, offset in (("more", "triangle-right", 8), ("less", "triangle-left", -7))
    ]
    return whole(width, height, TAIL, [*layers, *texts(lines)])


def _large(view: ChartView) -> tuple[list[Line], list[float], float]:
    """Each period with its marks: value, who prints it, what is counted; the tops of the bars; the height."""
    lines: list[Line] = []
    tops: list[float] = []
    y, period = 0.0, ""
    for mark in view.marks:
        if mark.period != period:
            period = mark.period
            y += 24 if tops else 16
            lines.append(Line("period", y, period))
        y += 19
        lines.append(Line("value", y, mark.label))
        for style, text in (("source", ", ".join(mark.sources)), ("scope", _counted(mark))):
            for part in letters.lines(text, TEXT, LARGE - 2, 3) if text else ():
                y += 15.5
                lines.append(Line(style, y, part))
        tops.append(y + 7)
        y += 7 + BAR + 3
    return lines, tops, y + 3


def _small(view: ChartView) -> tuple[list[Line], list[float], float]:
    """A line and a bar for each mark."""
    lines: list[Line] = []
    tops: list[float] = []
    y = 0.0
    for mark in view.marks:
        together = f"{mark.period}: {mark.label}"
        fits = letters.width(together, TEXT) <= SMALL - 2
        for text in (together,) if fits else (mark.period, mark.label):
            for part in letters.lines(text, TEXT, SMALL - 2, 2):
                y += 15
                lines.append(Line("source", y, part))
        tops.append(y + 6)
        y += 6 + BAR + 6
    return lines, tops, y


def _counted(mark: Mark) -> str:
    """What the reports of a mark count, where they say the same."""
    if len(mark.scopes) > 1:
        return f"described in {len(mark.scopes)} ways: see the table"
    return mark.scopes[0] if mark.scopes else ""
