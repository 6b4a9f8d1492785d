"""A page as plain Markdown, for tools that read no HTML: its words, links, lists, quotes and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from bamboo.site.collect.file import File
from bamboo.site.render import Page

_HEADING = re.compile(r"\n(#{1,6}) (.*?)(?: \{#[^}]*\})?$", re.MULTILINE)
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
# An element whose words are left out.
_LEFT_OUT = re.compile(rf"<({'|'.join(sorted(_SKIPPED))})(?=[\s>/])[^>]*>.*?</\1\s*>", re.DOTALL)
# Tags that change something, all others, and those that end a line.
_SAYS = "|".join(("a", "q", *sorted(_BLOCKS)))
_NOTHING = re.compile(rf"</?(?!(?:{_SAYS})[\s>/])[a-z][^>]*>|</t[dh]>")
_TAG = re.compile(rf"(/?(?:{_SAYS}))(?:[\s/]|\Z)")
_CELLS = frozenset({"td", "th"})
_ENDS = frozenset(f"{end}{tag}" for tag in _BLOCKS - _CELLS for end in ("", "/"))
# One that ends a line, just before another one: only the last says what the next line begins with.
_DOUBLED = re.compile(
    rf"<(?:{'|'.join(sorted(_ENDS - {'blockquote', '/blockquote'}))})(?=[\s>/])[^>]*>\s*"
    rf"(?=<(?:{'|'.join(sorted(_ENDS))})[\s>/])"
)
# Where something was left out: what is before and after it is not one text.
_GAP = "\0"
_BEGIN = {"li": "- ", "dt": "- ", "dd": "  ", **{f"h{level}": f"{'#' * level} " for level in range(1, 7)}}


def address(page: str) -> str:
    """Where the Markdown of a page is."""
    return f"{page}.md"


# By path, pages and what was made of them.
Memory = dict[str, tuple[Page, str]]


def files(pages: Sequence[Page], memory: Memory | None = None) -> Iterator[File]:
    """The Markdown of each page, beside it. A page that `memory` holds is not read again."""
    memory = {} if memory is None else memory
    for page in pages:
        known, text = memory.get(page.path, (None, ""))
        if known is not page:
            text = markdown(page.body)
            memory[page.path] = (page, text)
        yield File(address(page.address), text)


def markdown(text: str) -> str:
    """A page's Markdown, which is half HTML, as Markdown alone."""
    body = _HEADING.sub(lambda h: f"\n<h{len(h[1])}>{h[2]}</h{len(h[1])}>", "\n" + _FRONT.sub("", text))
    html = _DOUBLED.sub("", _NOTHING.sub(_GAP, _LEFT_OUT.sub(_GAP, body)))
    return "\n\n".join(_blocks(_lines(html))) + "\n"


def _plain(text: str) -> str:
    text = unescape(text) if "&" in text else text
    return _ACTS.sub(r"\\\1", text) if _ACTS.search(text) else text


def _lines(html: str) -> Iterator[tuple[str, str]]:
    """Lines, each with what it begins with: a block begins where one of its tags does.

    The HTML is as templates make it: every tag is closed, no text holds a sign of one.
    """
    words: list[str] = []
    begin, quoted = "", 0
    links: list[str] = []
    tags = dict[str, str]()
    for number, chunk in enumerate(f"{html}<p>".split("<")):
        whole, ends, text = chunk.partition(">")
        tag = tags.get(whole)
        if tag is None:
            found = _TAG.match(whole) if ends and number else None
            tag = tags[whole] = found[1] if found else ""
        if tag in _ENDS:
            if words and (line := " ".join("".join(words).split())):
                yield "> " * quoted + begin, line
            words = []
            begin = _BEGIN.get(tag, "")
            if tag == "blockquote":
                quoted += 1
            elif tag == "/blockquote":
                quoted -= 1
        elif tag == "a":
            to = _HREF.search(whole)
            links.append(unescape(to[1]) if to else "")
            words.append("[")
        elif tag == "/a":
            if links:
                words.append(f"]({links.pop()})")
        elif tag in _CELLS:
            words.append(" | " if words else "")
        elif tag == "q":
            words.append("“")
        elif tag == "/q":
            words.append("”")
        else:  # nothing but text
            text = chunk
        if not text:
            continue
        if text == "\n" or "\n" not in text:  # most of them, by far
            if text := text.replace(_GAP, ""):
                words.append(_plain(text))
            continue
        for at, part in enumerate(_BLANK.split(text)):
            if at:
                if words and (line := " ".join("".join(words).split())):
                    yield "> " * quoted + begin, line
                words, begin = [], ""
            words.append(_plain(part.replace(_GAP, "")))


def _blocks(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Paragraphs; the lines of a list belong together."""
    row: list[str] = []
    for begin, line in lines:
        if begin in ("- ", "  "):
            row.append(begin + line)
            continue
        if row:
            yield "\n".join(row)
            row = []
        yield begin + line
    if row:
        yield "\n".join(row)
