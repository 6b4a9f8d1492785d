"""Two texts word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

Mark = Literal["", "-", "+"]
_PART = re.compile(r"\S+\s*")
LONGEST = 2_000  # words; beyond, two texts are shown whole


def marked(old: str, new: str) -> Iterator[tuple[Mark, str]]:
    """The words in runs: "" for those of both, "-" for those of `old` alone, "+" for those of `new` alone."""
    before, after = _PART.findall(old), _PART.findall(new)
    if not before or not after or len(before) + len(after) > LONGEST:
        yield from (("-", old),) if old else ()
        yield from (("+", new),) if new else ()
        return
    plain = SequenceMatcher(None, [w.strip() for w in before], [w.strip() for w in after], autojunk=False)
    for _, a, b, c, d in plain.get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if [w.strip() for w in before[a:b]] == [w.strip() for w in after[c:d]]:
            yield "", come
        else:
            yield from (("-", gone),) if gone else ()
            yield from (("+", come),) if come else ()
