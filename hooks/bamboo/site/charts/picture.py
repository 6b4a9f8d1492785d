"""A Vega-Lite spec as inline SVG that keeps nothing but shapes, words and names of styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import vl_convert
from markupsafe import Markup, escape

_SVG = "{http://www.w3.org/2000/svg}"
_KEPT = {
    "path": ("d",),
    "line": ("x2", "y2"),
    "text": ("text-anchor", "font-size", "font-weight"),
}
_NO_COLOUR = (None, "none", "transparent")


def inline(spec: dict[str, Any], ident: str, title: str, description: str) -> Markup:
    """The picture of a spec whose colours are names of styles; `ident` is its id on the page."""
    # Nothing is fetched: the data stand in the spec, and no address is allowed.
    drawn = ElementTree.fromstring(vl_convert.vegalite_to_svg(spec, vl_version="5.21", allowed_base_urls=[]))
    width, height = (_number(drawn.attrib[side]) for side in ("width", "height"))
    body = Markup("").join(_cleaned(drawn))
    return Markup(
        '<svg class="chart" viewBox="0 0 {w} {h}" role="img" aria-labelledby="{i}-title {i}-desc">'
        '<title id="{i}-title">{title}</title><desc id="{i}-desc">{desc}</desc>{body}</svg>'
    ).format(w=width, h=height, i=ident, title=_one_line(title), desc=_one_line(description), body=body)


def _cleaned(parent: ElementTree.Element) -> Iterator[Markup]:
    for element in parent:
        tag = element.tag.removeprefix(_SVG)
        if tag == "g":
            yield from _group(element)
        elif style := _style(element):
            attributes = {"class": f"chart__{style}"}
            for name in ("transform", *_KEPT[tag]):
                if value := element.get(name):
                    attributes[name] = _number(value)
            words = escape(_one_line(element.text or "")) if tag == "text" else ""
            yield Markup("<{}{}>{}</{}>").format(tag, _written(attributes), words, tag)


def _group(element: ElementTree.Element) -> Iterator[Markup]:
    """The group with what is seen of it, or only that where the group does nothing."""
    body = Markup("").join(_cleaned(element))
    transform = _number(element.get("transform", ""))
    if body and transform not in ("", "translate(0,0)"):
        yield Markup('<g transform="{}">{}</g>').format(transform, body)
    elif body:
        yield body


def _style(element: ElementTree.Element) -> str:
    """The name of a style that stands where a colour would; none for what is not seen."""
    names = [name for side in ("fill", "stroke") if (name := element.get(side)) not in _NO_COLOUR]
    if element.get("display") == "none" or not names:
        return ""
    if not re.fullmatch("[a-z]+", names[0]):
        raise ValueError(f"a chart brings the colour {names[0]}")
    return names[0]


def _written(attributes: dict[str, str]) -> Markup:
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items())


def _number(text: str) -> str:
    """Numbers with two decimals at most."""
    return re.sub(r"-?\d+\.\d+(e-?\d+)?", lambda found: f"{round(float(found[0]), 2):g}", text)


def _one_line(text: str) -> str:
    """No line is blank in raw HTML inside Markdown."""
    return " ".join(text.split())
