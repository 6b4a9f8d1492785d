"""A capital is its government where that acts, and a town where something is; half a name needs an office."""

from __future__ import annotations

import pytest
from bamboo.reading import capitals, halfnames


@pytest.mark.parametrize(
    ("text", "governs"),
    [
        ("Tokyo has lent 36 billion yen.", True),
        ("The drill was postponed at the request of Tokyo.", True),
        ("Tokyo's offer was welcomed.", True),
        ("Hanoi and Tokyo are to sign the accord.", True),
        ("The loan was offered to Tokyo, which declined it.", True),
        ("The ministers met in Tokyo and signed the accord.", False),
        ("Embassies in Bangkok and Tokyo issued passports.", False),
        ("Tokyo hosted the conference.", False),
        ("The Tokyo Declaration was adopted.", False),
        ("The mayor said that Tokyo has lent a tram.", False),
    ],
)
def test_a_capital_is_a_government_where_it_acts(text: str, governs: bool) -> None:
    at = text.index("Tokyo")
    assert capitals.governs(text, at, at + len("Tokyo")) is governs


def test_what_governments_do_is_read_with_the_verb() -> None:
    text = "New Delhi trained 40 sailors; Moscow, which had asked for payment, trained twelve."
    assert capitals.acts(text) == (
        ("IN", "New Delhi", "train"),
        ("RU", "Moscow", "ask"),
        ("RU", "Moscow", "train"),
    )


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Minister Son opened the talks.", True),
        ("Lang Son opened the gate.", False),
        ("Minister Son Ha opened the talks.", False),
    ],
)
def test_half_a_name_is_a_persons_after_an_office(text: str, called: bool) -> None:
    at = text.index("Son")
    assert halfnames.called(text, at, at + len("Son")) is called


def test_a_half_that_two_people_share_is_nobodys() -> None:
    assert halfnames.halves("Bui Thanh Son", at_home=True) == ("Son",)
    assert halfnames.halves("Penny Wong", at_home=False) == ("Wong", "Penny")
    assert halfnames.of_one([("a", "Son"), ("b", "Hang"), ("c", "Hang")]) == [("a", "Son")]
