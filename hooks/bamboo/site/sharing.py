"""Pages and files shared among processes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from bamboo.data.processes import shares
from bamboo.site.pagekind import Share

T = TypeVar("T")


def shared(make: Callable[[Share], T], workers: int) -> list[T]:
    """What `make` gives for each share, in order."""
    return shares(lambda part, of: make(Share(part, of)), workers)


def together(shares: Sequence[Sequence[T]]) -> list[T]:
    """All shares of one list in its order."""
    count = sum(len(share) for share in shares)
    return [shares[number % len(shares)][number // len(shares)] for number in range(count)]
