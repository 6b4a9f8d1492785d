"""The navigation as the page table has it, in the form that MkDocs reads from its settings."""

from __future__ import annotations

from collections.abc import Iterable

from bamboo.graph import addresses
from bamboo.site.pagekind import One, Row
from bamboo.site.table import TABLE

Item = dict[str, "str | list[Item]"]


def navigation(table: Iterable[Row] = TABLE) -> list[Item]:
    """Labels with their pages, in the order of the table; a group is where its first page is."""
    found: list[Item] = []
    groups: dict[str, list[Item]] = {}
    for row in listed(table):
        assert row.menu
        item: Item = {row.menu.label: addresses.markdown(row.address)}
        if not row.menu.group:
            found.append(item)
        elif row.menu.group in groups:
            groups[row.menu.group].append(item)
        else:
            groups[row.menu.group] = [item]
            found.append({row.menu.group: groups[row.menu.group]})
    return found


def listed(table: Iterable[Row] = TABLE) -> list[One]:
    """The rows that have a place in the navigation."""
    return [row for row in table if isinstance(row, One) and row.menu]
