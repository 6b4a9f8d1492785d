"""A record as it was read, and what was found out about it, kept for as long as it is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import is_
from typing import Any, Generic, TypeVar

from bamboo import kinds
from bamboo.data.fields import Ref
from bamboo.data.records import Passage, Path, Record, declared, passages, references
from bamboo.data.yamlfile import Document
from bamboo.kinds.overview import OBSERVATIONS

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record, its id, and the document it was read from."""

    id: str
    record: R
    document: Document = field(repr=False)

    @property
    def file(self) -> str:
        return self.document.file

    @cached_property
    def references(self) -> tuple[tuple[Path, Ref, str], ...]:
        """Every id of another record inside, with its path."""
        return tuple(references(self.record))

    @cached_property
    def passages(self) -> tuple[tuple[Path, str, Passage], ...]:
        """Every passage inside, with its path and the id of the source that a quote names."""
        return tuple(passages(self.record))

    def __getstate__(self) -> dict[str, Any]:
        return {"id": self.id, "record": self.record, "document": self.document}


# What is found out to link claims. It is quicker made than kept.
LINKED = "linked"


class Known:
    """What was found out about single records, for the same records besides claims: see `Library.once`."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], tuple[Entry[Any], tuple[object, ...], Any]] = {}

    def once(self, what: str, entry: Entry[Any], make: Callable[[], T], beside: tuple[object, ...]) -> T:
        """What `make` gives, made once for the very same objects; the last ones of each file are kept."""
        held = self._found.get((what, entry.file))
        if held and held[0] is entry and len(held[1]) == len(beside) and all(map(is_, held[1], beside)):
            found: T = held[2]
            return found
        found = make()
        self._found[what, entry.file] = entry, beside, found
        return found

    def __getstate__(self) -> dict[str, Any]:
        return {"_found": {key: found for key, found in self._found.items() if key[0] != LINKED}}


def claims_named(entry: Entry[Any]) -> tuple[tuple[str, str], ...]:
    """The claims that a record refers to, by kind and id."""
    kind: type[Record] = type(entry.record)
    if not _may_refer(kind):
        return ()
    claims = _claims()
    named = ((one, target) for _, ref, target in entry.references for one in ref.kinds)
    return tuple((one, target) for one, target in named if one in claims)


@cache
def _may_refer(record: type[Record]) -> bool:
    return any(part.ref and not _claims().isdisjoint(part.ref.kinds) for _, part in declared(record))


@cache
def _claims() -> frozenset[str]:
    return frozenset({OBSERVATIONS, *(kind.name for kind in kinds.ALL if kind.holds_claims)})


def sources_quoted(entry: Entry[Any]) -> tuple[str, ...]:
    """The sources that a record quotes."""
    return tuple(dict.fromkeys(source for _, source, _ in entry.passages))


def same(found: Mapping[str, T], before: Mapping[str, T]) -> Mapping[str, T]:
    """What was there before, where it has the very same things in the same order."""
    alike = len(found) == len(before) and all(map(is_, found.values(), before.values()))
    return before if alike else found
