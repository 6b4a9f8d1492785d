"""Text to YAML: values, long texts and remarks as the files of data/ have them, whatever is in them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from bamboo.data import yamlfile
from bamboo.data.conflicts import conflicts
from bamboo.data.locations import HIDDEN

WIDTH = 100  # columns


def scalar(text: str) -> str:
    """`text` as a value on one line, in quotation marks only where it needs them."""
    if _needs_escapes(text):
        return escaped(text)
    document, _ = yamlfile.read(f"a: {text}\n".encode(), "")
    if document and document.values == {"a": text}:
        return text
    return "'" + text.replace("'", "''") + "'"


def escaped(text: str) -> str:
    """`text` in double quotation marks; what does not show is written as its number, and so is what a
    conflict begins with."""
    return f'"{"".join(map(_escaped, text))}"'.replace("<" * 7, "\\u003c" * 7)


def _needs_escapes(text: str) -> bool:
    """Whether `text` holds what does not show, or looks like what a merge left behind."""
    return not text.isprintable() or any(HIDDEN.finditer(text)) or any(conflicts(text, ""))


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if HIDDEN.match(character) or not character.isprintable():
        return f"\\U{ord(character):08x}"
    return character


def folded(name: str, text: str, indent: str) -> list[str]:
    """The lines of a field with a long text under `>-`, as all quotes are written.

    In quotation marks where a character is invisible, or a line would begin like what a merge left behind.
    """
    lines = wrapped(text, indent + "  ")
    if _needs_escapes(text) or any(conflicts("\n".join(lines), "")):
        return [f"{indent}{name}: {escaped(text)}"]
    return [f"{indent}{name}: >-", *lines]


def wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    """`text` in lines of at most WIDTH columns, cut at blanks only; they begin with `first`, then `rest`."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def remarks(texts: Iterable[str], indent: str = "") -> list[str]:
    """Comment lines; the second and further lines of one remark are indented."""
    plain = (HIDDEN.sub("", " ".join(text.split())) for text in texts)
    return [line for text in plain for line in wrapped(text, f"{indent}# ", f"{indent}#   ")]
