"""A page's Markdown as HTML: headings are converted, the finished blocks around them stay as they are.

Templates write blocks of HTML, which a Markdown converter would only read through, tag by tag, to leave them
alone. What this module makes of a page is byte for byte what Python-Markdown makes of it; where it cannot be
sure of that, it makes nothing, and the page goes through the converter whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from html import unescape
from typing import Any

from bamboo.kept import Kept

# An entry of the table of contents as Python-Markdown's extension `toc` has it.
Token = dict[str, Any]
# Converts a piece of Markdown to HTML, and to the entries of its headings.
Convert = Callable[[str], tuple[str, list[Token]]]

# What may stand between blocks: a heading, the beginning of a block, an empty line.
_NEXT = re.compile(r"(?P<heading>#{1,6} [^\n]*)(?:\n|\Z)|<(?P<tag>[a-z][a-z0-9]*)(?=[ >])|\n")
# A converter acts on these wherever they are, or takes them away.
_ODD = ("\t", "\r", "\x02", "\x03", "<!", "<?", "\n\n\n")
_BLANKS = re.compile("\n +\n")
# Elements that a converter takes for blocks where a line begins with them.
_BLOCKS = frozenset(
    {
        *("article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "form", "header"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "nav", "noscript", "ol", "p", "pre", "script", "section"),
        *("table", "ul"),
    }
)
_IDENT = re.compile(r' id="([^"]*)"')
# A heading of letters, digits, single blanks and references: nothing in it is Markdown but its id.
_SIMPLE = re.compile(
    r"(#{1,6}) ((?:[^\W_]|&#[0-9]+;)(?:[^\W_]|&#[0-9]+;| (?=[^ {]))*)(?: \{#([a-z0-9-]+)\})?"
)
# Converted in the place of such a heading.
_TEXT, _ID = "Bamboo0heading0obmab", "bamboo0id0obmab"


@dataclass(frozen=True, slots=True)
class Finished:
    """A page's HTML, and the entries of its table of contents, not yet nested."""

    html: str
    headings: tuple[Token, ...]


@dataclass(slots=True)
class Finisher:
    """Makes HTML of pages. A heading that many pages have is converted once.

    `slug` makes the id of a heading that has none of what its text says.
    """

    convert: Convert
    slug: Callable[[str], str]
    kept: Kept = field(default_factory=Kept)

    def page(self, markdown: str) -> Finished | None:
        """The HTML of a page; None where more is in it than headings and finished blocks."""
        found = pieces(markdown.strip("\n"))
        parts, headings, idents = [], list[Token](), list[str]()
        for text, is_heading in found:
            if not is_heading:
                parts.append(text)
                continue
            html, tokens = self._heading(text)
            parts.append(f"{html}\n")
            headings += tokens
            idents += _IDENT.findall(html)
        # A converter numbers headings that would have the same address.
        if not parts or len(set(idents)) < len(idents):
            return None
        return Finished("".join(parts).strip(), tuple(headings))

    def _heading(self, markdown: str) -> tuple[str, list[Token]]:
        found = _SIMPLE.fullmatch(markdown)
        ident = (found[3] or self.slug(unescape(found[2]))) if found else ""
        if not found or not ident:
            made: tuple[str, list[Token]] = self.kept.made(
                "heading", markdown, partial(self.convert, markdown)
            )
            return made
        like = f"{found[1]} {_TEXT} {{#{_ID}}}"
        html, tokens = self.kept.made("heading", like, partial(self.convert, like))
        named = [{**token, "id": ident, "name": found[2]} for token in tokens]
        return html.replace(_TEXT, found[2]).replace(_ID, ident), named


def pieces(markdown: str) -> list[tuple[str, bool]]:
    """Headings, and what is between them, each with whether it is a heading; nothing where more is there."""
    if any(odd in markdown for odd in _ODD) or _BLANKS.search(markdown):
        return []
    pieces = []
    at, begun, end = 0, 0, len(markdown)
    while at < end:
        found = _NEXT.match(markdown, at)
        if found is None:
            return []
        if found["heading"]:
            if at > begun:
                pieces.append((markdown[begun:at], False))
            pieces.append((found["heading"], True))
            # The empty line after a heading is not in its HTML.
            begun = at = found.end() + markdown.startswith("\n", found.end())
        elif found["tag"]:
            at = _after(markdown, at, found["tag"])
            if at < 0:
                return []
        else:
            at += 1
    if at > begun:
        pieces.append((markdown[begun:at], False))
    return pieces


def _after(markdown: str, at: int, tag: str) -> int:
    """Where the line after an element begins; -1 where it is none that ends with a line."""
    if tag not in _BLOCKS:
        return -1
    depth = 0
    for found in _tags(tag).finditer(markdown, at):
        depth += -1 if found[1] else 1
        if not depth:
            after = found.end()
            return after + 1 if markdown.startswith("\n", after) else after if after == len(markdown) else -1
    return -1


@cache
def _tags(tag: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){tag}(?=[\s>])[^>]*>")
