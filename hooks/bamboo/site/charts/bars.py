"""A chart as bars from zero, one for each value, with its words above it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from bamboo.kinds.qualifiers import QUALIFIERS
from bamboo.site.blocks.chart import ChartView, Mark
from bamboo.site.charts import letters, picture
from bamboo.site.charts.picture import EDGE, LARGE, SMALL, TEXT, Line

BAR = 12
TAIL = 17  # beside the bars, for the sign that one goes on

_ASIDE = {"more": 8, "less": -7}  # from the end of a bar to the middle of its sign


def svg(view: ChartView) -> Markup:
    """A chart as inline SVG. Its colours come from the page's style sheet."""
    body, height = drawn(view)
    width = SMALL if view.small else LARGE
    return picture.inline(width, height, view.id, view.title, view.description, body)


def drawn(view: ChartView) -> tuple[Markup, float]:
    """The bars and words of a chart, and how high they are."""
    lines, tops, height = _small(view) if view.small else _large(view)
    width = SMALL if view.small else LARGE
    return Markup("").join([*_bars(view.marks, tops, width), picture.texts(lines)]), height


def _bars(marks: tuple[Mark, ...], tops: list[float], width: float) -> Iterator[Markup]:
    """The bars with their ends, kind by kind: what comes later lies above."""
    zero, ends = _places(marks, width)
    rows = list(zip(marks, ends, tops, strict=True))
    for style in ("bar", "expected"):
        for mark, end, top in rows:
            if QUALIFIERS[mark.qualifier].expected == (style == "expected"):
                yield picture.bar(style, min(zero, end), max(zero, end), top, BAR)
    for _, _, top in rows:
        yield picture.upright("zero", zero, top, BAR)
    for _, end, top in rows:
        yield picture.upright("end", end, top, BAR)
    for style, aside in _ASIDE.items():
        for mark, end, top in rows:
            if style in QUALIFIERS[mark.qualifier].open:
                yield picture.arrow(style, end + aside, top + BAR / 2)


def _places(marks: tuple[Mark, ...], width: float) -> tuple[float, list[float]]:
    """Where zero is, and where the bar of each mark ends. Marks bear their numbers, so no scale is drawn."""
    values = [mark.value for mark in marks]
    low, high = min(0, *values), max(0, *values)
    # A bar that ends near the left edge may be open on that side.
    leftward = any(
        "less" in QUALIFIERS[mark.qualifier].open and mark.value <= max(values) / 10 for mark in marks
    )
    left = TAIL if leftward else 0
    unit = (width - TAIL - EDGE - left) / ((high - low) or 1)
    return left - low * unit, [left + (value - low) * unit for value in values]


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
