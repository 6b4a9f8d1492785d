"""A chart view as a Vega-Lite spec. No font is measured: it is the same on each machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bamboo.charts import letters
from bamboo.views.chart import ChartView, Mark

Spec = dict[str, Any]

# In units of the picture; a chart is drawn for the narrow column of a phone and grows a little on a desk.
LARGE, SMALL = 340, 220
TEXT, VALUE = 12, 13
BAR = 12
TAIL = 18  # right of the longest bar, for the sign that it goes on


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text at the left edge: its baseline, and the class that styles it."""

    style: str
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar from zero: where it stands, how its end is drawn."""

    y: float
    value: int | float
    style: str
    sign: str


# How the end of a bar looks: open to the right, to the left, or to both sides.
_SIGNS = {"over": "more", "at-least": "more", "expected-over": "more", "nearly": "less", "about": "both"}


def spec(view: ChartView) -> Spec:
    """The chart as a Vega-Lite spec whose colours are names of styles."""
    lines, bars, height = _small(view) if view.small else _large(view)
    width = SMALL if view.small else LARGE
    x = _x(view)
    values = [{"v": bar.value, "y": bar.y, "y2": bar.y + BAR, "s": bar.style, "e": bar.sign} for bar in bars]
    layers: list[Spec] = [
        _layer(
            [row for row in values if row["s"] == style],
            {"type": "bar", "color": style},
            {"x": x, "x2": {"datum": 0}, **_BETWEEN},
        )
        for style in ("bar", "expected")
    ]
    layers.append(_layer(values, {"type": "rule", "color": "zero"}, {"x": x | {"datum": 0}, **_BETWEEN}))
    layers.append(_layer(values, {"type": "rule", "color": "end"}, {"x": x, **_BETWEEN}))
    layers += _signs(values, x)
    layers += [
        _layer(
            [{"t": line.text, "y": line.y} for line in lines if line.style == style],
            {"type": "text", "align": "left", "baseline": "alphabetic", "color": style, "fontSize": size}
            | ({"fontWeight": "bold"} if style in ("period", "value") else {}),
            {"x": {"value": 0}, "y": _pixels("y"), "text": {"field": "t", "type": "nominal"}},
        )
        for style, size in (("period", VALUE), ("value", VALUE), ("source", TEXT), ("scope", TEXT))
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width - TAIL,
        "height": height,
        "padding": {"left": 1, "right": TAIL - 1, "top": 0, "bottom": 0},
        "autosize": {"type": "none"},
        "background": None,
        "view": {"stroke": None},
        "layer": [layer for layer in layers if layer["data"]["values"]],
        "config": {"text": {"limit": 0}},
    }


def _large(view: ChartView) -> tuple[list[_Line], list[_Bar], float]:
    """Each period with its marks; above each bar its value, who prints it, and what is counted."""
    lines: list[_Line] = []
    bars: list[_Bar] = []
    y, period = 0.0, ""
    for mark in view.marks:
        if mark.period != period:
            period = mark.period
            y += 16 if not bars else 24
            lines.append(_Line("period", y, period))
        y += 19
        lines.append(_Line("value", y, mark.label))
        for style, text in (("source", ", ".join(mark.sources)), ("scope", _counted(mark))):
            for part in letters.lines(text, TEXT, LARGE - 2, 3) if text else ():
                y += 15.5
                lines.append(_Line(style, y, part))
        bars.append(_bar(mark, y + 7))
        y += 7 + BAR + 3
    return lines, bars, y + 3


def _small(view: ChartView) -> tuple[list[_Line], list[_Bar], float]:
    """A line and a bar for each mark."""
    lines: list[_Line] = []
    bars: list[_Bar] = []
    y = 0.0
    for mark in view.marks:
        whole = f"{mark.period}: {mark.label}"
        fits = letters.width(whole, TEXT) <= SMALL - 2
        for text in (whole,) if fits else (mark.period, mark.label):
            for part in letters.lines(text, TEXT, SMALL - 2, 2):
                y += 15
                lines.append(_Line("source", y, part))
        bars.append(_bar(mark, y + 6))
        y += 6 + BAR + 6
    return lines, bars, y


def _counted(mark: Mark) -> str:
    """What the reports of a mark count, where they say the same."""
    if len(mark.scopes) > 1:
        return f"described in {len(mark.scopes)} ways: see the table"
    return mark.scopes[0] if mark.scopes else ""


def _bar(mark: Mark, y: float) -> _Bar:
    style = "expected" if mark.qualifier in ("expected", "expected-over") else "bar"
    return _Bar(y, mark.value, style, _SIGNS.get(mark.qualifier, ""))


def _x(view: ChartView) -> Spec:
    """The scale of values. It holds zero: the length of a bar is its value. Each bar has its number,
    so the scale is not drawn."""
    values = [mark.value for mark in view.marks]
    low, high = min(0, *values), max(0, *values)
    return {
        "field": "v",
        "type": "quantitative",
        "scale": {
            "domain": [low, high if high > low else low + 1],
            "nice": False,
            "zero": True,
        },
        "axis": None,
    }


def _signs(values: list[Spec], x: Spec) -> list[Spec]:
    """Arrow heads at the ends of bars whose value is not the number alone."""
    found = []
    for signs, shape, offset, style in (
        (("more", "both"), "triangle-right", 7, "more"),
        (("less", "both"), "triangle-left", -6, "less"),
    ):
        rows = [row | {"m": row["y"] + BAR / 2} for row in values if row["e"] in signs]
        mark = {"type": "point", "shape": shape, "filled": True, "size": 90, "opacity": 1}
        found.append(_layer(rows, mark | {"color": style, "xOffset": offset}, {"x": x, "y": _pixels("m")}))
    return found


def _layer(values: list[Spec], mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"values": values}, "mark": mark | {"aria": False}, "encoding": encoding}


def _pixels(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


_BETWEEN: Spec = {"y": _pixels("y"), "y2": {"field": "y2"}}
