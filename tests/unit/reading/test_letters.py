"""Letters that a pattern takes for others are read as those."""

from __future__ import annotations

import pytest
from bamboo.reading import days, numbers, offices
from hypothesis import given
from hypothesis import strategies as st

PRINTED = (
    "six in the first half of 2024; sixty-six million dollars, half a dozen, a third, sixfold, the sixth",
    "sáu tháng đầu năm 2024; sáu triệu đô la, một phần sáu, quý I, nửa đầu; nguyên Phó Thủ tướng Chính phủ",
    "sixteen billion US dollars in the second quarter of 2024, doubling; several, six in Q1, some 16 percent",
)
TAKEN_FOR = {"s": "ſ", "i": "ıİ", "k": "\u212a"}


@given(st.data())
def test_no_letter_stops_a_reader(data: st.DataObject) -> None:
    text = "".join(
        data.draw(st.sampled_from([letter, *TAKEN_FOR.get(letter, "")]))
        for letter in data.draw(st.sampled_from(PRINTED))
    )
    for lang in ("en", "vi"):
        numbers.read(text, lang)
        days.read(text, lang)
        offices.in_english(text, lang)


@pytest.mark.parametrize("text", ["ſix", "SIX", "six"])
def test_a_number_is_the_same_in_any_of_them(text: str) -> None:
    (figure,) = numbers.read(f"{text} agreements")
    assert figure.value == 6
