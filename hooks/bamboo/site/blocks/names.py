"""The names of a record besides its own."""

from __future__ import annotations

from typing import Any

from bamboo.data.records import Name
from bamboo.kinds.library import Entry
from bamboo.reading.names import all_names


def other_names(entry: Entry[Any]) -> tuple[Name, ...]:
    """Every name but the first, which is the page's heading."""
    return all_names(entry)[1:]
