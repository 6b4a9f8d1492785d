"""What a page puts into its frame, where all that its theme decides by is known."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from bamboo.site import frame
from bamboo.site.finished import Finished

# All that a page may say of itself for its frame to be filled.
_FILLED = frozenset({"title", "tab", "description", "leads_to", "door", "place", "scripts", "picture"})
# Those that are values; the theme decides by whether they are there.
MAYBE = ("description", "leads_to")
# What the theme looks for in a page's content, and the value that begins with it.
_SIGNS = {"<h1": "heading", '<script type="application/ld+json"': "rest"}
# An address that is the same as a link.
_PLAIN = re.compile(r"[A-Za-z0-9_./~-]+")


@dataclass(frozen=True, slots=True)
class Filling:
    """What a page puts into its frame: values, and its sections, of which so many are in the marked page."""

    kind: tuple[object, ...]
    values: dict[str, str]
    sections: list[dict[str, str]]
    marked: int

    @classmethod
    def of(cls, address: str, meta: Mapping[str, object], made: Finished, edit: str) -> Filling | None:
        """That of a page outside the navigation, unless the theme may do more with it than put values in
        their places. `edit` is where it is edited, if anywhere.
        """
        if not _FILLED.issuperset(meta):
            return None
        text = {name: str(meta.get(name, "")) for name in ("title", "tab", *MAYBE)}
        heading, end, rest = made.html.partition("</h1>")
        top, *sections = made.headings or ({"level": 0},)
        if top["level"] != 1 or any(section["level"] != 2 for section in sections):
            return None
        signs = heading.startswith("<h1") and end and all(sign in made.html for sign in _SIGNS)
        as_is = _PLAIN.fullmatch(address) and escape(Markup(text["title"]).striptags()) == text["title"]
        if not signs or not as_is:
            return None
        folder, name = posixpath.split(address.removesuffix(".html"))
        values = {**text, "name": name, "heading": heading, "rest": rest, "top": top["id"], "edit": edit}
        items = [{"ident": section["id"], "title": section["name"]} for section in sections]
        # The theme folds the list of many sections.
        marked = 5 if len(items) > 4 else 2 if items else 0
        same = (
            meta["door"],
            meta["place"],
            meta["picture"],
            meta.get("scripts"),
            *(name in meta for name in MAYBE),
        )
        return cls((folder, *same, bool(edit), marked), values, items, marked)


def content(sections: int) -> Finished:
    """The content of a page of a kind, with a marker for each value, and with so many sections."""
    html = "</h1>".join(sign + frame.marker(name) for sign, name in _SIGNS.items())
    heading = {"level": 1, "id": frame.marker("top"), "name": ""}
    marked = (
        {"level": 2, "id": frame.marker("ident", number), "name": frame.marker("title", number)}
        for number in range(sections)
    )
    return Finished(html, (heading, *marked))


def unsigned(rendered: str) -> str:
    """The rendering of such a page without what is part of its values."""
    for sign, name in _SIGNS.items():
        rendered = rendered.replace(sign + frame.marker(name), frame.marker(name))
    return rendered
