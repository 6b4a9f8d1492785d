"""Claims and entities of two libraries side by side: added, removed, renamed, changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from bamboo import kinds
from bamboo.data.seed import fold_text
from bamboo.editing.diff.fields import Change, Renames, Values, changes, values
from bamboo.graph import wording
from bamboo.kinds.indicator import observation_id
from bamboo.kinds.library import Entry, Library
from bamboo.reading.names import all_names

ENTITIES = tuple(kind.name for kind in kinds.SUBJECTS)
ALIKE = 0.5  # how much of two sentences must be the same for one to be the other's rewording
Quotes = tuple[tuple[str, str], ...]  # (source, words)


@dataclass(frozen=True)
class Item:
    """A claim or an entity of one library. `text` is the claim, or the name; `said` who says a claim."""

    kind: str
    id: str
    file: str
    text: str
    values: Values
    quotes: Quotes = ()
    said: str = ""


@dataclass(frozen=True)
class Changed:
    """An item in both libraries. `was` is its old id where that has changed."""

    item: Item
    was: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Merged:
    """Items that became part of another."""

    into: Item
    was: tuple[Item, ...]


@dataclass(frozen=True)
class Difference:
    """What became of one kind of items; each list in order of file and id."""

    added: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    renamed: tuple[Changed, ...] = ()
    changed: tuple[Changed, ...] = ()
    merged: tuple[Merged, ...] = ()

    @property
    def many(self) -> int:
        """How many items are not as they were."""
        return len(self.added) + len(self.removed) + len(self.renamed) + len(self.changed) + self.joined

    @property
    def joined(self) -> int:
        """How many items became part of others."""
        return sum(len(group.was) for group in self.merged)


def entities(old: Library, new: Library) -> tuple[Difference, Renames]:
    """Records that claims are about, and which of them have another id now."""
    found = []
    renames: dict[tuple[str, str], str] = {}
    for kind in ENTITIES:
        # A figure's observations are claims; they are compared with the claims.
        before = {ident: _entity(kind, entry) for ident, entry in old.of(kind).items()}
        after = {ident: _entity(kind, entry) for ident, entry in new.of(kind).items()}
        difference = _compare(before, after, _unread(kind, old), _unread(kind, new), _same_entity)
        renames |= {(kind, changed.was): changed.item.id for changed in difference.renamed}
        found.append(difference)
    again = []
    for kind, first in zip(ENTITIES, found, strict=True):
        # Once more, now that the other kinds' renames are known: what only follows them is no change.
        before = {ident: _entity(kind, entry, renames) for ident, entry in old.of(kind).items()}
        again.append(_again(first, before))
    return _joined(again), renames


def facts(old: Library, new: Library, renames: Renames) -> Difference:
    """Facts; one of another id on the same quotes is the same fact renamed."""
    return _compare(
        {ident: _fact(old, entry, renames) for ident, entry in old.facts.items()},
        {ident: _fact(new, entry) for ident, entry in new.facts.items()},
        _unread("facts", old),
        _unread("facts", new),
        _same_claim,
    )


def observations(old: Library, new: Library, renames: Renames) -> Difference:
    """Observations of figures, likewise."""
    before, after = dict(_observed(old, renames)), dict(_observed(new, {}))
    figures_old, figures_new = _unread("indicators", old), _unread("indicators", new)
    return _compare(
        {key: item for key, item in before.items() if item.values["figure"] not in figures_new},
        {key: item for key, item in after.items() if item.values["figure"] not in figures_old},
        set(),
        set(),
        _same_claim,
    )


def names(old: Library, new: Library) -> tuple[tuple[str, str, str], ...]:
    """(name, kind, id) for every name that no record had before."""
    known = {name.name for kind in ENTITIES for entry in old.of(kind).values() for name in all_names(entry)}
    return tuple(
        (name.name, kind, entry.id)
        for kind in ENTITIES
        for entry in new.of(kind).values()
        for name in all_names(entry)
        if name.name not in known and (kind, entry.id) not in old.unreadable
    )


def item(library: Library, kind: str, ident: str) -> Item | None:
    """A fact or another record as it is compared, if it is there and can be read."""
    entry = library.of(kind).get(ident)
    if entry is None:
        return None
    return _fact(library, entry) if kind == "facts" else _entity(kind, entry)


def _entity(kind: str, entry: Entry[Any], renames: Renames | None = None) -> Item:
    filled = values(entry.record, renames)
    filled.pop("observations", None)
    return Item(kind, entry.id, entry.file, all_names(entry)[0].name, filled)


def _fact(library: Library, entry: Entry[Any], renames: Renames | None = None) -> Item:
    filled = values(entry.record, renames)
    quotes, said = _quotes(filled.get("evidence", [])), wording.speakers(library, entry.record)
    text = wording.fact(library, entry.record)
    return Item("facts", entry.id, entry.file, text, filled, quotes, wording.named(said))


def _observed(library: Library, renames: Renames) -> Iterable[tuple[str, Item]]:
    for entry in library.indicators.values():
        figure = renames.get(("indicators", entry.id), entry.id)
        filled = values(entry.record, renames)
        for record, observation in zip(entry.record.observations, filled["observations"], strict=True):
            ident = observation_id(figure, record.period)
            text = wording.observation(entry.record, record)
            shown = {"figure": figure, **observation}
            yield (
                ident,
                Item("observations", ident, entry.file, text, shown, _quotes(observation["reports"])),
            )


def _quotes(rows: Iterable[Mapping[str, Any]]) -> Quotes:
    return tuple((row["source"], row["quote"]) for row in rows)


def _unread(kind: str, library: Library) -> set[str]:
    return {ident for other, ident in library.unreadable if other == kind}


Similarity = Callable[[Item, Item], float]


def _compare(
    old: Mapping[str, Item],
    new: Mapping[str, Item],
    unread_old: set[str],
    unread_new: set[str],
    same: Similarity,
) -> Difference:
    """What could not be read on one side has neither come nor gone."""
    gone = [item for ident, item in old.items() if ident not in new and ident not in unread_new]
    come = [item for ident, item in new.items() if ident not in old and ident not in unread_old]
    renamed = [Changed(b, a.id, tuple(changes(a.values, b.values))) for a, b in _pairs(gone, come, same)]
    before, after = {one.was for one in renamed}, {one.item.id for one in renamed}
    both = [(old[ident], item) for ident, item in new.items() if ident in old]
    changed = [Changed(b, "", found) for a, b in both if (found := tuple(changes(a.values, b.values)))]
    return Difference(
        tuple(sorted((item for item in come if item.id not in after), key=_place)),
        tuple(sorted((item for item in gone if item.id not in before), key=_place)),
        tuple(sorted(renamed, key=lambda one: _place(one.item))),
        tuple(sorted(changed, key=lambda one: _place(one.item))),
    )


def _again(first: Difference, old: Mapping[str, Item]) -> Difference:
    """The same difference, with the old values in the new ids."""

    def over(those: Sequence[Changed]) -> Iterable[Changed]:
        for one in those:
            before = old[one.was or one.item.id]
            yield Changed(one.item, one.was, tuple(changes(before.values, one.item.values)))

    changed = tuple(one for one in over(first.changed) if one.changes)
    return Difference(first.added, first.removed, tuple(over(first.renamed)), changed)


def _joined(parts: Iterable[Difference]) -> Difference:
    every = list(parts)
    return Difference(
        tuple(item for part in every for item in part.added),
        tuple(item for part in every for item in part.removed),
        tuple(one for part in every for one in part.renamed),
        tuple(one for part in every for one in part.changed),
    )


def _place(item: Item) -> tuple[str, str]:
    return item.file, item.id


def _pairs(gone: Sequence[Item], come: Sequence[Item], same: Similarity) -> list[tuple[Item, Item]]:
    """Each old item with the new one that is most like it, the likest pairs first."""
    by_key: dict[object, list[Item]] = defaultdict(list)
    for item in come:
        for key in _keys(item):
            by_key[key].append(item)
    scored = []
    for before in gone:
        near = {id(item): item for key in _keys(before) for item in by_key.get(key, ())}
        scored += [(same(before, item), before, item) for item in near.values()]
    scored.sort(key=lambda row: (-row[0], row[1].id, row[2].id))
    pairs: list[tuple[Item, Item]] = []
    taken: set[str] = set()
    for score, before, after in scored:
        if score > 0 and f"-{before.id}" not in taken and f"+{after.id}" not in taken:
            taken |= {f"-{before.id}", f"+{after.id}"}
            pairs.append((before, after))
    return pairs


def _keys(item: Item) -> list[object]:
    """What an item and its renamed self have in common: a quote; a name; a country's code; a seed."""
    if item.quotes:
        return list(item.quotes)
    return [fold_text(item.text).casefold(), *(item.values[k] for k in ("iso", "seed") if k in item.values)]


def _same_entity(_one: Item, _other: Item) -> float:
    return 1.0


def _same_claim(one: Item, other: Item) -> float:
    """On the same quotes and at least half in the same words, or in the same words on some of the quotes."""
    alike = SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()
    if set(one.quotes) == set(other.quotes):
        return alike if alike >= ALIKE else 0.0
    return alike if one.text == other.text else 0.0
