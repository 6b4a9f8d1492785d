"""A new kind of page is a view, a template and a row of the page table: played in a copy of the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import project
import pytest
import recipes

LISTS = """
import json
from bamboo.site.navigation import navigation
from bamboo.site.search.pages import PAGES
print(json.dumps([navigation(), [page.address for page in PAGES]]))
"""


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A copy of the program and a small project, with the page added as the recipe says."""
    folder = project.with_program(project.base(tmp_path / "project"))
    recipes.play("Add a page", folder)
    return folder


def run(folder: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(folder / "hooks")},
        cwd=folder,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_page_kind_is_a_view_a_template_and_a_row(changed: Path, tmp_path: Path) -> None:
    made = tmp_path / "made"
    run(changed, "-m", "bamboo", "--root", str(changed), "pages", str(made))
    page = (made / "longest.md").read_text(encoding="utf-8")
    assert 'title: "Longest proof"' in page
    assert 'description: "The claim with most words to prove it."' in page
    assert "# Longest proof" in page
    assert '<article class="claim"' in page
    assert 'href="gaps.html"' in page
    lists = run(changed, "-c", LISTS)
    assert '{"Longest proof": "longest.md"}' in lists
    assert '"longest.html"' in lists
    assert '"longest.html"' in (made / "search" / "core.js").read_text(encoding="utf-8")
