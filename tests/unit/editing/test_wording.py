"""How a source's sentence is proposed as a claim, and a claim's beginning as its title."""

from __future__ import annotations

import pytest
from bamboo.editing.draft import when
from bamboo.editing.draft.wording import worded
from bamboo.reading import titles

SPEAKERS = ("Tran Van Mau", "Mau")


@pytest.mark.parametrize(
    ("printed", "proposed"),
    [
        ("Mau noted that trade grew in 2025.", "Trade grew in 2025."),
        (
            "Deputy Prime Minister Tran Van Mau has stressed that trade with Laos grew.",
            "Trade with Laos grew.",
        ),
        ("He told the press that trade with Laos grew.", "Trade with Laos grew."),
        ("To do so, Mau said ports must grow in the north.", "Ports must grow in the north."),
        ("Trade, he held, has grown in all regions.", "Trade grew in all regions."),
        ("Trade grew in all regions, Mau added./.", "Trade grew in all regions."),
        ("Trade grew in all regions, he said, stressing that ports are full.", "Trade grew in all regions."),
        ("According to Mau, trade grew in all regions.", "Trade grew in all regions."),
        ("To do so, according to Minister Mau, it is necessary to dig.", "It is necessary to dig."),
        ("The ministry said that trade grew.", "The ministry said that trade grew."),
        ("Berg said that trade grew.", "Berg said that trade grew."),
    ],
)
def test_who_says_so_is_left_to_its_field(printed: str, proposed: str) -> None:
    assert worded(printed, SPEAKERS) == proposed


@pytest.mark.parametrize(
    ("printed", "proposed"),
    [
        ("The country’s ports have been opened.", "Vietnam's ports were opened."),
        ("We have never traded so much.", "Vietnam has never traded so much."),
        ("Thus, the country has signed 17 accords.", "Vietnam signed 17 accords."),
        ("Trade has grown since 2019.", "Trade has grown since 2019."),
        ("It has need of ports.", "It has need of ports."),
        ("It built ports, roads, and dams.", "It built ports, roads and dams."),
        ("It mobilized labor on May 2, 2025.", "It mobilised labour on 2 May 2025."),
        ("The prize of the World Health Organization.", "The prize of the World Health Organization."),
        ("It resized ports and organized a fair in 2025.", "It resized ports and organised a fair in 2025."),
    ],
)
def test_a_sentence_is_proposed_as_the_site_writes(printed: str, proposed: str) -> None:
    assert worded(printed, alone=True) == proposed


def test_the_country_may_be_another_where_one_is_named() -> None:
    assert worded("Laos thanked the country for its ports.") == "Laos thanked the country for its ports."


@pytest.mark.parametrize(
    ("claim", "title"),
    [
        (
            "In the face of major upheavals, the three services formed a solid foundation for peace.",
            "The three services formed a solid foundation for peace",
        ),
        (
            "The Prime Ministers of Vietnam, Laos and Cambodia affirmed their commitment to peace, and left.",
            "",
        ),
        (
            "Ministers of Vietnam, Laos and Cambodia met in Hanoi for a day, spoke of peace and left again.",
            "Ministers of Vietnam, Laos and Cambodia met in Hanoi",
        ),
        ("Trade between Vietnam and the Netherlands reached nearly US$14 billion in 2025.", ""),
        (
            "Vietnam raised its relations with Japan to a comprehensive strategic partnership in 2023.",
            "Vietnam raised its relations with Japan",
        ),
    ],
)
def test_a_title_is_the_main_clause_and_keeps_its_commas(claim: str, title: str) -> None:
    """Where the sentence is cut in the middle of a phrase, no title is proposed."""
    assert titles.proposed(claim) == title


@pytest.mark.parametrize(
    ("claim", "passage", "said"),
    [
        ("Vietnam will host a forum in 2026.", "2025-03-06", "2026"),
        ("Vietnam will host a forum on May 2, 2026.", "2025-03-06", "2026-05-02"),
        ("Vietnam will host a forum.", "2025-03-06", "2025-03-06"),
        ("Trade grew in March 2025.", "2025-03-06", "2025-03-06"),
        ("Trade grew more than in 2024.", "2025-03-06", "2025-03-06"),
    ],
)
def test_a_claim_without_its_speaker_has_its_own_time(claim: str, passage: str, said: str) -> None:
    assert when.of_claim(claim, passage) == said
