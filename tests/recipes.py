"""The recipes of docs/developers.md, played: files written and lines changed just as the page shows them.

A block belongs to the file that is named right before it; a `diff` block changes that file, another one
is that file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import journeys
import project

PAGE = project.ROOT / "docs" / "developers.md"
FILE = re.compile(r"`([\w./-]+)`[^`]*:\s*\Z")
COUNT = re.compile(r"\*\*(\d+) new files?, (\d+) changed")


@dataclass(frozen=True)
class Recipe:
    """A section of the page: its blocks by file, and the numbers of files that it names."""

    title: str
    blocks: tuple[tuple[str, journeys.Block], ...]
    new: int
    changed: int


def recipes() -> dict[str, Recipe]:
    """The sections of the page that say how many files they write, by title."""
    page = PAGE.read_text(encoding="utf-8")
    found = {}
    for section in journeys.sections(page):
        body = page.partition(f"\n## {section.title}\n")[2].partition("\n## ")[0]
        if said := COUNT.search(body):
            blocks = tuple((_file(block), block) for block in section.blocks)
            found[section.title] = Recipe(section.title, blocks, int(said[1]), int(said[2]))
    return found


def _file(block: journeys.Block) -> str:
    named = FILE.search(block.before)
    assert named, f"No file is named before:\n{block.text}"
    return named[1]


def play(title: str, folder: Path) -> None:
    """Do what a recipe says in a copy of the project, and hold it to the numbers of files that it names."""
    recipe = recipes()[title]
    new = {name for name, block in recipe.blocks if block.language != "diff"}
    changed = {name for name, block in recipe.blocks if block.language == "diff"}
    assert (len(new), len(changed)) == (recipe.new, recipe.changed), f"{title}: {new}, {changed}"
    for name, block in recipe.blocks:
        path = folder / name
        if block.language == "diff":
            path.write_text(_edited(path.read_text(encoding="utf-8"), block, name), encoding="utf-8")
        else:
            assert not path.exists(), f"{title}: {name} is there already"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")


def _edited(text: str, block: journeys.Block, name: str) -> str:
    lines = block.text.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
    assert text.count(old) == 1, f"{name}: these lines are there {text.count(old)} times:\n{old}"
    return text.replace(old, new)
