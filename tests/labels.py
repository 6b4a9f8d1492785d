"""What a thing is called in the report of a test that goes through many."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def label_of(*things: object) -> str:
    """A record by its id, a file by its last two names, all else by how it is written, cut to a line."""
    return ", ".join(map(_one, things))


def _one(thing: object) -> str:
    if isinstance(thing, Mapping) and "id" in thing:
        return str(thing["id"])
    if isinstance(thing, Path):
        return "/".join(thing.parts[-2:])
    return " ".join(str(thing).split())[:80]
