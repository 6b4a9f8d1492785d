"""The words of a file as received: plain text as it is, pages of HTML, documents of Word and PDFs as text.

What reads HTML and PDF is installed by `make readers` and loaded only where such a file comes.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Any
from xml.etree import ElementTree

from bamboo.editing.name import Refused
from bamboo.kinds.library import LARGEST_SEED

RECEIVED = "seeds/received"  # the folder of files as they came, where they were no plain text
LARGEST = 4 * LARGEST_SEED  # bytes of a file as received: pictures in it are no text
# Tags in the first characters of a file, so many of which make it a page.
_TAGS = re.compile(
    rb"<!doctype html|</?(?:html|head|body|meta|div|span|p|a|h[1-6]|ul|li|table|script)\b", re.I
)
_BEGINNING, _FEW = 4000, 3
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RULER = re.compile(r"^[ |:-]*--[ |:-]*\n", re.MULTILINE)  # below the head of a table
_BLANKS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Received:
    """A text, the ending of the file that it was read from ("" for a plain text), and what read it."""

    text: bytes
    ending: str = ""
    by: str = ""


class _MissingError(Exception):
    """A package is not installed; the message is for the editor."""


def received(data: bytes, name: str) -> Received | Refused:
    """The words of a file of this name."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if len(data) > LARGEST:
        return Refused((f"{name} is larger than {LARGEST} bytes: no text to read.",))
    kind = _kind(data, ending)
    if kind == "":
        return Received(data)
    try:
        text, by = _READERS[kind](data)
    except _MissingError as error:
        return Refused((str(error),))
    except Exception as error:  # a broken file can break its reader anywhere
        said = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        return Refused((f"{name} cannot be read as {_CALLED[kind]}: {said}.",))
    text = _plain(text)
    if not text.strip():
        why = "its pages are pictures" if kind == "pdf" else "no text is in it"
        return Refused((f"{name} holds no text that can be read: {why}.", "Type or save the text by itself."))
    return Received(text.encode("utf-8"), kind, by)


def _kind(data: bytes, ending: str) -> str:
    """What a file is by its content, whatever its name says; "" for plain text."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\3\4"):
        return "docx"
    if ending in ("html", "htm") or len(_TAGS.findall(data[:_BEGINNING])) >= _FEW:
        return "html"
    return ending if ending in ("pdf", "docx") else ""


def _html(data: bytes) -> tuple[str, str]:
    module = _module("trafilatura", "a page of HTML")
    body = module.extract(data, include_comments=False, include_tables=True, favor_recall=True) or ""
    # The heading of the page is a line of its own above the text.
    about = module.extract_metadata(data)
    title = " ".join((about.title if about else None or "").split()) if about and about.title else ""
    body = _RULER.sub("", body)
    body = body.removeprefix(title).lstrip("\n") if title else body
    return f"{title}\n\n{body}" if title else body, "trafilatura"


def _pdf(data: bytes) -> tuple[str, str]:
    module = _module("pypdf", "a PDF")
    reader = module.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("it asks for a password")
    return "\n\n".join(page.extract_text() for page in reader.pages), "pypdf"


def _docx(data: bytes) -> tuple[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo("word/document.xml")
        if part.file_size > LARGEST:
            raise ValueError("it is too large")
        words = archive.read(part)
    if b"<!DOCTYPE" in words[:1000]:
        raise ValueError("it is no document of Word")
    body = ElementTree.fromstring(words).find(f"{_WORD}body")
    return "\n\n".join(_blocks(body) if body is not None else ()), ""


def _blocks(body: Any) -> Iterator[str]:
    """The paragraphs; a table as lines, its cells with `|` between them."""
    for block in body:
        if block.tag == f"{_WORD}tbl":
            yield "\n".join(
                " | ".join(" ".join(map(_words, cell.iter(f"{_WORD}p"))).strip() for cell in row)
                for row in ([*row.iter(f"{_WORD}tc")] for row in block.iter(f"{_WORD}tr"))
            )
        else:
            yield from (text for paragraph in block.iter(f"{_WORD}p") if (text := _words(paragraph)).strip())


def _words(paragraph: Any) -> str:
    signs = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
    return "".join(
        (piece.text or "") if piece.tag == f"{_WORD}t" else signs.get(piece.tag, "")
        for piece in paragraph.iter()
    )


def _plain(text: str) -> str:
    """A text as it is kept: composed letters, plain blanks and line ends, no more than one empty line."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n"))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.replace("\u00ad", "").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _module(name: str, what: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise _MissingError(
            f"To read {what}, the package {name} is needed: run `make readers` "
            f"(or: python3 -m pip --python .venv/bin/python install {name})."
        ) from None


_READERS: dict[str, Callable[[bytes], tuple[str, str]]] = {"html": _html, "pdf": _pdf, "docx": _docx}
_CALLED = {"html": "a page of HTML", "pdf": "a PDF", "docx": "a document of Word"}
