"""The live files are in the form that `bamboo fix` leaves, and so are those that the guide shows of them."""

from __future__ import annotations

import re

import project
import pytest
from bamboo.editing import fix
from bamboo.kinds import moved
from bamboo.kinds.library import load
from every import Every
from labels import label_of

REAL = load(project.ROOT)


def test_the_files_are_as_fix_leaves_them(every: Every) -> None:
    for path in sorted((project.ROOT / "data").rglob("*.yml")):
        with every.test(label_of(path)):
            file = path.relative_to(project.ROOT).as_posix()
            if file == moved.FILE:  # no record: `bamboo rename` writes it, test_moving holds its form
                continue
            assert fix.fixed(path.read_bytes(), file, REAL) == fix.Fixed(None), file


EXAMPLES = re.findall(
    r"```yaml\n# (data/\w+/\S+\.yml)\n(.*?)```",
    (project.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
    flags=re.DOTALL,
)


@pytest.mark.parametrize(("file", "text"), EXAMPLES, ids=[file for file, _ in EXAMPLES])
def test_the_guide_shows_files_as_fix_leaves_them(file: str, text: str) -> None:
    assert fix.fixed(text.lstrip("\n").encode(), file, REAL).text is None
