"""A command finds the same with what another one kept, without it, and where it was damaged."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import project
import pytest
from bamboo import checks
from bamboo.commands import remembered
from bamboo.data.locations import Finding
from bamboo.kinds.folder import Folder
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


def test_what_rules_find_out_later_is_kept_too(root: Path) -> None:
    path = root / edit(root)
    text = path.read_text(encoding="utf-8")
    # The last rules are not asked as long as others find mistakes.
    path.write_text(text + "note: In 2051.\n", encoding="utf-8")
    assert checks.run(checked(root))
    path.write_text(text, encoding="utf-8")
    checked(root)
    known = remembered.before(root)
    assert known is not None
    assert known.known.told("naming")
    person = next(entry for entry in known.people.values())
    text = (root / person.file).read_text(encoding="utf-8")
    (root / person.file).write_text(text.replace("name: ", "name: Other ", 1), encoding="utf-8")
    checked(root)
    again = remembered.before(root)
    assert again is not None
    assert again.files[person.file].digest != known.files[person.file].digest


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


def test_a_file_is_opened_again_only_where_its_size_or_times_are_others(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time_ns() + 3_600_000_000_000  # as if all had been written long ago
    first = load(root, None, later)
    opened: list[str] = []
    real = Folder.content

    def content(folder: Folder, name: str, largest: int, rule: str) -> bytes | Finding:
        opened.append(name)
        return real(folder, name, largest, rule)

    monkeypatch.setattr(Folder, "content", content)
    load(root, first, later)
    assert not [name for name in opened if name.startswith("data/facts")]
    path = sorted((root / "data" / "facts").rglob("*.yml"))[0]
    was, text = path.stat(), path.read_bytes()
    path.write_bytes(text.replace(b"claim: ", b"claim:\t", 1))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    changed = load(root, first, later)
    assert [name for name in opened if name.startswith("data/facts")] == [path.relative_to(root).as_posix()]
    assert changed.findings
    path.write_bytes(text)
    assert load(root, changed, later).findings == first.findings


def test_times_of_a_file_that_was_just_written_say_nothing(root: Path) -> None:
    first = load(root, None, time.time_ns() - 3_600_000_000_000)
    assert {read.stamp for read in first.files.values()} == {None}
