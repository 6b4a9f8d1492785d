"""Every old address in data/moved.yml is free, stands there once and leads straight to a record."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.load import Library
from bamboo.moves import FILE, Moves
from bamboo.spots import Finding, Spot, nearest
from bamboo.yamlfile import Document

RULE = "moved"


def check(library: Library) -> Iterator[Finding]:
    """Old addresses that are taken, named twice, or lead nowhere."""
    if library.moves is None:
        return
    record, document = library.moves
    places = {entry.file.removeprefix("data/").removesuffix(".yml") for _, entry in library.entries()}
    first: dict[str, Spot] = {}
    for old, spot in _old(record, document):
        if old in first:
            yield Finding(
                spot, RULE, f"`{old}` stands here twice; the first is on line {first[old].line}.", "Keep one."
            )
        elif old in places:
            yield Finding(
                spot,
                RULE,
                f"`{old}` is said to be gone, and data/{old}.yml is there.",
                "Delete this line, or the file.",
            )
        first.setdefault(old, spot)
    forward = {move.from_: move.to for move in record.moved}
    for target, spot in _targets(record, document):
        if target not in places:
            yield _nowhere(target, spot, forward, places)


def _nowhere(target: str, spot: Spot, forward: dict[str, str], places: set[str]) -> Finding:
    if target in forward:
        return Finding(
            spot, RULE, f"`{target}` has itself moved to `{forward[target]}`.", "Lead straight there."
        )
    guess = nearest(target, places)
    return Finding(
        spot,
        RULE,
        f"There is no data/{target}.yml to lead to.",
        f"Did you mean `{guess}`?" if guess else f"Name a record, or list it under `removed` in {FILE}.",
    )


def _old(record: Moves, document: Document) -> Iterator[tuple[str, Spot]]:
    for index, move in enumerate(record.moved):
        yield move.from_, document.spot("moved", index, "from")
    for index, gone in enumerate(record.removed):
        yield gone.was, document.spot("removed", index, "was")


def _targets(record: Moves, document: Document) -> Iterator[tuple[str, Spot]]:
    for index, move in enumerate(record.moved):
        yield move.to, document.spot("moved", index, "to")
    for index, gone in enumerate(record.removed):
        for at, see in enumerate(gone.see):
            yield see, document.spot("removed", index, "see", at)
