"""Reads the query set: what people type, and the pages any of which is the answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent
DEVELOPMENT, HELD_OUT = "development", "held-out"
HALVES = (DEVELOPMENT, HELD_OUT)
NOTHING = "nothing"
CLASSES = (
    "plain",
    "figures",
    "people-and-roles",
    "synonyms",
    "vietnamese",
    "vietnamese-without-diacritics",
    "typos",
    "acronyms",
    "prefixes",
    "phrases",
    NOTHING,
)


@dataclass(frozen=True)
class Query:
    """What is typed. `expect` holds addresses in the site; it is empty where nothing may be found."""

    text: str
    kind: str
    expect: tuple[str, ...]


@cache
def read(half: str) -> tuple[Query, ...]:
    """One half of the set, as it stands in its file."""
    rows = YAML(typ="safe").load((FOLDER / f"{half}.yml").read_text(encoding="utf-8"))
    return tuple(Query(row["query"], row["class"], tuple(row["expect"])) for row in rows)
