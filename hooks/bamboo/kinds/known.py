"""What was found out about records, kept for as long as they are the same."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Container, Mapping
from operator import is_
from typing import Any, TypeVar

from bamboo.kinds.entry import Entry

T = TypeVar("T")

# What is found out to link claims, where quotes are, of which words names are: quicker made than kept.
LINKED, LOCATED, NAMED = "linked", "located", "words of names"
_NOT_KEPT = frozenset((LINKED, LOCATED, NAMED))


class State:
    """A library as it was when something was asked of all its records."""

    clean = False
    """Whether all was asked of it and nothing was found wrong."""


class Known:
    """What was found out about single records, for the same records besides claims: see `Library.once`."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], tuple[Entry[Any], tuple[object, ...], Any]] = {}
        self._told: dict[str, tuple[State, Mapping[str, tuple[Any, ...]]]] = {}
        # The same of another command, unpickled when it is asked for.
        self._kept: dict[str, tuple[State, bytes]] = {}
        self._before: frozenset[str] = frozenset()

    def without(self, files: Container[str]) -> Known:
        """The same without what is known of the records of some files."""
        found = Known()
        found.__dict__.update(self.__dict__)
        found._found = {key: held for key, held in self._found.items() if key[1] not in files}
        found._told, found._kept = {**self._told}, {**self._kept}
        return found

    def once(self, what: str, entry: Entry[Any], make: Callable[[], T], beside: tuple[object, ...]) -> T:
        """What `make` gives, made once for the very same objects; the last ones of each file are kept."""
        held = self._found.get((what, entry.file))
        if held and held[0] is entry and len(held[1]) == len(beside) and all(map(is_, held[1], beside)):
            found: T = held[2]
            return found
        found = make()
        self._found[what, entry.file] = entry, beside, found
        return found

    @property
    def has_grown(self) -> bool:
        """Whether more is known of all records than when this was kept."""
        return not self._told.keys() <= self._before | _NOT_KEPT

    def told(self, what: str) -> tuple[State, Mapping[str, tuple[Any, ...]]] | None:
        """What was found out about all records by file, where there was something, and when."""
        if what in self._kept:
            state, kept = self._kept.pop(what)
            self._told[what] = state, pickle.loads(kept)
        return self._told.get(what)

    def tell(self, what: str, state: State, told: Mapping[str, tuple[Any, ...]]) -> None:
        """Keep in mind what was found out about all records."""
        self._kept.pop(what, None)
        self._told[what] = state, told

    def __getstate__(self) -> dict[str, Any]:
        left_out = self._told.keys() | self._kept.keys() | _NOT_KEPT
        told = {
            what: (state, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
            for what, (state, found) in self._told.items()
            if what not in _NOT_KEPT
        }
        return {
            "_found": {key: found for key, found in self._found.items() if key[0] not in left_out},
            "_told": {},
            "_kept": self._kept | told,
            "_before": frozenset(self._kept | told),
        }
