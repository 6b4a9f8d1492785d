"""A new kind of page is a view, a template and a row of the page table: played in a copy of the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import project
import pytest

VIEW = '''"""The quotes with most words."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.graph.claims import Graph
from bamboo.site.blocks.cards import Card, card


@dataclass(frozen=True, slots=True)
class LongestView:
    """The claim whose quotes have most words."""

    lead: str
    card: Card


def longest(graph: Graph) -> LongestView:
    """The page."""
    found = max(graph.claims.values(), key=lambda claim: sum(len(q.text.split()) for q in claim.evidence))
    return LongestView("The claim with most words to prove it.", card(graph, found))
'''

TEMPLATE = """{% from "cards.jinja" import card with context %}
# {{ title|md }}

<p class="lead">{{ view.lead }}</p>

{{ card(view.card) }}

<p><a href="{{ pages.gaps|href }}">What no source says</a></p>
"""

ROW = """    One(
        "longest",
        "longest.html",
        "Longest proof",
        "The claim with most words to prove it.",
        of(longest),
        menu=Menu("Longest proof", "Compare"),
        search="verbose",
    ),
"""

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
    site = folder / "hooks" / "bamboo" / "site"
    (site / "pages" / "longest.py").write_text(VIEW, encoding="utf-8")
    (site / "pages" / "longest.md.jinja").write_text(TEMPLATE, encoding="utf-8")
    table = (site / "table.py").read_text(encoding="utf-8")
    after = '    One(\n        "about",'
    assert table.count(after) == 1
    table = table.replace(after, ROW + after)
    first = "from bamboo.site.pages.moved import"
    table = table.replace(first, f"from bamboo.site.pages.longest import longest\n{first}")
    (site / "table.py").write_text(table, encoding="utf-8")
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
