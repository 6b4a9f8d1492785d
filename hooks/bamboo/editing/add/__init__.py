"""Writes new files ready to be filled in: what can be known is there, the rest is marked and asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A new data file: its path from the root, its text, and what an editor should know about it."""

    file: str
    text: str
    notes: tuple[str, ...] = ()
