"""Names with a number in them, which are no numbers: G20, P4G, DK1, the NQ of 36-NQ/TW left aside."""

from __future__ import annotations

import re

_CODE = re.compile(r"\b(?!\d+(?:st|nd|rd|th)\b)(?=[A-Za-z]*\d)(?=\d*[A-Za-z])\w+")  # ordinals are numbers


def read(text: str) -> list[str]:
    """Every such name in `text`."""
    return _CODE.findall(text)
