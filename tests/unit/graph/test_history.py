"""The history of statements, from versions of files; and reading it from git."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import project
import pytest
from bamboo.build import build
from bamboo.commands import history as edge
from bamboo.graph.history import Commit, History, Version, history, statements

FACT = "data/facts/2024/norway-visit.yml"
TEXT = "title: A visit\nclaim: It was.\nwhen: 2024\n"


def commit(day: str, *versions: tuple[str, str | None, str | None]) -> Commit:
    utc = f"{day.replace('-', '')}T030000Z"
    return Commit(f"{day}T10:00:00+07:00", utc, tuple(Version(*version) for version in versions))


def days(*commits: Commit) -> list[tuple[Any, ...]]:
    found = history(commits)
    assert found
    return [(day.day, day.added, day.changed, day.withdrawn) for day in found.days]


def test_added_changed_and_withdrawn() -> None:
    other = TEXT.replace("was", "was not")
    found = days(
        commit("2024-01-01", (FACT, None, TEXT)),
        commit("2024-01-02", (FACT, TEXT, other)),
        commit("2024-01-03", (FACT, other, None)),
    )
    assert found == [
        ("2024-01-03", (), (), (("norway-visit", "A visit"),)),
        ("2024-01-02", (), ("norway-visit",), ()),
        ("2024-01-01", ("norway-visit",), (), ()),
    ]


@pytest.mark.parametrize(
    ("commits", "expected"),
    [
        pytest.param(
            [(FACT, None, TEXT), (FACT, TEXT, TEXT.replace("was", "is"))],
            [("2024-01-01", ("norway-visit",), (), ())],
            id="added and put right the same day",
        ),
        pytest.param([(FACT, None, TEXT), (FACT, TEXT, None)], [], id="added and withdrawn the same day"),
        pytest.param([(FACT, TEXT, TEXT.replace("A visit", "Another"))], [], id="only a title"),
        pytest.param(
            [(FACT, TEXT, "{")], [("2024-01-01", (), (), (("norway-visit", "A visit"),))], id="no YAML"
        ),
        pytest.param([("data/partners/norway.yml", None, "name: Norway")], [], id="no statement"),
    ],
)
def test_a_day_is_what_it_has_changed(commits: list[tuple[str, str, str]], expected: list[Any]) -> None:
    assert days(*(commit("2024-01-01", one) for one in commits)) == expected


def test_a_statement_filed_elsewhere_is_the_same() -> None:
    moved = FACT.replace("2024", "2023")
    assert days(commit("2024-01-01", (FACT, TEXT, None), (moved, None, TEXT))) == []


def test_each_observation_is_a_statement() -> None:
    file, head = "data/indicators/trade.yml", "name: Trade\nobservations:\n"
    one, two = "- {period: 2023, reports: [1]}\n", "- {period: 2024, reports: [2]}\n"
    assert days(commit("2024-01-01", (file, head + one, head + two + one))) == [
        ("2024-01-01", ("trade-2024",), (), ())
    ]


# --- from git ------------------------------------------------------------------------------------


def git(folder: Path, *words: str, at: str = "2024-05-01T12:00:00+07:00") -> None:
    known = ("-c", "user.name=An", "-c", "user.email=an@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(
        ["git", *known, *words],
        cwd=folder,
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", "GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": at},
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project whose data was committed on one day, and lost a fact on the next."""
    root = project.base(tmp_path / "Quan hệ")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "All")
    (root / "data/facts/2024/contracts-signed.yml").unlink()
    git(root, "commit", "--quiet", "-a", "-m", "One less", at="2024-05-02T12:00:00+07:00")
    return root


def test_git_tells_the_days(repository: Path) -> None:
    found = edge.read(repository)
    assert isinstance(found, History)
    assert found.as_of == "2024-05-02"
    assert [day.day for day in found.days] == ["2024-05-02", "2024-05-01"]
    assert [ident for ident, _ in found.days[0].withdrawn] == ["contracts-signed"]
    assert "norway-visit" in found.days[1].added
    assert found.last(FACT) == "2024-05-01"


def event(root: Path) -> dict[str, str]:
    """What the calendar says of the visit, whatever the fact is called."""
    made = build(root, history=edge.read(root))
    text = next(file.content.decode() for file in made.files if file.address == "data/v1/events.ics")
    entries = text.replace("\r\n", "\n").split("BEGIN:VEVENT\n")
    (found,) = (entry for entry in entries if "norway-visit" in entry)
    lines = dict(line.split(":", 1) for line in found.splitlines() if ":" in line)
    return {name: lines[name] for name in ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE") if name in lines}


def test_the_calendar_says_what_has_changed_and_keeps_the_first_name(repository: Path) -> None:
    git(repository, "revert", "--no-edit", "HEAD", at="2024-05-03T12:00:00+07:00")
    at = "20240501T050000Z"
    first = {"UID": "norway-visit@bamboo", "DTSTAMP": at, "LAST-MODIFIED": at, "SEQUENCE": "0"}
    assert event(repository) == first
    path = repository / FACT
    path.write_text("# A remark.\n" + path.read_text("utf-8"), "utf-8")
    git(repository, "commit", "--quiet", "-a", "-m", "A remark", at="2024-05-04T00:30:00+07:00")
    at = "20240503T173000Z"
    assert event(repository) == first | {"DTSTAMP": at, "LAST-MODIFIED": at, "SEQUENCE": "1"}
    assert project.bamboo(repository, "rename", "norway-visit", "visit-to-norway").returncode == 0
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "A name", at="2024-05-05T12:00:00+07:00")
    renamed = event(repository)
    assert renamed["UID"] == "norway-visit@bamboo"
    assert int(renamed["SEQUENCE"]) > 1
    cited = {file.address: file.content.decode("utf-8", "replace") for file in build(repository).files}
    assert "@misc{bamboo-norway-visit," in cited["data/v1/citations.bib"]


def test_what_is_kept_of_the_history_makes_no_other_one(repository: Path, tmp_path: Path) -> None:
    place = tmp_path / "history-kept"
    assert edge.read(repository, place) == edge.read(repository)
    assert edge.read(repository, place) == edge.read(repository)
    path = repository / FACT
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Another "), "utf-8")
    git(repository, "commit", "--quiet", "-a", "-m", "A title", at="2024-05-04T12:00:00+07:00")
    assert edge.read(repository, place) == edge.read(repository)
    place.write_bytes(place.read_bytes()[:-1])
    assert edge.read(repository, place) == edge.read(repository)


def test_a_shallow_clone_has_no_history(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "shallow")
    assert edge.read(tmp_path / "shallow") is None


def test_without_git_or_commits_there_is_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert edge.read(tmp_path) is None
    git(tmp_path, "init", "--quiet")
    assert edge.read(tmp_path) is None
    monkeypatch.setenv("PATH", "")
    assert edge.read(tmp_path) is None


def test_pages_and_the_feed_show_the_history_where_there_is_one(repository: Path) -> None:
    git(repository, "revert", "--no-edit", "HEAD", at="2024-05-03T12:00:00+07:00")
    with_git = build(repository, "https://example.org/", history=edge.read(repository))
    pages = {page.address: page.text for page in with_git.pages}
    assert "Last changed on <time" in pages["facts/2024/norway-visit.html"]
    assert "1 May 2024" in pages["facts/2024/norway-visit.html"]
    assert "3 May 2024" in pages["facts/2024/contracts-signed.html"]
    assert "contracts-signed.html" in pages["changes.html"]
    feed = next(file.content.decode() for file in with_git.files if file.address == "feed.xml")
    assert feed.count("<entry>") == 3
    assert 'href="https://example.org/changes.html#day-2024-05-03"' in feed
    without = build(repository, "https://example.org/")
    assert "changes.html" not in {page.address for page in without.pages}
    assert "feed.xml" not in {file.address for file in without.files}
    assert not [page.address for page in without.pages if "Last changed" in page.text]
    again = build(repository, "https://example.org/", history=edge.read(repository))
    assert with_git == again


def test_an_estimate_with_a_day_can_be_compared() -> None:
    text = (
        "name: Growth\nobservations:\n  - period: 2022\n    reports:\n"
        "      - estimate: {by: The Bank, on: 2022-05-02}\n"
    )
    assert [*statements("data/indicators/growth.yml", text)] == ["growth-2022"]
