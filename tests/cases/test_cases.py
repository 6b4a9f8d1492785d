"""Every broken edit in tests/cases gives just the findings its file says, word for word and code for code."""

from __future__ import annotations

from pathlib import Path

import project
import pytest
import yaml
from bamboo import checks
from bamboo.checks import report
from bamboo.kinds.library import load
from every import Every
from labels import label_of

FILES = project.cases()


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(project.CASES).as_posix()[:-4])
def test_case(file: Path, tmp_path: Path, every: Every) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    folder = project.base(tmp_path)
    project.change(folder, case)
    findings = checks.run(load(folder))
    said = report.text(findings).rpartition("\n\n")[0]
    assert said == case["expect"].strip()
    assert [f"{finding.rule}.{finding.code}" for finding in findings] == case["codes"]
    for finding in findings:
        with every.test(label_of(finding)):
            assert len(finding.message.splitlines()) + bool(finding.hint) <= 3, "more than four lines"


def test_the_base_is_clean() -> None:
    assert checks.run(load(project.CASES / "base")) == []


def test_many_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    """A quote with a letter changed, an unknown partner, a duplicate key, a tab, a conflict marker, an
    edited seed and a missing file: one finding each."""
    folder = project.copy_of_the_data(tmp_path)
    facts = sorted((folder / "data" / "facts" / "2024").glob("*.yml"))
    quote, partner, double, tab, conflict, *_ = (path for path in facts if "partners: [" in path.read_text())
    lines = quote.read_text().splitlines()
    at = next(i for i, line in enumerate(lines) if line.strip() == "quote: >-") + 1
    lines[at] = lines[at][:-1] + ("x" if lines[at][-1] != "x" else "y")
    quote.write_text("\n".join(lines))
    partner.write_text(partner.read_text().replace("partners: [", "partners: [atlantis, "))
    double.write_text(double.read_text() + "kind: event\n")
    tab.write_text(tab.read_text().replace("themes: ", "themes:\t"))
    conflict.write_text("<<<<<<< HEAD\n" + conflict.read_text())
    edited = folder / "seeds" / "vbf-2024-01-30.txt"
    edited.write_text(edited.read_text() + " ")
    (folder / "seeds" / "hanoi-times-2025-01-09.txt").unlink()
    findings = checks.run(load(folder))
    assert sorted(finding.rule for finding in findings) == [
        "quote", "reference", "seed", "seed", "yaml", "yaml", "yaml",
    ]  # fmt: skip
