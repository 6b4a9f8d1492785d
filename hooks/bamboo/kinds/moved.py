"""data/moved.yml: old addresses that go on leading somewhere, and why a claim was removed."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import Field

from bamboo import kinds
from bamboo.data.fields import ID_SHAPE, Line, Shape, Yes
from bamboo.data.proof import Remark, Unproven
from bamboo.data.records import Record

FILE = "data/moved.yml"
_YEAR = r"\d{4}/"

RecordPath = Annotated[
    str,
    Shape(
        "|".join(
            f"{kind.name}/{_YEAR if kind.by_year else ''}{ID_SHAPE}" for kind in kinds.ALL if not kind.single
        ),
        "the file of a record without data/ and .yml, such as themes/trade or facts/2024/forum-held",
    ),
]

T = TypeVar("T")
Leading = Annotated[T, Unproven("the rule on moved records follows it")]


class Moved(Record):
    """A record that has another name now, or was joined to another."""

    from_: Leading[RecordPath] = Field(alias="from")
    """What it was called: its file without `data/` and `.yml`."""
    to: Leading[RecordPath]
    """The record that replaces it."""
    renamed: Leading[Yes] = False
    """`true` where it is the same record under another name: calendars and lists of references go on knowing
    it by its first one. Not where it was joined to a record that was there before."""


class Removed(Record):
    """A record that is no more."""

    was: Leading[RecordPath]
    """What it was called: its file without `data/` and `.yml`."""
    why: Remark[Line]
    """Why it was removed, in a sentence for readers who come by an old link."""
    see: Leading[list[RecordPath]] = Field(default_factory=list)
    """Records that may help them instead."""


class Moves(Record):
    """Every address that was once published and that no record has any more."""

    moved: list[Moved] = Field(default_factory=list)
    """Records renamed or joined."""
    removed: list[Removed] = Field(default_factory=list)
    """Records removed."""
