"""What a build keeps is found again whole or not at all, and makes no other site."""

from __future__ import annotations

from pathlib import Path

import project
import pytest
from bamboo.build import build
from bamboo.kept import Kept
from bamboo.site.making import Memory
from hypothesis import given
from hypothesis import strategies as st

VALUES = {"text": "Việt Nam", "bytes": b"\x00\xff", "rows": [{"level": 1, "id": "a"}], "pair": ("x", ["y"])}


def filled(folder: Path, program: str = "p") -> Kept:
    kept = Kept(folder, program)
    for key, value in VALUES.items():
        kept.put("kind", key, value)
    kept.save()
    return Kept(folder, program)


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    kept = filled(tmp_path)
    assert {key: kept.get("kind", key) for key in VALUES} == VALUES
    assert kept.get("another kind", "text") is None
    assert kept.made("kind", "text", lambda: pytest.fail("made again")) == "Việt Nam"


def test_another_program_finds_nothing_and_takes_nothing_away(tmp_path: Path) -> None:
    filled(tmp_path)
    other = Kept(tmp_path, "q")
    assert other.get("kind", "text") is None
    assert other.made("kind", "text", lambda: "new") == "new"
    other.save()
    assert Kept(tmp_path, "p").get("kind", "text") == "Việt Nam"
    assert Kept(tmp_path, "q").get("kind", "text") == "new"


def test_files_of_old_programs_go(tmp_path: Path) -> None:
    for number in range(9):
        filled(tmp_path, f"p{number}")
    assert len(list(tmp_path.iterdir())) == 4


def test_what_is_not_used_goes_when_it_is_the_greater_part(tmp_path: Path) -> None:
    filled(tmp_path)
    kept = Kept(tmp_path, "p")
    kept.put("kind", "new", 1)
    kept.save()
    assert Kept(tmp_path, "p").get("kind", "text") is None
    assert Kept(tmp_path, "p").get("kind", "new") == 1


@given(place=st.integers(0, 10**6), bit=st.integers(0, 7), cut=st.booleans())
def test_a_damaged_file_is_as_none(
    tmp_path_factory: pytest.TempPathFactory, place: int, bit: int, cut: bool
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    filled(folder)
    file = next(folder.iterdir())
    content = bytearray(file.read_bytes())
    place %= len(content)
    if cut:
        del content[place:]
    else:
        content[place] ^= 1 << bit
    file.write_bytes(bytes(content))
    assert all(Kept(folder, "p").get("kind", key) is None for key in VALUES)


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    kept = filled(tmp_path / "file")
    assert kept.get("kind", "text") is None


def test_the_site_is_the_same_with_all_kept_with_nothing_and_with_a_damaged_file(tmp_path: Path) -> None:
    root = project.base(tmp_path / "project")
    sites = []
    for damage in (False, False, True):
        if damage:
            file = next((tmp_path / "cache").iterdir())
            file.write_bytes(file.read_bytes()[:-9])
        kept = Kept(tmp_path / "cache", "p")
        sites.append(build(root, memory=Memory(kept=kept)))
        kept.save()
    assert sites[0] == sites[1] == sites[2]
    assert sites[0].pages
