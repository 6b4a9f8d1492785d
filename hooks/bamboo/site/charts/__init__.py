"""Charts as SVG: what a view says becomes a Vega-Lite spec, and that a picture without colours of its own."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from bamboo.site.blocks.chart import ChartView
from bamboo.site.charts import bars, line, picture


@cache
def svg(view: ChartView) -> Markup:
    """A chart as inline SVG. Its colours come from the page's style sheet, so that light and dark follow."""
    spec = line.spec(view) if view.over_time else bars.spec(view)
    return picture.inline(spec, view.id, view.title, view.description)
