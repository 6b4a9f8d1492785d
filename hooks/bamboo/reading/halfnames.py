"""Half a person's name, which texts print after an office: "Minister Son", "Secretary Blinken"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bamboo.data.patterns import pattern

# What is printed before half a name; what somebody did is printed after a whole one, too.
_OFFICE = pattern(
    r"\b(?:Minister|PM|President|Secretary|Chairman|Chairwoman|Chair|Ambassador|Director|Premier|Chancellor|"
    r"Speaker|Governor|Commissioner|Consul|General|Spokes(?:wo)?man|Spokesperson|Mrs?\.?|Ms\.?|Dr\.?) $"
)
_GOES_ON = pattern(r"[- ][A-Z]")


def halves(name: str, at_home: bool) -> tuple[str, ...]:
    """The parts of a name that are printed alone: Vietnamese are called by the last, others by either."""
    words = name.split()
    if len(words) == 1:
        return ()
    return tuple(dict.fromkeys(word for word in words[-1:] + words[: 0 if at_home else 1] if len(word) > 1))


def of_one(each: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of pairs of an id and such a part, those whose part is of nobody else."""
    pairs = {*each}
    many = Counter(part for _, part in pairs)
    return sorted((ident, part) for ident, part in pairs if many[part] == 1)


def called(text: str, start: int, end: int) -> bool:
    """Whether half a name is printed for a person: after an office, and not as half of another name."""
    return bool(_OFFICE.search(text, max(0, start - 16), start)) and not _GOES_ON.match(text, end)
