"""A build never replaces a good site with a bad one, and its pages lead to the files to edit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pages
import project
import pytest
from every import Every
from labels import label_of

BREAK = {"replace": {"data/facts/2024/forum-held.yml": [["kind: event", "kind: evnt"]]}}


@pytest.mark.parametrize("command", ["bamboo", "mkdocs"])
def test_a_bad_edit_leaves_the_last_good_site(tmp_path: Path, command: str) -> None:
    folder = project.with_program(project.base(tmp_path))
    assert project.bamboo(folder, "build").returncode == 0
    good = {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}
    project.change(folder, BREAK)
    project.change(folder, {"remove": ["seeds/small-review.txt"]})
    if command == "bamboo":
        done = project.bamboo(folder, "build")
    else:
        words = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        done = subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert "data/facts/2024/forum-held.yml:2:7  shape" in said
    assert "data/sources/small-review.yml:4:7  seed" in said
    assert good == {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}
    assert not list(folder.glob(".site-*"))


def test_a_site_that_mkdocs_refuses_leaves_the_last_good_one(tmp_path: Path) -> None:
    folder = project.with_program(project.base(tmp_path))
    assert project.bamboo(folder, "build").returncode == 0
    before = (folder / "site" / "about.html").read_bytes()
    (folder / "docs" / "about.md").write_text("# About\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    done = project.bamboo(folder, "build")
    assert (done.returncode, "nowhere.md" in done.stderr) == (1, True)
    assert (folder / "site" / "about.html").read_bytes() == before


def test_after_an_edit_the_site_is_that_of_a_whole_build(tmp_path: Path) -> None:
    folder = project.with_program(project.base(tmp_path / "edited"))
    assert project.bamboo(folder, "build").returncode == 0
    site = folder / "site"
    before = {path.relative_to(site): path.stat().st_ino for path in site.rglob("*") if path.is_file()}
    edit = {"replace": {"data/facts/2024/open-door.yml": [["kind: ", "note: It says so.\nkind: "]]}}
    project.change(folder, edit)
    assert project.bamboo(folder, "build").returncode == 0
    taken = {name for name, file in before.items() if (site / name).stat().st_ino == file}
    whole = project.with_program(project.base(tmp_path / "whole"))
    project.change(whole, edit)
    assert project.bamboo(whole, "build").returncode == 0
    there = {path.relative_to(whole / "site"): path for path in (whole / "site").rglob("*") if path.is_file()}
    assert there.keys() == {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert [name for name, path in there.items() if path.read_bytes() != (site / name).read_bytes()] == []
    # What the edit cannot have changed was taken from the site before.
    assert Path("facts/2024/open-door.html") not in taken
    assert {Path("facts/2024/forum-held.html"), Path("partners/brazil.html")} <= taken


def test_edit_links_lead_to_the_record_and_its_line(tmp_path: Path, every: Every) -> None:
    folder = project.with_program(project.base(tmp_path))
    done = project.bamboo(folder, "build", BAMBOO_REPO_URL="https://code.example/bamboo")
    assert done.returncode == 0, done.stderr
    base = "https://code.example/bamboo/edit/main"
    for page, record in {
        "facts/2024/forum-held.html": "data/facts/2024/forum-held.yml#L1",
        "partners/brazil.html": "data/partners/brazil.yml#L1",
        "about.html": "docs/about.md",
        "contribute.html": "CONTRIBUTING.md#L1",
    }.items():
        with every.test(label_of(page, record)):
            links = [
                reference.address for reference in pages.references(folder / "site", folder / "site" / page)
            ]
            assert f"{base}/{record}" in links, page


def test_no_site_is_made_of_drafts(tmp_path: Path) -> None:
    folder = project.with_program(project.base(tmp_path))
    door = "data/facts/2024/open-door.yml"
    project.change(folder, {"replace": {door: [["kind: assessment", "draft: true\nkind: assessment"]]}})
    done = project.bamboo(folder, "build")
    assert (done.returncode, f"{door}:2:1  draft" in done.stdout + done.stderr) == (1, True)
    assert not (folder / "site").exists()
