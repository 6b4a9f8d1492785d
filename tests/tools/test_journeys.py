"""The guide holds: each journey is played as written, and prints just what the guide shows."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import journeys
import project
import pytest
from bamboo.commands import commands
from every import Every
from labels import label_of

GUIDE = journeys.GUIDE.read_text(encoding="utf-8")
SECTIONS = {section.title: section for section in journeys.sections(GUIDE)}
PLAYED = [section for section in SECTIONS.values() if section.is_played]
JOURNEYS = (
    "Preview",
    "Fix a typo",
    "Add a fact",
    "Add a partner",
    "Add a source",
    "Add a year",
    "Rename a theme",
    "Understand a failed check",
)
STALE = "The guide shows something else. If the new answer is right, `make guide` puts it there."


@pytest.fixture(scope="module")
def player(tmp_path_factory: pytest.TempPathFactory) -> journeys.Player:
    folder = tmp_path_factory.mktemp("người mới")
    return journeys.Player(journeys.project_copy(folder / "my copy of it"))


@pytest.mark.parametrize("section", PLAYED, ids=lambda section: section.title)
def test_a_journey_goes_as_written(section: journeys.Section, player: journeys.Player, every: Every) -> None:
    for said in player.play(section):
        with every.test(label_of(said)):
            printed = f"$ {said.command}\n{journeys.plain(said.printed)}"
            assert printed == f"$ {said.command}\n{journeys.plain(said.shown)}", STALE


def test_each_journey_is_there_and_after_what_stays_as_printed(every: Every) -> None:
    titles = list(SECTIONS)
    assert titles[0] == "What stays as printed"
    assert [title for title in titles if title in JOURNEYS] == list(JOURNEYS)
    for title in JOURNEYS:
        with every.test(label_of(title)):
            assert SECTIONS[title].is_played
            words = GUIDE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
            assert "**1.** " in words, f"{title} has no steps"
            assert re.search(r"\*\*When (it went wrong|you are stuck)", words), f"{title}: what if it fails?"


def test_the_terminal_is_set_up_as_the_guide_says(every: Every) -> None:
    commands = [step[0] for block in SECTIONS["Set up"].blocks for step in journeys.steps(block)]
    assert journeys.ACTIVATE in commands
    for section in PLAYED[1:]:
        with every.test(label_of(section)):
            assert journeys.ACTIVATE not in [
                step[0] for block in section.blocks for step in journeys.steps(block)
            ]


def test_nothing_is_skipped(every: Every) -> None:
    """Every console block is played; every other block of a journey writes or changes a file."""
    fences = re.findall(r"^```(\w+)$", GUIDE, re.MULTILINE)
    assert len(fences) == sum(len(section.blocks) for section in SECTIONS.values())
    for section in PLAYED:
        for block in section.blocks:
            with every.test(label_of(block)):
                assert block.language == "console" or block.file, f"{section.title}: {block.text}"
    for section in SECTIONS.values():
        with every.test(label_of(section)):
            if not section.is_played:
                assert "\n$ " not in "".join(block.text for block in section.blocks)


def inline() -> list[str]:
    """What stands in the guide's prose as code, outside of its blocks."""
    return re.findall(r"`([^`\n]+)`", journeys.FENCE.sub("", GUIDE))


def test_commands_named_in_passing_exist(every: Every) -> None:
    words = set(
        re.findall(r"^([a-z-]+):", (project.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    named = [
        shlex.split(code) for code in inline() if code.startswith(("make ", "bamboo ", ".venv/bin/bamboo "))
    ]
    assert {tuple(each[:2]) for each in named} >= {("make", "serve"), ("make", "test"), ("bamboo", "fix")}
    for program, word, *more in named:
        with every.test(label_of(program, word)):
            if program == "make":
                assert word in words, f"make {word}"
                continue
            command = next((command for command in commands() if command.name == word), None)
            assert command, f"bamboo {word}"
            options = options_of(command)
            assert {flag for flag in more if flag.startswith("--")} <= options, f"{program} {word} {more}"


def options_of(command: object) -> set[str]:
    parser = argparse.ArgumentParser()
    command.arguments(parser)  # type: ignore[attr-defined]
    found = set(parser._option_string_actions)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            found |= {flag for sub in action.choices.values() for flag in sub._option_string_actions}
    return found


def test_options_named_alone_exist() -> None:
    known = set().union(*(options_of(command) for command in commands()))
    assert {code.split()[0] for code in inline() if code.startswith("--")} <= known


def test_files_and_headings_it_points_to_exist(every: Every) -> None:
    for code in inline():
        with every.test(label_of(code)):
            if re.fullmatch(r"(data|docs|hooks|tests|\.vscode)/[\w./-]+|[A-Z]+\.md", code):
                path = project.ROOT / code
                assert path.exists() or code == "data/moved.yml" or code in EXAMPLES, code
    prose = re.sub(r"\s+", " ", journeys.FENCE.sub("", GUIDE))
    pointed = re.findall(
        r"(?:under|in|see|say|says|has|where|,) \"((?:How|The|Find|Send|Set|Add|What) [\w ]+)\"", prose
    )
    headings = set(re.findall(r"^##+ (.*)$", GUIDE, re.MULTILINE))
    assert pointed
    assert set(pointed) <= headings
    for title in re.findall(r'\("([^"]+)" says', prose):
        with every.test(label_of(title)):
            assert title in headings


EXAMPLES = {block.file for section in PLAYED for block in section.blocks if block.file}


def test_lines_are_short(every: Every) -> None:
    """In the prose: tables and what programs print are as long as they are."""
    for line in journeys.FENCE.sub("", GUIDE).splitlines():
        with every.test(label_of(line)):
            assert len(line) <= 100 or line.startswith("|"), line


def test_a_wrong_guide_is_told(player: journeys.Player) -> None:
    """The runner compares: another answer, or a change of lines that are not there, does not pass."""
    (section,) = journeys.sections("## X\n\n```console\n$ echo one\ntwo\n$ false\n```\n")
    assert [(said.shown, said.printed) for said in player.play(section)] == [("two\n", "one\n"), ("", "")]
    (section,) = journeys.sections(
        "## X\n\n```diff\n# data/partners/malawi.yml\n-name: Malawy\n+name: x\n```\n"
    )
    with pytest.raises(AssertionError, match="these lines stand 0 times"):
        player.play(section)
    assert Path(player.folder / "data/partners/malawi.yml").read_text().startswith("name: Malawi\n")
