"""Generated projects are as large as asked for and give the checks nothing to find; their figures add up."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bamboo import checks
from bamboo.checks import progress
from bamboo.kinds.library import load

from benchmarks.scale import generate, report, results
from benchmarks.scale.processes import Cost, StoppedError, run
from benchmarks.scale.weights import Weight


def test_a_generated_project_passes_the_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "with_program", lambda folder: None)
    generate.generate(200, tmp_path)
    library = load(tmp_path)
    assert len(library.facts) + len(library.observations) == 200
    assert checks.run(library) == []
    claims = [entry.record.claim for entry in library.facts.values()]
    quotes = [quote.quote for entry in library.facts.values() for quote in entry.record.evidence]
    assert len({*claims}) == len(claims)
    assert len({*quotes}) == len(quotes)


def test_sources_in_progress_stop_nothing_and_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generate, "with_program", lambda folder: None)
    generate.generate(200, tmp_path, in_progress=4)
    library = load(tmp_path)
    assert checks.run(library) == []
    found = progress.of(library)
    assert len(found) == 4
    assert {one.card.id for one in found} == {
        card.id for card in library.sources.values() if card.record.in_progress
    }
    for one in found:
        assert len(one.passages) == 1  # five sentences with nothing between them
        assert 0 < one.counts.left < one.counts.words
    assert len(checks.left(library)) == sum(len(one.passages) + len(one.names) for one in found)


def test_a_command_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(StoppedError, match="stopped after"):
        run((sys.executable, "-c", "import time; time.sleep(60)"), tmp_path, limit=0.2)


def test_growth_is_an_exponent_of_the_number_of_claims() -> None:
    small = report.Report(0, 1000, {"work": Cost(1, 2.0, 10)})
    large = report.Report(10_000, 10_000, {"work": Cost(1, 20.0, 10)}, {"other": "failed"})
    said = report.text([small, large])
    assert "| work | 1.00 |" in said
    assert "| work | 2.0 / 1.0 / 10 | 20.0 / 1.0 / 10 |" in said
    assert "| other |  | failed |" in said


def test_a_page_over_a_bound_is_named() -> None:
    pages = [Weight("timeline.html", 160_000, 10), Weight("facts/2024/one.html", 9_000, 3_001)]
    pages.append(Weight("facts/2024/two.html", 9_000, 10))
    said = report.text([report.Report(0, 3, pages=pages)])
    assert "| timeline.html | 1 | timeline.html | 160 | 10 | 1 |" in said
    assert "| facts/… | 2 | facts/2024/one.html | 9 | 3,001 | 1 |" in said


def test_results_take_the_place_of_the_last_ones_and_name_the_machine(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(
        "Before.\n<!-- make bench-scale: results -->\nold\n<!-- end -->\nAfter.\n", encoding="utf-8"
    )
    for table in ("| first |", "| second |"):
        results.write(table, readme)
    said = readme.read_text(encoding="utf-8")
    assert said.startswith("Before.\n<!-- make bench-scale: results -->\n\n")
    assert said.endswith(f" {results.machine()}:\n\n| second |\n\n<!-- end -->\nAfter.\n")
    assert "old" not in said
    assert "first" not in said
    assert "cores" in results.machine()
    readme.write_text("No place.", encoding="utf-8")
    with pytest.raises(ValueError, match="0 places"):
        results.write("| third |", readme)
