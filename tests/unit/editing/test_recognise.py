"""What words name: tiers with what happened to them, and how far an agreement came."""

from __future__ import annotations

import project
import pytest
from bamboo.editing.draft.accords import progress
from bamboo.editing.recognise import relations
from bamboo.kinds.library import load

LIBRARY = load(project.SAMPLE)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("In 2024 Vietnam upgraded relations to a Strategic Partnership with Brazil.", ["brazil upgraded"]),
        ("Japan suspended its strategic partnership with Vietnam in 2021.", ["japan suspended"]),
        ("Vietnam and Japan resumed their strategic partnership in 2022.", ["japan resumed"]),
        ("Vietnam and Brazil lowered their relations to a comprehensive partnership.", ["brazil lowered"]),
        ("Vietnam and Japan agreed to work towards a strategic partnership.", ["japan planned"]),
        (
            "Vietnam plans to raise relations to a strategic partnership with Mongolia.",
            ["mongolia planned"],
        ),
        ("Vietnam and Mongolia established a comprehensive partnership.", ["mongolia established"]),
        ("Japan is a strategic partner, and the strategic partnership is old.", []),
        ("Brazil was visited; the strategic partnership was signed.", []),
    ],
)
def test_what_happened_to_a_tier(words: str, found: list[str]) -> None:
    assert [f"{one.partner} {one.change}" for one in relations(LIBRARY, words)] == found


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("Vietnam and Australia signed the Koala Accord.", "signed"),
        ("The Koala Accord took effect in September 2021.", "in-force"),
        ("The Koala Accord was ratified by Australia.", "ratified"),
        ("The Koala Accord was signed in June and entered into force in September.", None),
        ("The Koala Accord is much discussed.", None),
    ],
)
def test_how_far_an_agreement_came(words: str, step: str | None) -> None:
    found = progress(LIBRARY, words, "agreement", ["koala-accord"])
    assert found == ({"term": "koala-accord", "step": step} if step else None)
