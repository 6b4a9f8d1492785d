"""What bars and lines share: parts of Vega-Lite specs whose colours are names of styles.

No font is measured and nothing is fetched, so a picture is the same on each machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Spec = dict[str, Any]

# In units of the picture; a chart is drawn for the narrow column of a phone and grows a little on a desk.
LARGE, SMALL = 340, 220
TEXT, VALUE = 12, 13

# On which sides the end of a mark is open: the sources do not give the number alone.
OPEN = {"over": "more", "at-least": "more", "expected-over": "more", "nearly": "less", "about": "both"}
EXPECTED = ("expected", "expected-over")

# Styles of text with their sizes; the first two are bold.
_STYLES = {"period": VALUE, "value": VALUE, "source": TEXT, "scope": TEXT}
_BOLD = ("period", "value")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its style, where it stands, and which part of it stands there."""

    style: str
    y: float
    text: str
    x: float = 0
    align: str = "left"


def whole(width: float, height: float, right: float, layers: list[Spec]) -> Spec:
    """A picture as wide as asked, with `right` left free beside the scale."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width - right - 1,
        "height": height,
        "padding": {"left": 1, "right": right, "top": 0, "bottom": 0},
        "autosize": {"type": "none"},
        "background": None,
        "view": {"stroke": None},
        "layer": [layer for layer in layers if layer["data"]["values"]],
        "config": {"text": {"limit": 0}},
    }


def layer(values: list[Spec], mark: Spec, encoding: Spec) -> Spec:
    """One kind of mark for some rows."""
    return {"data": {"values": values}, "mark": mark | {"aria": False}, "encoding": encoding}


def pixels(field: str) -> Spec:
    """A place in units of the picture, counted from its top or left."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def texts(lines: list[Line]) -> list[Spec]:
    """Lines of text, each where it says."""
    return [
        layer(
            [
                {"t": line.text, "x": line.x, "y": line.y}
                for line in lines
                if (line.style, line.align) == kind
            ],
            {"type": "text", "align": kind[1], "baseline": "alphabetic", "color": kind[0]}
            | {"fontSize": _STYLES[kind[0]]}
            | ({"fontWeight": "bold"} if kind[0] in _BOLD else {}),
            {"x": pixels("x"), "y": pixels("y"), "text": {"field": "t", "type": "nominal"}},
        )
        for kind in dict.fromkeys((line.style, line.align) for line in lines)
    ]


def scale(values: list[int | float]) -> Spec:
    """A scale of values that holds zero. Marks bear their numbers, so it is not drawn."""
    low, high = min(0, *values), max(0, *values)
    return {"domain": [low, high if high > low else low + 1], "nice": False, "zero": True}
