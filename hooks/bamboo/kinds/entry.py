"""A record as it was read, and what it refers to."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import is_
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bamboo import kinds
from bamboo.data.fields import Ref
from bamboo.data.records import Passage, Path, Record, declared, passages, references
from bamboo.data.yamlfile import Document
from bamboo.kinds.overview import FIELDS, OBSERVATIONS

R = TypeVar("R", bound=Record)
T = TypeVar("T")


_KEPT = "kept"


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record, its id, and the document it was read from. One that was kept is unpickled when it is used."""

    id: str
    record: R
    document: Document = field(repr=False)

    @cached_property
    def file(self) -> str:
        """The name of its file."""
        return self.document.file

    @cached_property
    def kind(self) -> str:
        """The name of its kind."""
        return kinds.of_file(self.file)[0]

    @cached_property
    def references(self) -> tuple[tuple[Path, Ref, str], ...]:
        """Every id of another record inside, with its path."""
        return tuple(references(self.record))

    @cached_property
    def passages(self) -> tuple[tuple[Path, str, Passage], ...]:
        """Every passage inside, with its path and the id of the source that a quote names."""
        return tuple(passages(self.record))

    @property
    def raw(self) -> bytes:
        """Bytes that have each text of it in UTF-8."""
        return bytes(self._content)

    @property
    def _content(self) -> bytes | memoryview:
        held: bytes | memoryview | None = self.__dict__.get(_KEPT)
        return held or pickle.dumps((self.record, self.document), pickle.HIGHEST_PROTOCOL)

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """Its content is bytes of their own, which need not be copied to be kept."""
        kept = self._content
        return _again, (self.id, self.file, pickle.PickleBuffer(kept) if protocol >= 5 else bytes(kept))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """What has not been unpickled yet."""
            if name not in ("record", "document") or _KEPT not in self.__dict__:
                raise AttributeError(name)
            record, document = pickle.loads(self.__dict__[_KEPT])
            self.__dict__.update(record=record, document=document)
            del self.__dict__[_KEPT]
            return self.__dict__[name]


def _again(ident: str, file: str, kept: bytes | memoryview) -> Entry[Any]:
    entry = Entry.__new__(Entry)
    entry.__dict__.update(id=ident, file=file, **{_KEPT: kept})
    return entry


def claims_named(entry: Entry[Any]) -> tuple[tuple[str, str], ...]:
    """The claims that a record refers to, by kind and id."""
    kind: type[Record] = type(entry.record)
    if not may_refer(kind):
        return ()
    claims = _claims()
    named = ((one, target) for _, ref, target in entry.references for one in ref.kinds)
    return tuple((one, target) for one, target in named if one in claims)


@cache
def may_refer(record: type[Record]) -> bool:
    """Whether records of this kind can refer to claims."""
    return any(part.ref and not _claims().isdisjoint(part.ref.kinds) for _, part in declared(record))


@cache
def _claims() -> frozenset[str]:
    return frozenset({OBSERVATIONS, *(kind.name for kind in kinds.ALL if kind.holds_claims)})


def sources_quoted(entry: Entry[Any]) -> tuple[str, ...]:
    """The sources that a record quotes."""
    return tuple(dict.fromkeys(source for _, source, _ in entry.passages))


# Fields of a record that no rule reads to find out about another one: where nothing else has changed, what is
# known of others holds.
_OWN = frozenset((*FIELDS, "set_aside"))


def alike(found: Mapping[str, Entry[Any]], before: Mapping[str, Entry[Any]]) -> bool:
    """Whether records say the same to all others as they did before."""
    return found is before or (
        [*found] == [*before] and all(map(same_to_others, found.values(), before.values()))
    )


def same_to_others(entry: Entry[Any], other: Entry[Any]) -> bool:
    """Whether a record says the same to all others as another one of its id."""
    if entry is other:
        return True
    fields = type(entry.record).model_fields.keys() - _OWN
    return (
        entry.file == other.file
        and type(entry.record) is type(other.record)
        and all(getattr(entry.record, field) == getattr(other.record, field) for field in fields)
    )


def same(found: Mapping[str, T], before: Mapping[str, T]) -> Mapping[str, T]:
    """What was there before, where it has the very same things in the same order."""
    alike = len(found) == len(before) and all(map(is_, found.values(), before.values()))
    return before if alike else found
