"""The pictures of the whole as SVG: squares for things, shades for counts, marks in a calendar."""

from __future__ import annotations

from functools import singledispatch

from markupsafe import Markup, escape

from bamboo.data import english
from bamboo.site.blocks.chart import ChartView
from bamboo.site.blocks.picture import Blocks, Days, Heat, Picture
from bamboo.site.charts import bars, letters, picture
from bamboo.site.charts.picture import LARGE, TEXT, VALUE, Line, number

SQUARE, BETWEEN = 14, 4  # a square and the air to the next
SMALL, MANY = 8, 40  # a square where there are more than so many
LABEL = 78  # left of a calendar's days
SHADES = 5


def of(view: Picture | ChartView) -> Markup:
    """What a page draws as inline SVG. Its colours come from the page's style sheet."""
    return bars.svg(view) if isinstance(view, ChartView) else svg(view)


def svg(view: Picture) -> Markup:
    """A picture as inline SVG."""
    body, height = drawn(view)
    return picture.inline(LARGE, height, f"chart-{view.id}", view.finding, view.description, body)


def drawn(view: Picture) -> tuple[Markup, float]:
    """The shapes and words of a picture, and how high they are."""
    return _draw(view.drawn)


@singledispatch
def _draw(content: object) -> tuple[Markup, float]:
    raise TypeError(f"no picture of {type(content).__name__}")


@_draw.register
def _bars(content: ChartView) -> tuple[Markup, float]:
    return bars.drawn(content)


@_draw.register
def _blocks(content: Blocks) -> tuple[Markup, float]:
    """Under each heading, for each block: its label with the number, the squares, the names."""
    lines: list[Line] = []
    squares: list[Markup] = []
    y = 0.0
    for heading, blocks in content.parts:
        y += 24 if lines else 16
        lines.append(Line("period", y, heading))
        for block in blocks:
            y += 21
            lines.append(Line("value", y, block.label))
            y += 7
            many = len(block.names) + block.rest
            side, between = (SQUARE, BETWEEN) if many <= MANY else (SMALL, BETWEEN / 2)
            in_row = int((LARGE - 2) // (side + between))
            for at in range(many):
                row, column = divmod(at, in_row)
                style = "bar" if at < len(block.names) else "open"
                x = column * (side + between)
                squares.append(picture.bar(style, x, x + side, y + row * (side + between), side))
            y += (side + between) * (1 + (many - 1) // in_row)
            for part in letters.lines(", ".join(block.names), TEXT, LARGE - 2, 12) if block.names else ():
                y += 15
                lines.append(Line("source", y - 2, part))
    return Markup("").join([*squares, picture.texts(lines)]), y + 6


@_draw.register
def _heat(content: Heat) -> tuple[Markup, float]:
    """A table of shaded cells with their counts; names of rows above their cells where they are long."""
    width = min(64.0, (LARGE - 120) / max(1, len(content.columns)))
    left = LARGE - 2 - width * len(content.columns)
    most = max((count for _, counts in content.rows for count in counts), default=0)
    shapes, words = [], []
    for at, column in enumerate(content.columns):
        words.append(_centred("period", left + (at + 0.5) * width, 14, column))
    y = 22.0
    for name, counts in content.rows:
        parts = letters.lines(name, TEXT, left - 6, 2)
        high = 26 if len(parts) < 2 else 34
        middle = y + high / 2
        for row, part in enumerate(parts):
            words.append(_left("source", middle + 4 + 15 * row - 7.5 * (len(parts) - 1), part))
        for at, count in enumerate(counts):
            if count:
                style = f"shade chart__shade--{shade(count, most)}"
                shapes.append(
                    picture.bar(style, left + at * width + 1, left + (at + 1) * width - 1, y, high - 2)
                )
                words.append(
                    _centred("count", left + (at + 0.5) * width, middle + 3.5, english.number(count))
                )
        y += high
    return Markup("").join([*shapes, *words]), y + 2


def shade(count: int, most: int) -> int:
    """Which of the shades, 1 to SHADES, a count has: each is for as many counts."""
    return max(1, -(-count * SHADES // most))


@_draw.register
def _days(content: Days) -> tuple[Markup, float]:
    """A row of days for each month; what has a month only is marked after its last day."""
    day = (LARGE - LABEL - 24) / 31
    shapes, words = [], []
    for at in (1, 10, 20, 31):
        words.append(_centred("source", LABEL + (at - 0.5) * day, 12, str(at)))
    y = 18.0
    for month in content.months:
        middle = y + 10
        words.append(_left("source", middle + 4, month.label))
        shapes.append(picture.level("line", LABEL, LABEL + month.length * day, middle))
        for first, last in month.spans:
            shapes.append(
                picture.pill("dot", LABEL + (first - 1) * day, LABEL + last * day, middle, day * 0.5)
            )
        if month.undated:
            x = LABEL + 31 * day + 12
            shapes.append(picture.pill("open", x - day * 0.5, x + day * 0.5, middle, day * 0.45))
        y += 20
    return Markup("").join([*shapes, *words]), y + 4


def _left(style: str, y: float, text: str) -> Markup:
    return picture.texts([Line(style, y, text)])


def _centred(style: str, x: float, y: float, text: str) -> Markup:
    weight = Markup(' font-weight="bold"') if style == "period" else ""
    return Markup(
        '<text class="chart__{}" transform="translate({},{})" text-anchor="middle" font-size="{}px"{}>'
        "{}</text>"
    ).format(style, number(x), number(y), VALUE if style == "period" else TEXT, weight, escape(text))
