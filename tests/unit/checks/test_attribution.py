"""Claims in which no attribution can be are passed over, and no other."""

from __future__ import annotations

from bamboo.checks import attribution
from hypothesis import given
from hypothesis import strategies as st

NAMES = ("To Lam", "WVR", "Hanoi Times: 9 Highlights")
WORDS = st.sampled_from(
    [
        *NAMES,
        *("Vietnam", "the report", "This article on peace", "its review", "he", "it", "she", "that"),
        *("said", "say", "says", "wrote", "stated", "told us", "expects", "pointed out", "called"),
        *("calls", "count", "countries", "put", "puts", "input", "according to", "According to"),
        *("in the words of", "'s words", ",", "in", "2024", "in its", "In", "view", "grew", "as"),
        *("had", "also", "described", "names", "listed"),
    ]
)


@given(
    st.lists(WORDS, max_size=9).map(lambda words: " ".join(words).replace(" ,", ",").replace(" 's", "'s")),
    st.sampled_from(["", ".", ", To Lam said.", " that it grew."]),
)
def test_every_attribution_is_found(words: str, end: str) -> None:
    claim = words + end
    for speakers in ((), NAMES[:1], NAMES):
        found = next(
            (f.span() for shape in attribution._shapes(speakers) if (f := shape.search(claim))), None
        )
        assert attribution._attribution(speakers, claim) == found
