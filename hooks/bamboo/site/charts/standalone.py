"""A picture as a file: with its finding above, its source line beneath, and colours of its own."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.blocks.picture import Picture, Shown, shown
from bamboo.site.blocks.pictures import pictures, series
from bamboo.site.charts import letters, shapes
from bamboo.site.charts.picture import LARGE, number
from bamboo.site.collect.file import File, Job

TITLE, SOURCE, AIR = 16, 11, 14
ROOM = LARGE + 2 * AIR

# Light, then dark: the colours of base/tokens.css, since a file has no page to take them from.
_STYLE = """
svg {
  display: block;
  width: 100%;
  max-width: 34rem;
  height: auto;
  margin: 0 auto;
  background: #fbfcf9;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
}
text { fill: #18211c; }
.chart__title { font-weight: 600; }
.chart__bar, .chart__dot { fill: #4b9c6c; }
.chart__expected { fill: #fbfcf9; stroke: #4b9c6c; stroke-dasharray: 4 3; stroke-width: 1.5; }
.chart__end { stroke: #18211c; stroke-width: 2; }
.chart__more, .chart__less { fill: #18211c; stroke: #fbfcf9; }
.chart__line, .chart__zero { stroke: #7f8d83; }
.chart__open { fill: #fbfcf9; stroke: #4b9c6c; stroke-width: 1.5; }
.chart__source, .chart__period, .chart__scope { fill: #46534b; }
.chart__shade { stroke: #7f8d83; }
.chart__shade--1 { fill: #eff5ee; }
.chart__shade--2 { fill: #d5e8da; }
.chart__shade--3 { fill: #b3d6bf; }
.chart__shade--4 { fill: #8cc2a0; }
.chart__shade--5 { fill: #66ad82; }
a .chart__source { text-decoration: underline; }
@media (prefers-color-scheme: dark) {
  svg { background: #121916; }
  text { fill: #e6ece7; }
  .chart__bar, .chart__dot { fill: #4fa374; }
  .chart__expected { fill: #121916; stroke: #4fa374; }
  .chart__end { stroke: #e6ece7; }
  .chart__more, .chart__less { fill: #e6ece7; stroke: #121916; }
  .chart__line, .chart__zero { stroke: #6f7f75; }
  .chart__open { fill: #121916; stroke: #4fa374; }
  .chart__source, .chart__period, .chart__scope { fill: #b4c0b8; }
  .chart__shade { stroke: #6f7f75; }
  .chart__shade--1 { fill: #17231c; }
  .chart__shade--2 { fill: #1b2f24; }
  .chart__shade--3 { fill: #203d2e; }
  .chart__shade--4 { fill: #254c38; }
  .chart__shade--5 { fill: #2a5b43; }
}
"""


def jobs(graph: Graph, site_url: str = "") -> Iterator[Job]:
    """Every picture of the site as a file."""
    yield Job("pictures", lambda: (_file(view, site_url) for view in pictures(graph)))
    for ident in graph.library.indicators:
        yield Job(f"pictures/{ident}", partial(_of_figure, graph, ident, site_url))


def _of_figure(graph: Graph, ident: str, site_url: str) -> Iterator[File]:
    if view := series(graph, ident):
        yield _file(view, site_url)


def _file(view: Picture, site_url: str) -> File:
    return File(view.file, document(view, site_url))


def document(view: Picture, site_url: str = "") -> str:
    """A picture as SVG that needs nothing else. Its source line leads to the page that proves it."""
    of = _laid_out(view, site_url)
    to = f"{site_url}{view.page}" if site_url else addresses.relative(view.page, view.file)
    return str(
        Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" '
            'role="img" aria-labelledby="title desc"><title id="title">{name}</title>'
            '<desc id="desc">{desc}</desc>'
            "<style>{style}</style>{title}"
            '<g transform="translate({air},{top})">{body}</g>'
            '<a href="{to}" target="_top">{source}</a></svg>\n'
        ).format(
            w=number(ROOM),
            h=number(of.height),
            name=view.finding,
            desc=view.description,
            style=Markup(_STYLE),
            title=_lines("title", of.title, AIR + 14, 21, TITLE),
            air=AIR,
            top=number(of.top),
            body=of.body,
            to=to,
            source=_lines("source", of.source, of.foot + 10, 14, SOURCE),
        )
    )


def framed(view: Picture, site_url: str = "") -> Shown:
    """A picture on a page, with the frame that shows its file whole on another."""
    return shown(view, (ROOM, math.ceil(_laid_out(view, site_url).height)), site_url)


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """What is in a file, from above: title, picture, source line; and how high all of it is."""

    title: tuple[str, ...]
    top: float
    body: Markup
    foot: float
    source: tuple[str, ...]
    height: float


def _laid_out(view: Picture, site_url: str) -> _LaidOut:
    body, high = shapes.drawn(view)
    # Bold is wider.
    title = letters.lines(view.finding, TITLE, LARGE * 0.94, 6)
    source = letters.lines(f"{view.source} {site_url}".strip(), SOURCE, LARGE, 6)
    top = AIR + len(title) * 21 + 6
    foot = top + high + 10
    return _LaidOut(title, top, body, foot, source, foot + len(source) * 14 + AIR)


def _lines(style: str, lines: tuple[str, ...], y: float, step: float, size: int) -> Markup:
    return Markup("").join(
        Markup('<text class="chart__{}" x="{}" y="{}" font-size="{}px">{}</text>').format(
            style, AIR, number(y + at * step), size, line
        )
        for at, line in enumerate(lines)
    )
