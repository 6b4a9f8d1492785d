"""What a page puts into its frame, where all that its theme decides by is known."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

# All that a page may say of itself for its frame to be filled.
_FILLED = frozenset({"title", "tab", "description", "leads_to", "door", "place", "scripts", "picture"})
# Those that are values; the theme decides by whether they are there.
MAYBE = ("description", "leads_to")
# What the theme looks for in a page's content, and the value that begins with it.
SIGNS = {"<h1": "heading", '<script type="application/ld+json"': "rest"}


@dataclass(frozen=True, slots=True)
class Filling:
    """What a page puts into its frame: values, and its sections, of which so many are in the marked page."""

    kind: tuple[object, ...]
    values: dict[str, str]
    sections: list[dict[str, str]]
    marked: int

    @classmethod
    def of(cls, page: Any) -> Filling | None:
        """That of a page of MkDocs, unless the theme may do more with it than put values in their places."""
        meta, file = page.meta, page.file
        if page.listed or not _FILLED.issuperset(meta):
            return None
        heading, end, rest = page.content.partition("</h1>")
        top = page.toc.items[0] if len(page.toc.items) == 1 else None
        if not top or top.level != 1 or any(section.children for section in top.children):
            return None
        signs = heading.startswith("<h1") and end and all(sign in page.content for sign in SIGNS)
        as_is = file.url == file.dest_uri and escape(Markup(meta["title"]).striptags()) == meta["title"]
        if not signs or not as_is:
            return None
        folder, name = posixpath.split(file.url.removesuffix(".html"))
        known = {"title": meta["title"], "tab": meta["tab"], **{name: meta.get(name, "") for name in MAYBE}}
        known |= {"name": name, "heading": heading, "rest": rest, "top": top.id, "edit": page.edit_url or ""}
        sections = [{"ident": section.id, "title": section.title} for section in top.children]
        # The theme folds the list of many sections.
        marked = 5 if len(sections) > 4 else 2 if sections else 0
        same = (
            meta["door"],
            meta["place"],
            meta["picture"],
            meta.get("scripts"),
            *(name in meta for name in MAYBE),
        )
        return cls((folder, *same, bool(page.edit_url), marked), known, sections, marked)
