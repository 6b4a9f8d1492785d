"""The shapes of charts as SVG. They bear names of styles and no colours, so that light and dark follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

# In units of the picture; a chart is drawn for the narrow column of a phone and grows a little on a desk.
LARGE, SMALL = 340, 220
TEXT, VALUE = 12, 13
EDGE = 1  # left of everything, so that no line is cut in half

# Styles of text with their sizes; the first two are bold.
_SIZES = {"period": VALUE, "value": VALUE, "source": TEXT, "scope": TEXT}
_BOLD = ("period", "value")

# The sign that a value goes on, to the right or left, around its middle.
_ARROWS = {"more": "M4.11,0L-4.11,-4.74L-4.11,4.74Z", "less": "M-4.11,0L4.11,-4.74L4.11,4.74Z"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its style and the height of its foot."""

    style: str
    y: float
    text: str


def inline(width: float, height: float, ident: str, title: str, description: str, body: Markup) -> Markup:
    """A picture with its name and its content in words; `ident` is its id on the page."""
    return Markup(
        '<svg class="chart" viewBox="0 0 {w} {h}" role="img" aria-labelledby="{i}-title {i}-desc">'
        '<title id="{i}-title">{title}</title><desc id="{i}-desc">{desc}</desc>'
        '<g transform="translate({edge},0)">{body}</g></svg>'
    ).format(
        w=number(width),
        h=number(height),
        i=ident,
        title=_one_line(title),
        desc=_one_line(description),
        edge=EDGE,
        body=body,
    )


def bar(style: str, start: float, end: float, top: float, high: float) -> Markup:
    """A bar from `start` to `end`."""
    return Markup('<path class="chart__{}" d="M{},{}h{}v{}h{}Z"></path>').format(
        style, *map(number, (start, top, end - start, high, start - end))
    )


def upright(style: str, x: float, top: float, high: float) -> Markup:
    """A line downwards."""
    return Markup('<line class="chart__{}" transform="translate({},{})" x2="0" y2="{}"></line>').format(
        style, *map(number, (x, top, high))
    )


def level(style: str, start: float, end: float, y: float) -> Markup:
    """A line to the right."""
    return Markup('<line class="chart__{}" transform="translate({},{})" x2="{}" y2="0"></line>').format(
        style, *map(number, (start, y, end - start))
    )


def pill(style: str, start: float, end: float, middle: float, half: float) -> Markup:
    """A mark with round ends from `start` to `end`, twice `half` high."""
    flat = max(0.0, end - start - 2 * half)
    return Markup(
        '<path class="chart__{}" d="M{},{}h{}a{r},{r} 0 0 1 0,{d}h{}a{r},{r} 0 0 1 0,-{d}Z"></path>'
    ).format(
        style, *map(number, (start + half, middle - half, flat, -flat)), r=number(half), d=number(2 * half)
    )


def arrow(style: str, x: float, y: float) -> Markup:
    """The sign `more` or `less` around its middle."""
    return Markup('<path class="chart__{}" transform="translate({},{})" d="{}"></path>').format(
        style, number(x), number(y), _ARROWS[style]
    )


def texts(lines: Iterable[Line]) -> Markup:
    """Lines of text from the left edge, those of one style together."""
    lines = tuple(lines)
    styles = dict.fromkeys(line.style for line in lines)
    return Markup("").join(_text(line) for style in styles for line in lines if line.style == style)


def _text(line: Line) -> Markup:
    weight = Markup(' font-weight="bold"') if line.style in _BOLD else ""
    return Markup(
        '<text class="chart__{}" transform="translate(0,{})" text-anchor="start" font-size="{}px"{}>{}</text>'
    ).format(line.style, number(line.y), _SIZES[line.style], weight, escape(_one_line(line.text)))


def number(value: float) -> str:
    """A number with two decimals at most; there is no -0."""
    return f"{round(value, 2) + 0.0:g}"


def _one_line(text: str) -> str:
    """No line is blank in raw HTML inside Markdown."""
    return " ".join(text.split())
