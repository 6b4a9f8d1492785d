"""What an acronym is short for, and who says so."""

from __future__ import annotations

from typing import Literal

from bamboo.data import rules

Origin = Literal["source", "editor"]

EXPANDED = rules.when(
    rules.having(expansion=rules.given), rules.having(expansion_by=rules.given), rules.without("expansion_by")
)


def expanded_by(expansion: str | None, origin: Origin | None) -> None:
    """Raise ValueError unless both are given, or neither."""
    if (expansion is None) != (origin is None):
        raise ValueError("`expansion_by` with an `expansion`, and nowhere else: `source` or `editor`")


def by_editors(record: object, name: str) -> bool:
    """Whether a name is what the editors, and no source, say that an acronym is short for."""
    own = getattr(record, "expansion", None), getattr(record, "expansion_by", None)
    return own == (name, "editor")
