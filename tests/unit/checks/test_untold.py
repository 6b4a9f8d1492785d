"""Figures of a quote that no claim says are noted, and are no mistake."""

from __future__ import annotations

from pathlib import Path

import project
import pytest
from bamboo import checks
from bamboo.data.seed import Seed
from bamboo.kinds.library import load

MANY = "In 2024 Brazil bought 40 ships for US$8 billion and sold 1,200 tons of fish, 7 percent more."


def notes(tmp_path: Path, text: str, *claims: str) -> list[str]:
    """The codes of what is noted of claims that all quote this text."""
    card = (
        "title: null\nworking_title: A text\nshort_name: Text\nlanguage: en\nseed: text.txt\n"
        f"sha256: {Seed.of(text.encode(), 'text.txt').sha256}\nabout: 2024\n"
    )
    fact = (
        "claim: {}\nkind: event\nwhen: 2024\nthemes: [economy]\npartners: [brazil]\n"
        "evidence:\n  - source: text\n    quote: >-\n      {}\ntitle: Ships and fish\n"
    )
    files = {f"data/facts/2024/one-{at}.yml": fact.format(claim, text) for at, claim in enumerate(claims)}
    folder = project.base(tmp_path)
    project.change(folder, {"add": {"seeds/text.txt": text, "data/sources/text.yml": card, **files}})
    return [f"{note.location.file} {note.code}" for note in checks.notes(load(folder))]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (MANY, ("Brazil bought ships.",)),
        ("Brazil got 12 guests and 30 gifts in 2024.", ("Brazil got gifts.",)),
        ("Of 64 offices Brazil closed 12.", ("Brazil closed offices.",)),
        ("Brazil lent US$3 billion at 2.5 percent.", ("Brazil lent money.",)),
        ("Trade with Brazil grew by 9% to $8bn.", ("Trade with Brazil grew.",)),
        (MANY, ("Brazil bought ships.", "Brazil sold fish.")),
    ],
)
def test_figures_that_no_claim_says(tmp_path: Path, text: str, claims: tuple[str, ...]) -> None:
    assert notes(tmp_path, text, *claims) == [
        f"data/facts/2024/one-{at}.yml figures-untold" for at in range(len(claims))
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (MANY, ("Brazil bought 40 ships in 2024.",)),
        (MANY, ("Brazil bought ships.", "Brazil bought 40 ships in 2024.")),
        ("On May 2, 2024, Brazil opened a school.", ("Brazil opened a school on May 2, 2024.",)),
        ("Brazil opened a school between 2022 and 2024.", ("Brazil opened a school.",)),
        ("Brazil sent 12 guests in 2024.", ("Brazil sent guests.",)),
        ("Brazil sent two guests and three gifts.", ("Brazil sent gifts.",)),
    ],
)
def test_figures_that_are_said_or_are_none(tmp_path: Path, text: str, claims: tuple[str, ...]) -> None:
    assert notes(tmp_path, text, *claims) == []
