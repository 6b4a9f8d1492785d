"""Reads the query set: what people type, and the pages any of which is the answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent
DEVELOPMENT, HELD_OUT = "development", "held-out"
HALVES = (DEVELOPMENT, HELD_OUT)
# The second set: queries as people type them. Its halves are files of their own.
TYPED = {half: f"typed-{half}" for half in HALVES}
# More of them in three classes, from which nothing is held out.
FRESH = "typed-fresh"
# More questions that only judge, for shares that the few of the held-out half cannot tell apart.
LATER = "typed-later"
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
TYPED_CLASSES = (
    "questions-in-english",
    "questions-in-vietnamese",
    "vietnamese-sentences-and-compounds",
    "dates",
    "superfluous-words",
    "mistyped-vietnamese",
    "expansions-and-common-names",
    "adjectives-of-countries",
    "offices-with-a-country",
    "lists",
    "quoted-stretches",
    "pasted-text",
    "odd-signs",
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
    """One half of a set, as it is in its file: one of `HALVES`, one of `TYPED`, `FRESH` or `LATER`."""
    rows = YAML(typ="safe").load((FOLDER / f"{half}.yml").read_text(encoding="utf-8"))
    return tuple(Query(row["query"], row["class"], tuple(row["expect"])) for row in rows)


def never_absent() -> dict[str, list[str]]:
    """Vietnamese words for which no country may be called absent, by the country they could be taken for."""
    found: dict[str, list[str]] = YAML(typ="safe").load(
        (FOLDER / "never-absent.yml").read_text(encoding="utf-8")
    )
    return found
