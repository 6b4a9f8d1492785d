"""A file that is as it was is not read again, and every change of one is noticed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from bamboo.commands import contents
from bamboo.commands.contents import Contents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files that were written some time ago."""
    made = tmp_path / "project"
    (made / "inner").mkdir(parents=True)
    (made / "one").write_text("one", encoding="utf-8")
    (made / "inner" / "two").write_text("two", encoding="utf-8")
    return made


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for files to be old."""
    monkeypatch.setattr(contents, "MOMENT", 0)


def said(folder: Path) -> str:
    """What is known of the folder, from one build to the next."""
    found = Contents(folder.parent / "noted")
    digest = found.of(folder.parent, [folder.name])
    found.save()
    return digest


def noticed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is read of files from now on."""
    read: list[bytes] = []

    def digested(content: bytes) -> object:
        read.append(content)
        return hashlib.sha256(content)

    monkeypatch.setattr(contents, "sha256", digested)
    return read


def of_same_size_and_time(file: Path) -> None:
    was = file.stat()
    file.write_text("ONE", encoding="utf-8")
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "the content": lambda folder: (folder / "one").write_text("more than one", encoding="utf-8"),
    "content of the same size and time": lambda folder: of_same_size_and_time(folder / "one"),
    "a name": lambda folder: (folder / "one").rename(folder / "first"),
    "a file more": lambda folder: (folder / "inner" / "three").touch(),
    "a file less": lambda folder: (folder / "inner" / "two").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_noticed_and_its_return_too(folder: Path, change: Callable[[Path], object]) -> None:
    before = said(folder)
    assert said(folder) == before
    change(folder)
    assert said(folder) == Contents().of(folder.parent, [folder.name]) != before


def test_what_was_not_touched_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = said(folder)
    (folder / "inner" / "two").write_text("TWO", encoding="utf-8")
    read = noticed(monkeypatch)
    assert said(folder) != before
    assert read == [b"TWO"]


def test_what_was_changed_just_now_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "MOMENT", 60_000_000_000)
    before = said(folder)
    read = noticed(monkeypatch)
    assert said(folder) == before
    assert sorted(read) == [b"one", b"two"]


def test_a_note_that_is_not_whole_is_as_none(folder: Path) -> None:
    before = said(folder)
    noted = folder.parent / "noted"
    noted.write_bytes(noted.read_bytes()[:-1])
    assert said(folder) == before
    noted.write_bytes(b"")
    assert said(folder) == before
