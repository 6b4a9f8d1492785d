"""The benchmark of editing plays a text to its end, and counts what is typed."""

from __future__ import annotations

from pathlib import Path

import project
from bamboo import checks
from bamboo.kinds.library import load

from benchmarks.editing.costs import by_files
from benchmarks.editing.played import forget, played


def test_a_text_is_reviewed_to_its_end(tmp_path: Path) -> None:
    text = tmp_path / "new-text.txt"
    text.write_text("Norway and Brazil opened a school of trade in Hanoi on May 8, 2024.\n", encoding="utf-8")
    one = played(project.CASES / "base", tmp_path / "project", text)
    assert (one.facts, one.left, one.keys, one.files) == (1, 0, 1, 1)
    assert by_files(one).keys > 20 * one.keys
    assert checks.run(load(tmp_path / "project")) == []


def test_a_source_is_taken_out_whole(tmp_path: Path) -> None:
    folder = project.copy_of_the_data(tmp_path)
    forget(folder, "vbf-2024-01-30")
    library = load(folder)
    assert library.findings == ()
    assert not library.quoting.get("vbf-2024-01-30")
    assert len(library.facts) > 10
