"""A long list cut into as many pages as it needs, none of them much shorter than the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def parts(items: Sequence[T], most: int) -> list[Sequence[T]]:
    """Items in runs of at most `most`; none where there are no items."""
    many = -(-len(items) // most)
    return [items[at * len(items) // many : (at + 1) * len(items) // many] for at in range(many)]


def named(name: str, part: int, of: int) -> str:
    """What a page of a list is called: its name, with the part where there are several."""
    return f"{name}, part {part} of {of}" if of > 1 else name
