"""What a kind of record is: its words, its places and its ways, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from bamboo.data.proof import Held
from bamboo.data.records import Record, declared, has_quotes

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Sort:
    """A value of a record's field `kind`: under which heading pages list its records.

    `row` says in which order a page stands among its neighbours; `schema_org` is its type there, where
    it has another than the rest of its kind. `apart`: its names are read by themselves, the longest alone:
    a "comprehensive strategic partnership" is no "strategic partnership".
    """

    name: str
    heading: str
    schema_org: str = ""
    row: str = ""
    apart: bool = False

    @property
    def in_order(self) -> str:
        """What the row of pages is called that these records stand in."""
        return self.row or f"{self.heading}, A–Z"


@dataclass(frozen=True, slots=True)
class Kind(Generic[R]):
    """A kind of record. The program has no other list of kinds than `kinds.ALL`.

    `name` is its folder in data/ and its key in code and public data. `one` is an editor's word for a
    record, `label` a reader's, `section` the heading of its pages; `address` is their folder on the site
    and `template` makes one of them. `asked` are words that people add to a name when they look for such
    a record. `proper`: its names are proper names, for which a mistyped word is taken first.
    `sorts` are the values of its field `kind`, in the order of pages, if it has one.

    `holds_claims`: its records are claims, or hold them. `by_year`: its files are in folders of years.
    `loose`: its names are read with small or capital letters, and inside one another. `sought`: whoever is
    named in words that claims rest on is in one of these claims.
    """

    name: str
    record: type[R]
    one: str
    label: str
    section: str
    address: str
    template: str
    asked: str = ""
    schema_org: str = "Thing"
    sorts: tuple[Sort, ...] = ()
    proper: bool = False
    holds_claims: bool = False
    by_year: bool = False
    loose: bool = False
    sought: bool = False

    def __post_init__(self) -> None:
        """A field that is held against quotes is in a record that has some."""
        for path, marks in declared(self.record):
            if any(isinstance(mark, Held) for mark in marks) and not has_quotes(self.record):
                raise TypeError(
                    f"{self.record.__name__}.{'.'.join(path)} is held against quotes, and there are none."
                )

    def sort(self, name: str) -> Sort:
        """The sort of this name."""
        return next(sort for sort in self.sorts if sort.name == name)
