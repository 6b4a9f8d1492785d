"""Each command that the guide shows with its output is run, and prints just that."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import project
import pytest

GUIDE = project.ROOT / "CONTRIBUTING.md"
SECTIONS = ("Let the program write it", "Let the program mend it")
BLOCK = re.compile(r"^```console\n\$ (bamboo .*)\n((?:.*\n)*?)```$", re.MULTILINE)
REPORT = (
    "Vietnam, Netherlands look back on the year\n\nVietnam and the Netherlands signed the agreement in Hanoi "
    "on the first day of the year, and it is the third of its kind.\n"
)
STRAIGHT = "data/facts/2024/australia-comprehensive-strategic-partnership.yml"


def shown() -> list[tuple[str, str]]:
    """Every command of these sections with the output that stands under it."""
    parts = re.split(r"^## (.*)\n", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    return [found for name in SECTIONS for found in BLOCK.findall(sections[name])]


def run(folder: Path, command: str) -> str:
    """What a command prints in a copy of the data in which an apostrophe was typed and a text received."""
    project.copy_of_the_data(folder)
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    fact = folder / STRAIGHT
    fact.write_text(fact.read_text(encoding="utf-8").replace("Vietnam’s", "Vietnam's"), encoding="utf-8")
    words = [sys.executable, "-m", "bamboo", *shlex.split(command)[1:]]
    environment = {"PYTHONPATH": str(project.ROOT / "hooks"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        words, cwd=folder, capture_output=True, encoding="utf-8", check=False, env=environment
    )
    assert done.returncode in (0, 1)
    return done.stdout + done.stderr


@pytest.mark.parametrize(("command", "output"), shown(), ids=[command for command, _ in shown()])
def test_the_guide_shows_what_commands_print(command: str, output: str, tmp_path: Path) -> None:
    assert run(tmp_path, command) == output


def test_there_are_some() -> None:
    assert len(shown()) >= 6
