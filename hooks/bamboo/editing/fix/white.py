"""White space and encoding: what an editor's program put into a file and nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bamboo.data import shape, yamlfile
from bamboo.data.records import Record
from bamboo.editing.outline import folded

_MARKS = {
    b"\xef\xbb\xbf": ("utf-8", "the byte order mark at its beginning taken away"),
    b"\xff\xfe": ("utf-16-le", "saved in UTF-8 instead of UTF-16"),
    b"\xfe\xff": ("utf-16-be", "saved in UTF-8 instead of UTF-16"),
}
# Characters that show nothing and come along when text is copied from a page.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")


def decode(data: bytes) -> tuple[str | None, list[str]]:
    """The text of a file with plain line breaks, and what was done to get it."""
    encoding, notes = "utf-8", []
    for mark, (name, note) in _MARKS.items():
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            notes.append(note)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None, []
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        notes.append("line ends as on Linux and Mac (LF)")
    return text, notes


def tidy(text: str, kind: type[Record], file: str) -> tuple[str, list[str]]:
    """The text without tabs, without blanks at the end of lines and with one line break at its end."""
    notes = []
    if "\t" in text:
        untabbed = _without_tabs(text, kind, file)
        if untabbed is None:
            return text, []
        text = untabbed
        notes.append("tabs replaced by spaces")
    for pattern, new, note in (
        (r"[ ]+$", "", "spaces at the end of lines taken away"),
        (r"\n*\Z", "\n", "one line break at the end of the file"),
    ):
        tidied = re.sub(pattern, new, text, flags=re.MULTILINE) if new == "" else text.rstrip("\n") + "\n"
        if tidied != text and _values(tidied, file) == _values(text, file):
            text = tidied
            notes.append(note)
    return text, notes


def without_unseen(text: str) -> str:
    """The text without the characters that show nothing."""
    return _UNSEEN.sub("", text)


def _without_tabs(text: str, kind: type[Record], file: str) -> str | None:
    """Spaces for tabs, where all ways to read them that make a record make the same one."""
    fitting: list[tuple[str, Any]] = []
    readable: list[tuple[str, Any]] = []
    for candidate in _candidates(text):
        document, _ = yamlfile.read(candidate.encode("utf-8"), file)
        if document is not None:
            readable.append((candidate, folded(document.values)))
            if shape.fit(kind, document)[0] is not None:
                fitting.append(readable[-1])
    either = fitting or readable
    if not either or any(values != either[0][1] for _, values in either):
        return None
    return either[0][0]


def _candidates(text: str) -> Iterator[str]:
    """The text with each tab before a line's first word as 2, 4 or 8 spaces, and any other as one."""
    for width in (2, 4, 8):
        lines = []
        for line in text.split("\n"):
            begin = re.match(r"[ \t]*", line)
            assert begin is not None
            lines.append(begin[0].replace("\t", " " * width) + line[begin.end() :].replace("\t", " "))
        yield "\n".join(lines)


def _values(text: str, file: str) -> Any:
    document, _ = yamlfile.read(text.encode("utf-8"), file)
    return folded(document.values) if document else None
