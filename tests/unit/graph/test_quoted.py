"""Quotes at one place of a text are all found, and no others."""

from __future__ import annotations

from bamboo.evidence.locate import Span
from bamboo.graph.quoted import Quoted
from hypothesis import given
from hypothesis import strategies as st

PLACES = st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda place: (place[0], sum(place)))


@given(st.lists(PLACES), PLACES)
def test_just_the_quotes_that_share_a_character_are_found(
    quotes: list[tuple[int, int]], at: tuple[int, int]
) -> None:
    found = Quoted.of((*quote, number) for number, quote in enumerate(quotes)).overlapping(Span(*at))
    shared = [number for number, quote in enumerate(quotes) if set(range(*quote)) & set(range(*at))]
    assert sorted(found) == shared
