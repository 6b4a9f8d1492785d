"""A text cannot be emptied by calling what it says a menu; a menu can be set aside."""

from __future__ import annotations

import hashlib
from pathlib import Path

import project
import pytest
from bamboo.checks import coverage
from bamboo.kinds.library import load

TEXT = (project.CASES / "base/seeds/small-review.txt").read_text(encoding="utf-8")


def codes(folder: Path, line: str, reason: str) -> list[str]:
    """What is found where a line is added to a text and set aside."""
    project.base(folder)
    seed = f"{TEXT}{line}\n"
    card = (folder / "data/sources/small-review.yml").read_text(encoding="utf-8")
    before, after = (hashlib.sha256(text.encode()).hexdigest() for text in (TEXT, seed))
    aside = f"set_aside:\n  - reason: {reason}\n    quote: >-\n      {line}"
    change = {"data/sources/small-review.yml": [[before, after], ["set_aside:", aside]]}
    assert before in card
    project.change(folder, {"add": {"seeds/small-review.txt": seed}, "replace": change})
    return [finding.code for finding in coverage.check(load(folder))]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            "On May 3, 2024 Brazil met Norway. Kari Berg spoke to 40 guests. Trade grew by 7 percent.",
            "navigation",
        ),
        ("Brazil sent 12 ships to Norway on June 1, 2024.", "heading"),
        ("In 2023 exports to Brazil fell by 4 percent to 3 billion US dollars.", "navigation"),
        ("Kari Berg of Norway met An Binh on July 9, 2024.", "heading"),
        ("Brazil, Norway and Chile signed 14 accords in 2024.", "navigation"),
    ],
)
def test_what_a_text_says_is_no_menu(tmp_path: Path, line: str, reason: str) -> None:
    assert codes(tmp_path, line, reason) == ["facts-set-aside"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home | News | Politics | Business | Sport", "navigation"),
        ("Share this page, print it or send it to a friend", "navigation"),
        ("Read more about trade with Brazil", "navigation"),
        ("What the year brought", "heading"),
        ("Brazil and Norway: a year of visits", "heading"),
    ],
)
def test_a_menu_or_a_heading_is_set_aside(tmp_path: Path, line: str, reason: str) -> None:
    assert codes(tmp_path, line, reason) == []
