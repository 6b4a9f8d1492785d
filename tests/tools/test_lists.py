"""README and the page for developers have each list as it is, and name only files that exist."""

from __future__ import annotations

import re
from pathlib import Path

import journeys
import lists
import project
import pytest
from layers import LAYERS

ROOT = project.ROOT
DEVELOPERS = ROOT / "docs" / "developers.md"


@pytest.mark.parametrize("path", lists.PAGES, ids=lambda path: path.name)
def test_the_lists_are_current(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert lists.LIST.search(page)
    assert page == lists.current(page), "`make lists` writes them"


def test_developers_have_all_lists() -> None:
    page = DEVELOPERS.read_text(encoding="utf-8")
    assert {name for _, name, _ in lists.LIST.findall(page)} == set(lists.lists())


def test_every_word_of_make_has_its_line() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    assert {*lists.words(), "help"} == set(phony[1].split())
    assert {*phony[1].split()} == set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


@pytest.mark.parametrize("path", lists.PAGES, ids=lambda path: path.name)
def test_files_that_are_named_exist(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    prose = re.sub(r"^## Add .*", "", journeys.FENCE.sub("", page), flags=re.MULTILINE | re.DOTALL)
    named = re.findall(r"`((?:data|docs|hooks|tests|benchmarks)/[\w./-]+)`", prose)
    assert named
    # The site has what is in docs/.
    assert [name for name in named if not any((root / name).exists() for root in (ROOT, ROOT / "docs"))] == []
    assert [name for name in tree(page) if not (ROOT / name).exists()] == []


def tree(page: str) -> list[str]:
    """The paths in an indented tree of folders, in which two blanks are a step down."""
    found = []
    at: dict[int, str] = {}
    for line in (
        re.split(r"^## The (?:tree|folders)$", page, flags=re.MULTILINE)[1].partition("\n## ")[0].splitlines()
    ):
        entry = re.match(r"    ( *)([\w./-]+)(  .*)?$", line)
        if not entry or not (entry[2].endswith("/") or "." in entry[2]):
            continue
        depth = len(entry[1])
        parent = next((at[step] for step in sorted(at, reverse=True) if step < depth), "")
        path = parent + entry[2]
        at = {step: name for step, name in at.items() if step < depth} | {depth: path}
        found.append(path)
    return found


def test_every_layer_and_every_tier_of_tests_is_in_the_tree() -> None:
    shown = set(tree(DEVELOPERS.read_text(encoding="utf-8")))
    layers = {f"hooks/bamboo/{layer.name}" for layer in LAYERS} - {"hooks/bamboo/__main__"}
    assert {name for name in layers if not {f"{name}/", f"{name}.py"} & shown} == set()
    tiers = {f"tests/{path.parent.name}/" for path in (ROOT / "tests").glob("*/test_*.py")}
    assert tiers - shown == set()


@pytest.mark.parametrize("folder", ["data", "hooks/bamboo/site"])
def test_every_folder_of_the_data_and_of_the_site_is_in_a_tree(folder: str) -> None:
    shown = {name for path in lists.PAGES for name in tree(path.read_text(encoding="utf-8"))}
    inside = {f"{folder}/{path.name}/" for path in (ROOT / folder).iterdir() if path.is_dir()}
    assert inside - shown - {f"{folder}/__pycache__/"} == set()
