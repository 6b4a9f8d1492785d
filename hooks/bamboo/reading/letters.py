"""Small letters as tables of words have them, also of letters that a pattern takes for others.

A pattern that ignores case finds "six" in "ſix" too: the long s, the dotless i and the capital i with a dot
are an s and an i to it (https://docs.python.org/3/library/re.html#re.IGNORECASE).
"""

from __future__ import annotations

_ODD = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})


def small(text: str) -> str:
    """`text` in small letters, as a word found by such a pattern is looked up."""
    return text.translate(_ODD).lower()
