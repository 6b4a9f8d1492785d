"""Which records became part of others: the two states have them and lack them, data/moved.yml says where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from bamboo.editing.diff.claims import Difference, Item, Merged, item
from bamboo.kinds.library import Library


@dataclass(frozen=True, slots=True)
class _Moves:
    """Where each old place leads in the end."""

    to: Mapping[str, str]

    def end(self, place: str) -> str:
        """The last place of a chain."""
        seen = set()
        while place in self.to and place not in seen:
            seen.add(place)
            place = self.to[place]
        return place


def with_merges(old: Library, new: Library, found: Difference, kinds: tuple[str, ...]) -> Difference:
    """The same difference, in which what was joined to another record is no longer among what was removed.

    A record of these kinds that the old state has and this program cannot read there is named without
    its words.
    """
    moves = _moves(new)
    renamed = {(one.item.kind, one.was) for one in found.renamed}
    gone = {_place(one.file): one for one in found.removed}
    unread = {(kind, ident) for kind, ident in old.unreadable if kind in kinds}
    parts: dict[str, list[Item]] = defaultdict(list)
    for place in sorted(moves.to):
        kind, ident = place.split("/")[0], PurePosixPath(place).name
        if place in gone:
            parts[moves.end(place)].append(gone[place])
        elif (kind, ident) in unread and ident not in new.of(kind) and (kind, ident) not in renamed:
            parts[moves.end(place)].append(Item(kind, ident, f"data/{place}.yml", "", {}))
    merged = []
    for place, items in sorted(parts.items()):
        into = item(new, place.split("/")[0], PurePosixPath(place).name)
        if into is not None:
            merged.append(Merged(into, tuple(items)))
    joined = {id(one) for group in merged for one in group.was}
    return replace(
        found,
        merged=tuple(merged),
        removed=tuple(one for one in found.removed if id(one) not in joined),
    )


def _moves(library: Library) -> _Moves:
    record = library.moves[0] if library.moves else None
    return _Moves({one.from_: one.to for one in record.moved} if record else {})


def _place(file: str) -> str:
    return file.removeprefix("data/").removesuffix(".yml")
