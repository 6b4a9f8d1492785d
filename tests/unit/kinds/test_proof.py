"""No field is on the site unproven by oversight: each says how it is proven, and the checks walk that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import project
import pytest
from bamboo import kinds
from bamboo.data.fields import Line
from bamboo.data.proof import Filed, Policy, Quoted
from bamboo.data.records import Record, declared
from bamboo.kinds.base import Kind
from every import Every
from labels import label_of

FORUM = "data/facts/2024/forum-held.yml"


def checked(folder: Path) -> str:
    """What `bamboo check` says, run with the program in `folder`."""
    run = subprocess.run(
        [sys.executable, "-m", "bamboo", "--root", str(folder), "check"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(folder / "hooks")},
        check=False,
    )
    return run.stdout + run.stderr


def with_field(folder: Path, field: str) -> Path:
    """The small project and a copy of the program in which facts have one field more."""
    project.with_program(project.base(folder))
    module = folder / "hooks" / "bamboo" / "kinds" / "fact.py"
    text = module.read_text(encoding="utf-8")
    note = "    note: Remark[Line | None] = None\n"
    assert note in text
    module.write_text(text.replace(note, f'{field}\n    """Treaties."""\n{note}'), encoding="utf-8")
    return folder


def listing(folder: Path, ident: str) -> None:
    """Let the fact about the forum list one treaty."""
    path = folder / FORUM
    path.write_text(path.read_text(encoding="utf-8") + f"treaties: [{ident}]\n", encoding="utf-8")


def test_a_new_field_of_references_is_held_against_the_quotes(tmp_path: Path) -> None:
    folder = with_field(tmp_path, "    treaties: Quoted[list[TermId]] = []")
    assert "nothing found" in checked(folder)
    listing(folder, "strategic-partnership")
    assert "`treaties` has Strategic Partnership; no quote names it." in checked(folder)


def test_a_treaty_that_a_quote_names_is_none(tmp_path: Path) -> None:
    folder = with_field(tmp_path, "    treaties: Quoted[list[TermId]] = []")
    path = folder / "data/facts/2024/brazil-strategic-partnership.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "treaties: [strategic-partnership]\n", encoding="utf-8")
    assert "nothing found" in checked(folder)


@pytest.mark.parametrize(
    ("field", "finding"),
    [
        ("    signed: Quoted[Period | None] = None", "`treaties` is 2019; the quotes say"),
        ("    signed: Quoted[Line | None] = None", "The treaties says “2019”; the quotes say"),
    ],
)
def test_a_new_date_or_text_is_held_against_the_quotes(tmp_path: Path, field: str, finding: str) -> None:
    folder = with_field(tmp_path, field.replace("signed", "treaties"))
    path = folder / FORUM
    path.write_text(path.read_text(encoding="utf-8") + "treaties: 2019\n", encoding="utf-8")
    assert finding in checked(folder)


def test_the_program_does_not_start_with_a_field_that_says_nothing(tmp_path: Path) -> None:
    folder = with_field(tmp_path, "    treaties: list[TermId] = []")
    assert "Fact.treaties says nowhere how it is proven" in checked(folder)


def test_a_field_has_one_policy() -> None:
    with pytest.raises(TypeError, match=r"^Twice\.name says twice how it is proven"):

        class Twice(Record):
            name: Quoted[Filed[Line]]


def test_what_is_held_has_quotes() -> None:
    class Bare(Record):
        name: Quoted[Line]

    with pytest.raises(TypeError, match=r"^Bare\.name is held against quotes, and there are none\."):
        Kind(name="bare", record=Bare, one="", label="", section="", address="", template="")


@pytest.mark.parametrize("kind", kinds.ALL, ids=list(kinds.BY_NAME))
def test_every_field_has_its_policy(kind: Kind[Record], every: Every) -> None:
    for path, part in declared(kind.record):
        with every.test(label_of(path, part)):
            assert sum(isinstance(mark, Policy) for mark in part.marks) == 1, path
