"""Writes files ready to be filled in: what can be known is there, the rest is marked and asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A data file: its path from the root, its text, and what an editor should know about it.

    Only one that is not `fresh` may be there already.
    """

    file: str
    text: str
    notes: tuple[str, ...] = ()
    fresh: bool = True
