"""A build replaces the site by a whole one or not at all, also when another build runs beside it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import project
import pytest
from bamboo.commands import unchanged
from bamboo.commands.swap import Taken, restore, swap
from every import Every

# A hook beside Bamboo's own that does something to a site just before it is done.
SLOW = """
import os, pathlib, time
def on_post_build(config):
    if os.environ.get("HELD"):
        pathlib.Path("held").touch()
        while not pathlib.Path("released").exists():
            time.sleep(0.05)
"""
LOSES = """
import pathlib
def on_post_build(config):
    pathlib.Path(config.site_dir, "about.html").unlink()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project.with_program(project.base(tmp_path))


def add_hook(folder: Path, text: str) -> None:
    settings = folder / "mkdocs.yml"
    words = settings.read_text(encoding="utf-8")
    settings.write_text(words.replace("hooks:\n", "hooks:\n  - hooks/added.py\n"), encoding="utf-8")
    (folder / "hooks" / "added.py").write_text(text, encoding="utf-8")


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def is_whole(folder: Path, site: Path) -> bool:
    contents = unchanged.contents(folder)
    last = unchanged.last(folder, site, contents)
    return last is not None and last.source == unchanged.made_from(folder, contents)


def left_behind(folder: Path) -> list[Path]:
    return list(folder.glob(".site-*"))


def held(folder: Path) -> subprocess.Popen[str]:
    """A build that has written its whole site and waits before it ends."""
    build = subprocess.Popen(
        [sys.executable, "-m", "bamboo", "--root", str(folder), "build"],
        env={**os.environ, "HELD": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while not (folder / "held").exists():
        assert build.poll() is None, build.communicate()[0]
        time.sleep(0.05)
    return build


def test_two_builds_at_once_are_two_whole_sites(folder: Path) -> None:
    add_hook(folder, SLOW)
    first = held(folder)
    # Also that it is the same site which MkDocs makes alone.
    second = project.bamboo(folder, "build", "--plain")
    assert second.returncode == 0, second.stderr
    whole = {name: (folder / "site" / name).read_bytes() for name in files(folder / "site")}
    assert {"index.html", "about.html", "facts/2024/forum-held.html", "data/v1/facts.json"} <= set(whole)
    (folder / "released").touch()
    said, _ = first.communicate()
    assert first.returncode == 0, said
    assert {name: (folder / "site" / name).read_bytes() for name in files(folder / "site")} == whole
    assert not left_behind(folder)


def test_one_commit_is_one_site_at_any_time_and_in_any_place(folder: Path, tmp_path: Path) -> None:
    """The map of the site too, which MkDocs dates with the day of the build."""
    day = {"GIT_COMMITTER_DATE": "2024-05-01T12:00:00Z", "GIT_AUTHOR_DATE": "2024-05-01T12:00:00Z"}
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "--quiet"], ["add", "."], [*who, "commit", "--quiet", "-m", "All"]):
        subprocess.run(["git", "-C", str(folder), *words], check=True, env={**os.environ, **day})
    there = tmp_path / "Nơi khác"
    subprocess.run(["git", "clone", "--quiet", str(folder), str(there)], check=True)
    ways = {
        folder: {"SOURCE_DATE_EPOCH": "1700000000", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        there: {"SOURCE_DATE_EPOCH": "1900000000", "TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8"},
    }
    made = []
    for root, environment in ways.items():
        done = project.bamboo(root, "build", BAMBOO_SITE_URL="https://example.org/b/", **environment)
        assert done.returncode == 0, done.stderr
        made.append({name: (root / "site" / name).read_bytes() for name in files(root / "site")})
    assert b"<lastmod>2024-05-01</lastmod>" in made[0]["sitemap.xml"]
    assert made[0].keys() == made[1].keys()
    assert [name for name, content in made[0].items() if content != made[1][name]] == []


def test_a_build_that_is_stopped_leaves_the_site_and_nothing_else(folder: Path) -> None:
    add_hook(folder, SLOW)
    first = held(folder)
    first.terminate()
    said, _ = first.communicate()
    assert (first.returncode, said) == (130, "Stopped.\n")
    assert not (folder / "site").exists()
    assert not left_behind(folder)


def test_a_disk_that_fills_up_is_said_in_a_sentence(folder: Path) -> None:
    # No file may have more than 8 kB: as a full disk, it is noticed while files are written.
    line = 'ulimit -f 8; exec "$0" -m bamboo build'
    done = subprocess.run(
        ["bash", "-c", line, sys.executable], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert re.fullmatch(
        r"[^\n]+: File too large\.\nThe site was not built; site/ is as it was\.\n", done.stderr
    )
    assert not left_behind(folder)


def test_a_site_that_lacks_a_file_is_not_put_in_place(folder: Path) -> None:
    assert project.bamboo(folder, "build").returncode == 0
    before = files(folder / "site")
    add_hook(folder, LOSES)
    done = project.bamboo(folder, "build")
    assert done.returncode == 1
    assert "lacks 1 of its" in done.stderr
    assert "about.html" in done.stderr
    assert files(folder / "site") == before
    assert not left_behind(folder)


def test_the_site_of_a_build_that_was_killed_between_its_last_steps_comes_back(folder: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    last = folder / f".site-{ended.pid}-killed" / "last"
    last.mkdir(parents=True)
    (last / "index.html").write_text("the last good site", encoding="utf-8")
    project.change(folder, {"remove": ["seeds/small-review.txt"]})
    assert project.bamboo(folder, "build").returncode == 1
    assert (folder / "site" / "index.html").read_text(encoding="utf-8") == "the last good site"
    assert not left_behind(folder)


def test_folders_that_a_killed_build_took_come_back_with_their_site(folder: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    work = folder / f".site-{ended.pid}-killed"
    for path in ("last/index.html", "last/facts/2023/a.html", "next/facts/2024/b.html", "next/index.html"):
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text(path, encoding="utf-8")
    (work / "folders").write_text("facts/2023\nfacts/2024", encoding="utf-8")
    restore(folder, folder / "site")
    assert files(folder / "site") == {"index.html", "facts/2023/a.html", "facts/2024/b.html"}
    assert (folder / "site" / "index.html").read_text(encoding="utf-8") == "last/index.html"
    assert not left_behind(folder)


def test_folders_are_taken_only_of_the_very_site_that_has_them(tmp_path: Path) -> None:
    site, work = tmp_path / "site", tmp_path / "work"
    for path in (site / "facts" / "a.html", site / "index.html", work / "next" / "index.html"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.parent.name, encoding="utf-8")
    (work / "folders").write_text("facts", encoding="utf-8")
    assert not swap(work, site, Taken(("facts",), site.stat().st_ino + 1))
    assert not swap(work, site, Taken(("facts", "no-such"), site.stat().st_ino))
    assert files(site) == {"index.html", "facts/a.html"}
    assert (site / "index.html").read_text(encoding="utf-8") == "site"
    assert swap(work, site, Taken(("facts",), site.stat().st_ino))
    assert files(site) == {"index.html", "facts/a.html"}
    assert (site / "index.html").read_text(encoding="utf-8") == "next"


def test_a_build_does_nothing_only_where_nothing_has_changed(folder: Path, every: Every) -> None:
    """Cold, warm and with a damaged note; whatever is edited, on either side, the site is the same again."""
    assert "is built" in project.bamboo(folder, "build").stdout
    site = folder / "site"
    whole = {name: (site / name).read_bytes() for name in files(site)}
    begun = (site / "index.html").stat().st_ino
    assert "Nothing has changed" in project.bamboo(folder, "build").stdout
    assert (site / "index.html").stat().st_ino == begun
    note, source = unchanged.note_of(folder), folder / "docs" / "about.md"
    edits: dict[str, Callable[[], object]] = {
        "a page is edited": lambda: (site / "about.html").write_text("edited", encoding="utf-8"),
        "a file is lost": (site / "data" / "v1" / "facts.json").unlink,
        "a file is too many": (site / "added").touch,
        "the note is cut off": lambda: note.write_text(
            note.read_text(encoding="ascii")[:-9], encoding="ascii"
        ),
        "a source is written anew": lambda: source.write_bytes(source.read_bytes() + b"\nMore.\n"),
    }
    assert is_whole(folder, site)
    for what, edit in edits.items():
        with every.test(what):
            before = {path: path.read_bytes() for path in (note, source)}
            edit()
            assert not is_whole(folder, site)
            for path, content in before.items():
                path.write_bytes(content)
            (site / "added").unlink(missing_ok=True)
            for name, content in whole.items():
                (site / name).write_bytes(content)
            assert is_whole(folder, site)
    (site / "about.html").write_text("edited", encoding="utf-8")
    (site / "data" / "v1" / "facts.json").unlink()
    assert "is built" in project.bamboo(folder, "build").stdout
    assert {name: (site / name).read_bytes() for name in files(site)} == whole


def test_of_many_sites_put_in_place_at_once_one_is_left_whole(tmp_path: Path) -> None:
    def build(number: int) -> None:
        work = tmp_path / f"work-{number}"
        for page in range(20):
            path = work / "next" / f"{page}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(number), encoding="utf-8")
        swap(work, tmp_path / "site")

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(build, range(100)))
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "site").iterdir()]
    assert len(pages) == 20
    assert len(set(pages)) == 1


def test_a_swap_that_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").touch()
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "no-such-build", site)
    assert files(site) == {"index.html"}
