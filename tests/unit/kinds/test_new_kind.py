"""The recipe for a new kind of record: one module in kinds/, its name in the list there, one template."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import project
import pytest
import recipes

RECORD = "name: forum\nremark: The treaty of the forum.\nalso_known_as:\n  - name: Forum Treaty\n"


def run(folder: Path, *words: str) -> str:
    """What a command of the program in `folder` says."""
    done = subprocess.run(
        [sys.executable, "-m", "bamboo", "--root", str(folder), *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(folder / "hooks")},
        check=False,
    )
    return done.stdout + done.stderr


def change(path: Path, old: str, new: str) -> None:
    """Put `new` in the one place of `old`."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small project with one treaty, and the program with a kind for it."""
    project.with_program(project.base(tmp_path))
    recipes.play("Add a kind of record", tmp_path)
    (tmp_path / "data" / "treaties").mkdir()
    (tmp_path / "data" / "treaties" / "forum-treaty.yml").write_text(RECORD, encoding="utf-8")
    return tmp_path


def test_it_has_its_pages_its_data_its_schema_and_its_place_in_the_search(folder: Path) -> None:
    assert "nothing found" in run(folder, "check")
    assert "11 schemas written" in run(folder, "schema")
    made = folder / "made"
    assert "pages and" in run(folder, "pages", str(made))
    page = (made / "accords" / "forum-treaty.md").read_text(encoding="utf-8")
    assert "# forum" in page
    assert "The treaty of the forum." in page
    assert '"@type":"Legislation"' in page
    assert "forum-treaty.html" in (made / "accords" / "index.md").read_text(encoding="utf-8")
    assert any("Forum Treaty" in page.read_text(encoding="utf-8") for page in (made / "a-z").glob("*.md"))
    core = (made / "search" / "core.js").read_text(encoding="utf-8")
    assert '"accords/forum-treaty.html","forum",[["Forum Treaty"]]' in core
    assert "pact accord" in core
    (treaty,) = json.loads((made / "data" / "v1" / "treaties.json").read_text(encoding="utf-8"))
    assert (treaty["id"], treaty["url"]) == ("forum-treaty", "accords/forum-treaty.html")
    assert treaty["remark"] == "The treaty of the forum."
    schema = json.loads((made / "data" / "v1" / "schema" / "treaties.json").read_text(encoding="utf-8"))
    assert [*schema["properties"]] == ["name", "remark", "also_known_as"]
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"]["./docs/data/v1/schema/treaties.json"] == "data/treaties/*.yml"


def test_it_is_in_the_navigation(folder: Path) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", "from bamboo.site.navigation import navigation; print(navigation())"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(folder / "hooks")},
        check=True,
    ).stdout
    assert "{'Treaties': 'accords/index.md'}" in shown


def test_a_mistake_in_it_is_a_finding(folder: Path) -> None:
    change(folder / "data" / "treaties" / "forum-treaty.yml", "remark:", "remrk:")
    assert "Did you mean `remark`?" in run(folder, "check")


def test_claims_that_name_it_are_on_its_page(folder: Path) -> None:
    """Facts have to have a field for it; nothing else changes."""
    recipes.play("Add a field", folder)
    for claim in ("forum-held", "norway-visit"):
        path = folder / "data" / "facts" / "2024" / f"{claim}.yml"
        path.write_text(path.read_text(encoding="utf-8") + "treaties: [forum-treaty]\n", encoding="utf-8")
    assert run(folder, "check").count("`treaties` has forum; no quote names it.") == 1
    change(path, "treaties: [forum-treaty]\n", "")
    made = folder / "made"
    run(folder, "pages", str(made))
    page = (made / "accords" / "forum-treaty.md").read_text(encoding="utf-8")
    assert "Hanoi hosted a forum" in page
    (treaty,) = json.loads((made / "data" / "v1" / "treaties.json").read_text(encoding="utf-8"))
    assert treaty["claims"] == ["forum-held"]
