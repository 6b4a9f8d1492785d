"""An index: records in groups, each with a line about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A record in an index, with a line about it."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Records under a heading."""

    anchor: str
    heading: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """A list of records in groups."""

    lead: str
    groups: tuple[IndexGroup, ...]


def by_name(entries: Iterable[IndexEntry]) -> tuple[IndexEntry, ...]:
    """Entries in the order of an index."""
    return tuple(links.alphabetical(entries, lambda entry: entry.link.label))
