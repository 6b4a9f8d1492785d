"""The words that belong to a number: the one list, with what each says on a page and in a chart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Side = Literal["more", "less"]


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier of a value. `words` has a place for the number; `meaning` explains its sign in a chart.

    `open`: on which sides the number has no end. `expected`: it was not yet counted.
    """

    name: str
    words: str
    meaning: str = ""
    open: tuple[Side, ...] = ()
    expected: bool = False


_COUNTED = (
    Qualifier("exact", "{}"),
    Qualifier("over", "over {}", "over: more than the number, how much more is not said", ("more",)),
    Qualifier("nearly", "nearly {}", "nearly: less than the number, how much less is not said", ("less",)),
    Qualifier("about", "about {}", "about: the number, a little more or a little less", ("more", "less")),
    Qualifier("at-least", "at least {}", "at least: the number or more", ("more",)),
    Qualifier("up-to", "up to {}", "up to: the number or less", ("less",)),
    Qualifier("under", "under {}", "under: less than the number, how much less is not said", ("less",)),
)

_MEANINGS = {
    "exact": "expected when the source was printed, not yet counted",
    "over": "expected to be more than the number, not yet counted",
    "nearly": "expected to be nearly the number, not yet counted",
    "about": "expected to be about the number, not yet counted",
    "at-least": "expected to be the number or more, not yet counted",
    "up-to": "expected to be the number or less, not yet counted",
    "under": "expected to be less than the number, not yet counted",
}


def _all() -> Iterator[Qualifier]:
    yield from _COUNTED
    for one in _COUNTED:
        meaning = _MEANINGS[one.name]
        yield Qualifier(expected(one.name), f"{one.words} (expected)", meaning, one.open, expected=True)


def expected(name: str) -> str:
    """The qualifier of an expectation: `expected`, `expected-over`."""
    return "expected" if name == "exact" else f"expected-{name}"


QUALIFIERS = {one.name: one for one in _all()}
