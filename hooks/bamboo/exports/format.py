"""What a format of public data is: its name, media type, explanation, and the files it makes of a graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from bamboo.graph import addresses
from bamboo.graph.claims import Graph

FOLDER = addresses.DATA

Described = dict[str, Any]

# What the data package says of every file that holds rows or objects with fields.
TABULAR: Described = {"profile": "tabular-data-resource", "encoding": "utf-8"}


@dataclass(frozen=True, slots=True)
class File:
    """A file of public data.

    `description` says in a few words what it holds, `count` how much of it ("" where that says nothing).
    `one_of` names the series a file belongs to where a format makes many of one form. `described` is what the
    data package says of it besides: for tables and lists, their fields.
    """

    address: str
    description: str
    content: bytes
    count: str = ""
    one_of: str = ""
    described: Described = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """What one kind of file of a format, or one part of its files, looks like."""

    name: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Given:
    """What files are made from. `site_url` is where the site will be, if that is known; `made` is what the
    formats before this one in the list have made."""

    graph: Graph
    site_url: str = ""
    made: tuple[Made, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format of public data. In explanations, words between backticks are code.

    `ending` is its name in the data package. `standard` is the name and address of the text that defines
    the format, where an explanation alone would not do. `is_data` is false where the files hold no claims.
    """

    name: str
    ending: str
    media_type: str
    explanation: str
    files: Callable[[Given], Iterable[File]]
    parts: tuple[Part, ...] = ()
    standard: tuple[str, str] | None = None
    is_data: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """A format and the files it made."""

    format: Format
    files: tuple[File, ...]
