"""A page as plain Markdown, for tools that read no HTML: its words, links, lists, quotes and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from html import unescape

from bamboo.kept import Kept, digest
from bamboo.site.collect.file import File
from bamboo.site.render import Page

_HEADING = re.compile(r"^(#{1,6}) (.*?)(?: \{#[^}]*\})?$", re.MULTILINE)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HREF = re.compile(r'\bhref="([^"]*)"')
_BLANK = re.compile(r"\n[ \t]*\n")
_ACTS = re.compile(r"([\\`*_\[\]<>])")
# What says nothing without the browser: pictures, scripts, forms, and numbers of notes that are not here.
_SKIPPED = frozenset({"button", "form", "noscript", "pre", "script", "style", "sup", "svg"})
_BLOCKS = frozenset(
    {
        *("article", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "li", "nav", "ol", "p", "section", "summary"),
        *("table", "tbody", "td", "th", "thead", "tr", "ul"),
    }
)
# Tags that change something, all others, and text; a page has thousands of each.
_PARTS = re.compile(
    rf"<(/?(?:a|q|td|th|{'|'.join(sorted(_SKIPPED | _BLOCKS))}))(?=[\s>/])([^>]*)>|</?[a-z][^>]*>|([^<]+)"
)
_BEGIN = {"li": "- ", "dt": "- ", "dd": "  ", **{f"h{level}": f"{'#' * level} " for level in range(1, 7)}}


def address(page: str) -> str:
    """Where the Markdown of a page is."""
    return f"{page}.md"


# By path, pages and what was made of them.
Memory = dict[str, tuple[Page, str]]


def files(pages: Sequence[Page], memory: Memory | None = None, kept: Kept | None = None) -> Iterator[File]:
    """The Markdown of each page, beside it. A page that `memory` holds is not read again."""
    memory = {} if memory is None else memory
    kept = kept or Kept()
    for page in pages:
        known, text = memory.get(page.path, (None, ""))
        if known is not page:
            text = kept.made("plain", key(page), partial(markdown, page.body))
            memory[page.path] = (page, text)
        yield File(address(page.address), text)


def key(page: Page) -> str:
    """What it is kept by."""
    return digest([page.body.encode("utf-8")])


def markdown(text: str) -> str:
    """A page's Markdown, which is half HTML, as Markdown alone."""
    reader = _Reader()
    body = _FRONT.sub("", text)
    reader.read(_HEADING.sub(lambda h: f"<h{len(h[1])}>{h[2]}</h{len(h[1])}>", body))
    return "\n\n".join(reader.blocks()) + "\n"


def _plain(text: str) -> str:
    text = unescape(text) if "&" in text else text
    return _ACTS.sub(r"\\\1", text) if _ACTS.search(text) else text


class _Reader:
    """Gathers lines, each with what it begins with: a block begins where one of its tags does."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, str]] = []
        self._words: list[str] = []
        self._begin = ""
        self._skipped = self._quoted = 0
        self._links: list[str] = []

    def read(self, body: str) -> None:
        """Take up HTML as templates make it: every tag is closed, no text holds a sign of one."""
        for tag, attributes, text in _PARTS.findall(body):
            if text:
                if not self._skipped:
                    self._text(text)
            elif not tag:
                continue
            elif tag[0] == "/":
                self._close(tag[1:])
            else:
                self._open(tag, attributes)

    def _open(self, tag: str, attributes: str) -> None:
        if tag in _SKIPPED:
            self._skipped += 1
        elif self._skipped:
            return
        elif tag in ("td", "th"):
            self._words.append(" | " if self._words else "")
        elif tag in _BLOCKS:
            self._end()
            self._quoted += tag == "blockquote"
            self._begin = _BEGIN.get(tag, "")
        elif tag == "q":
            self._words.append("“")
        elif tag == "a":
            found = _HREF.search(attributes)
            self._links.append(unescape(found[1]) if found else "")
            self._words.append("[")

    def _close(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped -= 1
        elif self._skipped or tag in ("td", "th"):
            return
        elif tag in _BLOCKS:
            self._end()
            self._quoted -= tag == "blockquote"
        elif tag == "q":
            self._words.append("”")
        elif tag == "a" and self._links:
            self._words.append(f"]({self._links.pop()})")

    def _text(self, text: str) -> None:
        if text == "\n" or "\n" not in text:  # most of them, by far
            self._words.append(_plain(text))
            return
        for number, part in enumerate(_BLANK.split(text)):
            if number:
                self._end()
            self._words.append(_plain(part))

    def _end(self) -> None:
        if self._words and (line := " ".join("".join(self._words).split())):
            self._lines.append(("> " * self._quoted + self._begin, line))
        self._words, self._begin = [], ""

    def blocks(self) -> Iterator[str]:
        """Paragraphs; the lines of a list belong together."""
        self._end()
        row: list[str] = []
        for begin, line in self._lines:
            if begin in ("- ", "  "):
                row.append(begin + line)
                continue
            if row:
                yield "\n".join(row)
                row = []
            yield begin + line
        if row:
            yield "\n".join(row)
