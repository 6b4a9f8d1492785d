"""A command finds the same with what another one kept, without it, and where it was damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import project
import pytest
from bamboo import checks
from bamboo.commands import remembered
from bamboo.kinds.library import Library, load


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BAMBOO_CACHE", str(tmp_path / "cache"))
    shutil.copytree(project.SAMPLE, tmp_path / "project")
    return tmp_path / "project"


def edit(root: Path) -> str:
    path = sorted((root / "data" / "facts").rglob("*.yml"))[0]
    path.write_text(path.read_text(encoding="utf-8").replace("claim: ", "claim:  "), encoding="utf-8")
    return path.relative_to(root).as_posix()


def kept(root: Path) -> Path:
    (file,) = (root.parent / "cache").iterdir()
    return file


def checked(root: Path) -> Library:
    known = remembered.before(root)
    library = load(root, known)
    assert checks.run(library) == checks.run(load(root))
    remembered.keep(root, library, known)
    return library


def test_what_is_kept_is_neither_read_nor_checked_again(root: Path) -> None:
    first = checked(root)
    known = remembered.before(root)
    assert known is not None
    edited = edit(root)
    library = load(root, known)
    other = [entry.file for kind, entry in library.entries() if entry is not known.of(kind)[entry.id]]
    assert other == [edited]
    assert [*library.files] == [*first.files]
    assert checks.run(library) == checks.run(load(root))


def test_it_is_written_again_when_much_is_new(root: Path) -> None:
    checked(root)
    before = kept(root).read_bytes()
    edit(root)
    checked(root)
    assert kept(root).read_bytes() == before
    for path in (root / "data" / "facts").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    checked(root)
    assert kept(root).read_bytes() != before


@pytest.mark.parametrize("damage", [lambda whole: whole[:-5], lambda whole: whole[:99] + b"?" + whole[100:]])
def test_a_damaged_file_is_as_none(root: Path, damage: object) -> None:
    checked(root)
    kept(root).write_bytes(damage(kept(root).read_bytes()))  # type: ignore[operator]
    assert remembered.before(root) is None
    checked(root)
    assert remembered.before(root) is not None


def test_another_project_or_program_finds_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked(root)
    assert remembered.before(root.parent) is None
    monkeypatch.setattr(remembered, "_program", lambda: "another")
    assert remembered.before(root) is None
