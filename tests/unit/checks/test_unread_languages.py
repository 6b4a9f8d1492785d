"""A source in a language that the program does not read says so once, and is no mistake."""

from __future__ import annotations

import json
from pathlib import Path

import project
import pytest
from bamboo.build import build
from bamboo.data.seed import Seed

TEXT = "Im Jahr 2024 besuchte Ministerin Berg Brasilien. Der Handel wuchs auf 2,5 Milliarden Euro."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base project with a source in German, told truly."""
    made = project.base(tmp_path_factory.mktemp("german"))
    card = (
        "title: null\nworking_title: A German text\nshort_name: German text\nlanguage: de\nseed: german.txt\n"
        f"sha256: {Seed.of(TEXT.encode(), 'german.txt').sha256}\nabout: 2024\n"
    )
    fact = (
        "claim: Trade grew to 2.5 billion euros in 2024, when Minister Berg visited Brazil.\n"
        "kind: event\nwhen: 2024\nthemes: [economy]\npartners: [brazil]\nevidence:\n"
        "  - source: german\n    quote: >-\n"
        f"      {TEXT}\n"
        "    translation: >-\n"
        "      In 2024 Minister Berg visited Brazil. Trade grew to 2.5 billion euros.\n"
        "title: Trade and a visit in 2024\n"
    )
    project.change(
        made,
        {
            "add": {
                "seeds/german.txt": TEXT,
                "data/sources/german.yml": card,
                "data/facts/2024/german-trade.yml": fact,
            }
        },
    )
    return made


def test_check_says_so_once_and_finds_nothing(folder: Path) -> None:
    found = project.command(folder, "check")
    assert found.returncode == 0, found.stdout
    assert found.stdout.count("The text is in German, which the program does not read") == 1
    notes = json.loads(project.command(folder, "check", "--format", "json").stdout)
    assert [(one["file"], one["level"]) for one in notes] == [("data/sources/german.yml", "notice")]


def test_its_page_says_that_a_person_compared_it(folder: Path) -> None:
    pages = {page.path: page.body for page in build(folder).pages}
    said = "A person compared the statements with it"
    assert [path for path, body in pages.items() if said in body] == ["sources/german.md"]
    assert '<div class="seed" lang="de">' in pages["sources/german.md"]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("grew to 2.5 billion euros.\n", "grew to 2.6 billion euros.\n"),
        ("Trade grew to 2.5 billion euros in 2024, when", "Trade fell to 2.5 billion euros in 2024, when"),
        ("Trade grew to 2.5 billion euros in 2024, when", "Trade grew to 2.5 billion euros in 2023, when"),
        ("partners: [brazil]", "partners: [norway]"),
    ],
)
def test_what_it_says_is_still_checked(folder: Path, tmp_path: Path, was: str, now: str) -> None:
    changed = project.copy_of_the_data(tmp_path, folder)
    file = changed / "data/facts/2024/german-trade.yml"
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, now), encoding="utf-8")
    assert project.command(changed, "check").returncode == 1
