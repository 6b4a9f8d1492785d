"""A build goes on while the checks are not through, and nothing comes of it where they find anything."""

from __future__ import annotations

import re
from pathlib import Path

import project
import pytest
from bamboo import checks
from bamboo.build import Begun, Site, begin
from bamboo.checks.checking import Checking, RefusedError
from bamboo.data.locations import Finding
from bamboo.kinds.library import Library, load


@pytest.fixture(autouse=True)
def _few_are_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_MANY", 1)


def wrong_years(root: Path) -> Path:
    """A project whose claims say other years than their quotes: nothing that keeps a page from being made."""
    for path in (root / "data" / "facts").rglob("*.yml"):
        path.write_text(re.sub(r"(?m)^(claim: .*)2024", r"\g<1>2023", path.read_text("utf-8")), "utf-8")
    return root


def kept(folder: Path) -> Checking:
    """The checks of a project beside, which say in a file that they are through."""

    def keep(library: Library) -> None:
        (folder / "kept").write_text(str(len(library.facts)), encoding="ascii")

    return Checking(load(folder), 2, keep, beside=True)


def test_what_is_found_beside_is_what_a_check_finds(tmp_path: Path) -> None:
    root = wrong_years(project.base(tmp_path))
    checking = kept(root)
    with pytest.raises(RefusedError) as refused:
        checking.end()
    assert refused.value.findings
    assert list(refused.value.findings) == checks.run(load(root))
    with pytest.raises(RefusedError):
        checking.goes_on()
    assert (root / "kept").is_file()


def test_nothing_is_found_in_a_good_project(tmp_path: Path) -> None:
    root = project.base(tmp_path)
    checking = kept(root)
    with checking.before():
        checking.goes_on()
    checking.end()
    checking.goes_on()
    assert (root / "kept").is_file()


def test_an_error_of_what_is_made_meanwhile_gives_way_to_findings(tmp_path: Path) -> None:
    bad, good = kept(wrong_years(project.base(tmp_path / "bad"))), kept(project.base(tmp_path / "good"))
    with pytest.raises(RefusedError), bad.before():
        raise KeyError("no such partner")
    with pytest.raises(KeyError), good.before():
        raise KeyError("no such partner")


def test_what_keeps_pages_from_being_made_is_found_at_once(tmp_path: Path) -> None:
    root = project.base(tmp_path)
    project.change(root, {"remove": ["seeds/small-review.txt"]})
    with pytest.raises(RefusedError) as refused:
        kept(root)
    assert list(refused.value.findings) == checks.run(load(root))


def test_no_site_is_made_of_wrong_claims_and_the_same_of_right_ones(tmp_path: Path) -> None:
    good = project.base(tmp_path / "good")
    begun = begin(good, workers=2, beside=True)
    assert isinstance(begun, Begun)
    alone = begin(good)
    assert isinstance(alone, Begun)
    assert begun.site() == alone.site()
    begun.checking.end()
    bad = begin(wrong_years(project.base(tmp_path / "bad")), workers=2, beside=True)
    findings = bad.findings if isinstance(bad, Site) else found_at_the_end(bad)
    assert {finding.rule for finding in findings} == {"value"}


def found_at_the_end(begun: Begun) -> tuple[Finding, ...]:
    with pytest.raises(RefusedError) as refused:
        begun.checking.end()
    return refused.value.findings
