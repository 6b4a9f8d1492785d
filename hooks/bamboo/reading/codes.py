"""Names with a number in them, which are no numbers: G20, P4G, DK1, the NQ of 36-NQ/TW left aside."""

from __future__ import annotations

from bamboo.data.patterns import pattern
from bamboo.reading import days, numbers
from bamboo.reading.signs import Seldom, Sign

_CODE = Seldom(
    pattern(r"\b(?!\d+(?:st|nd|rd|th)\b)(?=[A-Za-z]*\d)(?=\d*[A-Za-z])\w+"),  # ordinals are numbers
    Sign(r"^(?!\d+(?:st|nd|rd|th)$)(?:[a-z]+\d|\d+[a-z])"),
)


def read(text: str) -> list[str]:
    """Every such name in `text`."""
    codes = [*_CODE.finditer(text)]
    if not codes:
        return []
    read = [(date.start, date.end) for date in days.read(text)]
    read += [(figure.start, figure.end) for figure in numbers.read(text)]
    return [
        found[0]
        for found in codes
        if not any(start < found.end() and found.start() < end for start, end in read)
    ]
