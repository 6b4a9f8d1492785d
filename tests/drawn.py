"""Reads the charts of a page back: each mark's length or height, its label, the sign at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

OPEN = {
    "over": {"more"},
    "at-least": {"more"},
    "expected-over": {"more"},
    "nearly": {"less"},
    "about": {"more", "less"},
}


@dataclass(frozen=True)
class Read:
    """One mark of a bar chart as drawn. `lead` are the words above it since the mark before."""

    length: float
    top: float
    style: str
    signs: frozenset[str]
    lead: tuple[tuple[str, str], ...]


def moved(element: html.HtmlElement) -> tuple[float, float]:
    """Where an element stands, its groups counted."""
    x = y = 0.0
    for one in (element, *element.iterancestors("g")):
        found = re.fullmatch(r"translate\((-?[\d.]+),(-?[\d.]+)\)", one.get("transform") or "translate(0,0)")
        assert found, one.get("transform")
        x, y = x + float(found[1]), y + float(found[2])
    return x, y


def drawn(svg: html.HtmlElement, style: str) -> list[html.HtmlElement]:
    return [e for e in svg.iter() if e.get("class") == f"chart__{style}"]


def bars(svg: html.HtmlElement) -> list[Read]:
    """The bars from top to bottom."""
    zeros = {moved(e)[1]: moved(e)[0] for e in drawn(svg, "zero")}
    ends = sorted((moved(e)[1], moved(e)[0]) for e in drawn(svg, "end"))
    styles = {}
    for style in ("bar", "expected"):
        for bar in drawn(svg, style):
            start = re.match(r"M-?[\d.]+,(-?[\d.]+)h", bar.get("d"))
            assert start, bar.get("d")
            styles[float(start[1])] = style
    signs: dict[float, set[str]] = {}
    for sign in ("more", "less"):
        for arrow in drawn(svg, sign):
            middle = moved(arrow)[1]
            top = next(top for top, _ in ends if top <= middle <= top + 12)
            signs.setdefault(top, set()).add(sign)
    words = sorted((moved(t)[1], t.get("class").removeprefix("chart__"), t.text) for t in svg.iter("text"))
    found, above = [], -1.0
    for top, end in ends:
        lead = tuple((style, said) for y, style, said in words if above < y <= top)
        found.append(Read(end - zeros[top], top, styles[top], frozenset(signs.get(top, ())), lead))
        above = top
    assert sum(len(read.lead) for read in found) == len(words)
    return found
