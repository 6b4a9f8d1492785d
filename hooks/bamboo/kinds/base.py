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

    `schema_org` is its type there, where it has another than the rest of its kind. `apart`: its names are
    read by themselves, the longest alone: a "comprehensive strategic partnership" is no "strategic
    partnership". `gap` says what it means that no claim about a year names one of its records.
    """

    name: str
    heading: str
    schema_org: str = ""
    apart: bool = False
    gap: str = ""

    @property
    def in_order(self) -> str:
        """What the row of pages is called that these records are in."""
        return f"{self.heading}, A–Z"


@dataclass(frozen=True, slots=True)
class Published:
    """How public data has a record's own fields, where not just as its file has them.

    `renamed`: pairs of a field and its name there. `shown_whole`: fields left out for a text that may not be
    shown whole. `spellings`: the names that sources use are added.
    """

    renamed: tuple[tuple[str, str], ...] = ()
    shown_whole: tuple[str, ...] = ()
    spellings: bool = False


@dataclass(frozen=True, slots=True)
class Kind(Generic[R]):
    """A kind of record. The program has no other list of kinds than `kinds.ALL`."""

    name: str
    """Its folder in data/, and its key in code and in public data."""
    record: type[R]
    """The fields of its records."""
    one: str
    """An editor's word for one of them."""
    label: str
    """A reader's word for one of them."""
    section: str
    """The heading of its pages."""
    address: str
    """The folder of its pages on the site."""
    template: str
    """What makes the page of one of them, in site/pages/."""
    asked: str = ""
    """Words that people add to a name when they look for such a record."""
    schema_org: str = "Thing"
    """Its type in linked data."""
    sorts: tuple[Sort, ...] = ()
    """The values of its field `kind`, in the order of pages, if it has one."""
    holds_claims: bool = False
    """Its records are claims, or hold them."""
    by_year: bool = False
    """Its files are in folders of years."""
    single: bool = False
    """Its one record is data/<name>.yml."""
    used: bool = True
    """A claim has to refer to each of them, or a record that a claim refers to."""
    loose: bool = False
    """Its names are read with small or capital letters, and inside one another."""
    sought: bool = False
    """Everyone who is named in words that claims quote is in one of these claims."""
    proper: bool = False
    """Its names are proper names, for which a mistyped word is taken first."""
    published: Published = Published()
    """How public data has its fields."""

    def __post_init__(self) -> None:
        """A field that is held against quotes is in a record that has some."""
        for path, part in declared(self.record):
            if isinstance(part.policy, Held) and not has_quotes(self.record):
                raise TypeError(
                    f"{self.record.__name__}.{'.'.join(path)} is held against quotes, and there are none."
                )

    @property
    def file(self) -> str:
        """The file of its one record."""
        return f"data/{self.name}.yml"

    def sort(self, name: str) -> Sort:
        """The sort of this name."""
        return next(sort for sort in self.sorts if sort.name == name)
