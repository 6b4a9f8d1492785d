"""Lists that the program has once and people read elsewhere: layers, words of make, commands.

`python tests/lists.py` (or `make lists`) writes them into README.md and docs/developers.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import project
from bamboo.commands import commands
from layers import LAYERS

PAGES = (project.ROOT / "README.md", project.ROOT / "docs" / "developers.md")
LIST = re.compile(r"(<!-- make lists: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def words() -> dict[str, str]:
    """The words of the Makefile with what its help says of each."""
    makefile = (project.ROOT / "Makefile").read_text(encoding="utf-8")
    address = re.search(r"^ADDRESS \?= (.*)$", makefile, re.MULTILINE)
    assert address
    said = re.findall(r'^\t@echo "make (\S+) +(.*)"$', makefile, re.MULTILINE)
    return {word: what.replace("$(ADDRESS)", address[1]) for word, what in said}


def table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    """Two columns, the first of them code."""
    lines = [f"| {head[0]} | {head[1]} |", "|---|---|", *(f"| `{name}` | {does} |" for name, does in rows)]
    return "\n".join(lines)


def lists() -> dict[str, str]:
    """Each list as a Markdown table."""
    return {
        "layers": table(("Layer", "What it does"), ((layer.name, layer.does) for layer in LAYERS)),
        "words": table(
            ("Word", "What it is for"), ((f"make {word}", what) for word, what in words().items())
        ),
        "commands": table(
            ("Command", "What it is for"),
            ((f"bamboo {command.name}", command.help) for command in commands()),
        ),
    }


def current(page: str) -> str:
    """The page with each of its lists as it is now."""
    made = lists()
    return LIST.sub(lambda found: f"{found[1]}\n{made[found[2]]}\n\n{found[3]}", page)


def main(pages: Iterable[Path] = PAGES) -> None:
    """Write the lists into the pages that have a place for them."""
    for path in pages:
        path.write_text(current(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
