"""The sentences that a passage is in: what is shown around it, also of a text that may not be shown whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from bamboo.data.seed import Seed
from bamboo.evidence.locate import Span
from bamboo.reading import sentences


def around(seed: Seed, span: Span, more: int = 0) -> Span:
    """The sentences a passage is in, and so many more of the same line on either side."""
    bounds = _bounds(seed)
    first = max(0, bisect_right(bounds, (span.start, len(seed.text))) - 1)
    last = max(first, bisect_left(bounds, (span.end, 0)) - 1)
    line, last_line = seed.line(span.start), seed.line(max(span.start, span.end - 1))
    for _ in range(more):
        if first > 0 and seed.line(bounds[first - 1][0]) == line:
            first -= 1
        if last + 1 < len(bounds) and seed.line(bounds[last + 1][0]) == last_line:
            last += 1
    return Span(min(bounds[first][0], span.start), max(bounds[last][1], span.end))


@lru_cache(maxsize=64)
def _bounds(seed: Seed) -> list[tuple[int, int]]:
    return sentences.spans(seed.text)
