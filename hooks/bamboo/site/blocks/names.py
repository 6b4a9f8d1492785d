"""The names of a record besides its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bamboo.data.records import Name
from bamboo.kinds.expansion import by_editors
from bamboo.kinds.library import Entry
from bamboo.kinds.partner import Partner
from bamboo.kinds.term import Term
from bamboo.reading.names import all_names, in_vietnamese

# Beside a name that no source prints.
BY_EDITORS = "expanded by the editors"


@dataclass(frozen=True, slots=True)
class Expansion:
    """What an acronym is short for. `by` says that it is the editors', where no source prints it."""

    text: str
    by: str


def expansion(record: Partner | Term) -> Expansion | None:
    """What a record's name is short for, if it is short for anything."""
    if not record.expansion:
        return None
    return Expansion(record.expansion, BY_EDITORS if by_editors(record, record.expansion) else "")


def names_besides(entry: Entry[Any]) -> tuple[Name, ...]:
    """Every name but those of the heading, of which one may be in Vietnamese, and the expansion, which has a
    line of its own."""
    elsewhere = {in_vietnamese(entry), getattr(entry.record, "expansion", None)}
    return tuple(name for name in other_names(entry) if name.name not in elsewhere)


def fitting(name: str, entry: Entry[Any] | None, room: int) -> str:
    """A record's name, or another where only that has room for all its letters; no name is cut."""
    others = all_names(entry) if entry else ()
    names = (name, *(other.name for other in others if other.lang == "en"))
    return next((one for one in names if len(one) <= room), name)


def other_names(entry: Entry[Any]) -> tuple[Name, ...]:
    """Every name but the first."""
    return all_names(entry)[1:]
