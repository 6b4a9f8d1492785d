"""The quotes from one source in the order of its text, so that those at one place are found at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from bamboo.evidence.locate import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """For each quote its start, its end and the number of the claim; the length of the longest quote."""

    rows: tuple[tuple[int, int, int], ...]
    longest: int

    @classmethod
    def of(cls, rows: Iterable[tuple[int, int, int]]) -> Quoted:
        """The rows in order."""
        rows = tuple(sorted(rows))
        return cls(rows, max((end - start for start, end, _ in rows), default=0))

    def overlapping(self, span: Span) -> Iterator[int]:
        """The numbers of the quotes that share a character with a stretch."""
        first = bisect_left(self.rows, (span.start - self.longest,))
        for start, end, number in islice(self.rows, first, None):
            if start >= span.end:
                return
            if end > span.start:
                yield number
