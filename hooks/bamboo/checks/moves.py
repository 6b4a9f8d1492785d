"""Every old address in data/moved.yml is free, is there once and leads straight to a record."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.data.locations import Finding, Location, nearest
from bamboo.data.yamlfile import Document
from bamboo.kinds.library import Library
from bamboo.kinds.moved import FILE, Moves

RULE = "moved"


def check(library: Library) -> Iterator[Finding]:
    """Old addresses that are taken, named twice, or lead nowhere."""
    if library.moves is None:
        return
    record, document = library.moves
    places = {entry.file.removeprefix("data/").removesuffix(".yml") for _, entry in library.entries()}
    first: dict[str, Location] = {}
    for old, location in _old(record, document):
        if old in first:
            yield Finding(
                location,
                RULE,
                f"`{old}` is here twice; the first is on line {first[old].line}.",
                "Keep one.",
                code="twice",
            )
        elif old in places:
            yield Finding(
                location,
                RULE,
                f"`{old}` is said to be gone, and data/{old}.yml is there.",
                "Delete this line, or the file.",
                code="still-there",
            )
        first.setdefault(old, location)
    forward = {move.from_: move.to for move in record.moved}
    for target, location in _targets(record, document):
        if target not in places:
            yield _nowhere(target, location, forward, places)


def _nowhere(target: str, location: Location, forward: dict[str, str], places: set[str]) -> Finding:
    if target in forward:
        return Finding(
            location,
            RULE,
            f"`{target}` has itself moved to `{forward[target]}`.",
            "Lead straight there.",
            code="moved-on",
        )
    guess = nearest(target, places)
    return Finding(
        location,
        RULE,
        f"There is no data/{target}.yml to lead to.",
        f"Did you mean `{guess}`?" if guess else f"Name a record, or list it under `removed` in {FILE}.",
        code="leads-nowhere",
    )


def _old(record: Moves, document: Document) -> Iterator[tuple[str, Location]]:
    for index, move in enumerate(record.moved):
        yield move.from_, document.location("moved", index, "from")
    for index, gone in enumerate(record.removed):
        yield gone.was, document.location("removed", index, "was")


def _targets(record: Moves, document: Document) -> Iterator[tuple[str, Location]]:
    for index, move in enumerate(record.moved):
        yield move.to, document.location("moved", index, "to")
    for index, gone in enumerate(record.removed):
        for at, see in enumerate(gone.see):
            yield see, document.location("removed", index, "see", at)
