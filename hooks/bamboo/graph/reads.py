"""What is read of a graph, noted for each page or file that is made of it.

A reading is a key. It is known by a number, because millions are noted, of few different ones.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias, TypeVar

K = TypeVar("K")
V = TypeVar("V")

# What was asked, and of what: of all where that is None.
Key = tuple[str, Any]

# Numbers of readings in little room, as machine words of this type.
WORD = "I"
Numbers: TypeAlias = "array[int]"

ORDER = " in order"
# What became of a file: see `History.files`.
CHANGED = "changed"


class Reads:
    """What is read, gathered for one thing after the other. The number of a reading is its place among all
    that were noted, which begin with `keys`."""

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        self._numbers = {key: number for number, key in enumerate(keys)}
        self._open: list[set[int]] = []

    def __iter__(self) -> Iterator[Key]:
        """All readings, in the order of their numbers."""
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, key: Key) -> int:
        """That of a reading, which may be new."""
        return self._numbers.setdefault(key, len(self._numbers))

    def note(self, key: Key) -> None:
        """Note a reading, if it is for anything."""
        if self._open:
            self._open[-1].add(self._numbers.setdefault(key, len(self._numbers)))

    def pass_on(self, numbers: Collection[int]) -> None:
        """Note what was read when something was made that is used again."""
        if self._open:
            self._open[-1].update(numbers)

    @contextmanager
    def gather(self) -> Iterator[set[int]]:
        """What is read within."""
        self._open.append(set())
        try:
            yield self._open[-1]
        finally:
            self._open.pop()


class Noted(Mapping[K, V]):
    """A mapping that notes what is asked of it."""

    def __init__(self, name: str, of: Mapping[K, V], reads: Reads) -> None:
        self._name, self._of, self._note = name, of, reads.note

    def __getitem__(self, key: K) -> V:
        self._note((self._name, key))
        return self._of[key]

    def __iter__(self) -> Iterator[K]:
        self._note((self._name + ORDER, None))
        return iter(self._of)

    def __len__(self) -> int:
        self._note((self._name + ORDER, None))
        return len(self._of)

    def values(self) -> Any:
        self._note((self._name, None))
        return self._of.values()

    def items(self) -> Any:
        self._note((self._name, None))
        return self._of.items()
