"""The navigation as the page table has it: its doors, and the door that each page is behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.graph import addresses
from bamboo.site.pagekind import Each, One, Row
from bamboo.site.table import TABLE

Item = dict[str, "str | list[Item]"]

# In this order; a page that is in no menu is behind the second.
DOORS = ("Home", "Explore", "Timeline", "Figures", "Compare", "Sources", "About")
_ELSEWHERE = DOORS[1]


def navigation(table: Iterable[Row] = TABLE) -> list[Item]:
    """Doors with their pages, in the form that MkDocs reads from its settings.

    A door that is not in the list comes after those that are.
    """
    found: dict[str, str | list[Item]] = {}
    for row in listed(table):
        assert row.menu
        page = addresses.markdown(row.address)
        if not row.menu.group:
            found[row.menu.label] = page
        else:
            behind = found.setdefault(row.menu.group, [])
            assert isinstance(behind, list)
            behind.append({row.menu.label: page})
    order = {door: number for number, door in enumerate(DOORS)}
    return [{door: found[door]} for door in sorted(found, key=lambda door: order.get(door, len(order)))]


def listed(table: Iterable[Row] = TABLE) -> list[One]:
    """The rows that have a place in the navigation."""
    return [row for row in table if isinstance(row, One) and row.menu]


def labels() -> dict[str, str]:
    """What pages are called in the navigation, by path."""
    return {addresses.markdown(row.address): row.menu.label for row in listed() if row.menu}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is in the navigation: its door, and the label of the page behind it that is lit."""

    door: str
    label: str = ""


def place(row: Row, table: Iterable[Row] = TABLE) -> Place:
    """That of a page itself, or of the list that it is in."""
    menu = row.menu if isinstance(row, One) else None
    if isinstance(row, Each) and row.section:
        menu = next((one.menu for one in listed(table) if one.address == row.section.address), None)
    return Place(menu.group or menu.label, menu.label) if menu else Place(_ELSEWHERE)
