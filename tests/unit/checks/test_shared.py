"""Checks find the same, in the same order, by however many processes claims are read."""

from __future__ import annotations

import re
from pathlib import Path

import project
import pytest
from bamboo import checks
from bamboo.kinds.library import load


def test_findings_are_the_same_by_one_process_and_by_three(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project.base(tmp_path)
    for path in (root / "data" / "facts").rglob("*.yml"):
        path.write_text(re.sub(r"(?m)^(claim: .*)2024", r"\g<1>2023", path.read_text("utf-8")), "utf-8")
    monkeypatch.setattr(checks, "_MANY", 1)
    one = checks.run(load(root))
    assert len({finding.location.file for finding in one if finding.rule == "value"}) > 1
    library = load(root)
    assert checks.run(library, workers=3) == one
    assert checks.run(library) == one
