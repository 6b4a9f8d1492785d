"""The recipe for a new check, played: one module and its line in the list, a case, a line in the guide."""

from __future__ import annotations

import json
import re
from pathlib import Path

import project
import recipes
import yaml


def test_a_check_is_one_module_and_its_line_in_the_list(tmp_path: Path) -> None:
    folder = project.with_program(project.base(tmp_path / "project"))
    recipes.play("Add a check", folder)
    program = {"PYTHONPATH": str(folder / "hooks")}
    assert project.bamboo(folder, "check", **program).returncode == 0

    (case,) = (
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in folder.glob("tests/cases/*/*.yml")
    )
    project.change(folder, case)
    found = project.bamboo(folder, "check", **program)
    assert found.returncode == 1
    assert case["expect"].strip() in found.stdout + found.stderr
    as_json = json.loads(project.bamboo(folder, "check", "--format", "json", **program).stdout)
    assert [finding["code"] for finding in as_json] == case["codes"]
    guide = (folder / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert re.search(r"^\| `tone` \| \S", guide, re.MULTILINE)


def test_every_recipe_is_played() -> None:
    played = set()
    for path in (project.ROOT / "tests").rglob("test_*.py"):
        played |= set(re.findall(r'recipes\.play\("([^"]+)"', path.read_text(encoding="utf-8")))
    assert played == set(recipes.recipes())
    page = recipes.PAGE.read_text(encoding="utf-8")
    assert set(re.findall(r"^## (Add .*)$", page, re.MULTILINE)) == played
