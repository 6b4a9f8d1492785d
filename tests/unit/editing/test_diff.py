"""`bamboo diff`: small changes of a small project in git, and what is said of them."""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import project
import pytest
from bamboo import cli
from bamboo.editing.diff import claims, markdown
from bamboo.editing.diff.compare import Pages, Result
from bamboo.editing.diff.text import text as as_text
from every import Every
from labels import label_of

FORUM = "data/facts/2024/forum-held.yml"
TRADE = "data/indicators/trade.yml"
NOTHING = "No change in meaning."


def git(folder: Path, *words: str) -> str:
    """git without the machine's own settings."""
    own = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *own, *words], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The base project, committed."""
    folder = project.base(tmp_path / "project")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


def commit(folder: Path) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A state")
    return git(folder, "rev-parse", "HEAD")


def said(folder: Path, *words: str) -> str:
    """What the command prints; not in a process of its own, since many tests ask it."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        assert cli.main(["--root", str(folder), "diff", *words]) == 0
    return printed.getvalue()


def found(folder: Path, *words: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(said(folder, *words, "--format", "json"))
    return read


def replace(folder: Path, file: str, old: str, new: str) -> None:
    project.change(folder, {"replace": {file: [[old, new]]}})


def test_nothing_changed(repository: Path) -> None:
    assert said(repository).endswith(f"\n{NOTHING}\n")
    comment = said(repository, "--format", "markdown")
    assert comment.startswith("<!-- bamboo-diff -->\n")
    assert NOTHING in comment


def test_comments_and_form_are_no_change(repository: Path) -> None:
    text = (repository / FORUM).read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[1].startswith("kind:")
    lines[1:3] = [lines[2], "", "# A remark.", lines[1]]
    text = "\n".join(lines).replace("[partnerships]", "\n  - partnerships")
    text = text.replace("Hanoi hosted a forum on May 2, 2024.", "Hanoi hosted\n      a forum on May 2, 2024.")
    (repository / FORUM).write_text(text + "\n", encoding="utf-8")
    assert said(repository).endswith(f"\n{NOTHING}\n")


def test_a_claim_reworded(repository: Path) -> None:
    replace(repository, FORUM, "the first of its kind", "the first of them")
    shown = said(repository)
    guide = (project.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert f"FACTS: 1 changed\n\n~ {FORUM}\n" in shown
    assert "    claim: Hanoi hosted a forum on 2 May 2024, the first of [-its kind.-] {+them.+}\n" in shown
    assert "    small-review: “Hanoi hosted a forum on May 2, 2024.”\n" in shown
    read = found(repository)
    said_there = guide.partition("**`bamboo diff`** compares")[2].partition("**`bamboo draft`**")[0]
    assert read.keys() == {name for name in read if f"`{name}`" in said_there}
    (changed,) = read["facts"]["changed"]
    assert changed["changes"] == [
        {
            "field": "claim",
            "old": "Hanoi hosted a forum on 2 May 2024, the first of its kind.",
            "new": "Hanoi hosted a forum on 2 May 2024, the first of them.",
        }
    ]
    assert "facts/2024/forum-held.html" in read["pages"]["changed"]
    assert read["pages"]["new"] == read["pages"]["gone"] == read["coverage"] == read["names"] == []


def test_a_claim_added_and_one_removed(repository: Path) -> None:
    project.change(repository, {"remove": ["data/facts/2024/open-door.yml"]})
    project.change(
        repository,
        {
            "add": {
                "data/facts/2024/door.yml": (
                    "claim: The review mentions trade.\nkind: event\nwhen: 2024\nthemes: [economy]\n"
                    "evidence:\n"
                    "  - source: small-review\n    quote: that trade reached nearly US$8 billion in 2024.\n"
                )
            }
        },
    )
    shown = said(repository)
    assert (
        "FACTS: 1 added, 1 removed\n\n+ data/facts/2024/door.yml\n    The review mentions trade.\n" in shown
    )
    assert "\n- data/facts/2024/open-door.yml\n" in shown
    assert "~ small-review: cited 41 → 36, set aside 3, unaccounted for 0 → 5; of 44 words" in shown
    read = found(repository)
    assert [item["id"] for item in read["facts"]["added"]] == ["door"]
    assert read["pages"]["new"] == ["facts/2024/door.html"]
    assert read["pages"]["gone"] == ["facts/2024/open-door.html"]
    (covered,) = read["coverage"]
    assert covered["before"]["unaccounted"] == 0
    assert covered["after"]["unaccounted"] == 5
    assert [finding["rule"] for finding in read["findings"]] == ["coverage"]


def test_a_renamed_fact_is_one_fact(repository: Path) -> None:
    project.change(repository, {"rename": {FORUM: "data/facts/2024/forum-in-hanoi.yml"}})
    read = found(repository)["facts"]
    assert read["added"] == read["removed"] == read["changed"] == []
    (renamed,) = read["renamed"]
    assert (renamed["was"], renamed["id"], renamed["changes"]) == ("forum-held", "forum-in-hanoi", [])
    replace(repository, "data/facts/2024/forum-in-hanoi.yml", "the first of its kind", "the first of them")
    assert "~ data/facts/2024/forum-in-hanoi.yml (was forum-held)\n    claim: " in said(repository)


def test_another_claim_on_the_same_words_is_no_renamed_one(repository: Path) -> None:
    project.change(repository, {"rename": {FORUM: "data/facts/2024/other.yml"}})
    replace(
        repository,
        "data/facts/2024/other.yml",
        "Hanoi hosted a forum on 2 May 2024, the first of its kind.",
        "May is when people meet.",
    )
    read = found(repository)["facts"]
    assert [item["id"] for item in read["added"]] == ["other"]
    assert [item["id"] for item in read["removed"]] == ["forum-held"]
    assert read["renamed"] == []


def test_a_merged_fact_is_shown_with_what_it_became_part_of(repository: Path) -> None:
    done = project.command(repository, "merge", "forum-first", "into", "forum-held")
    assert done.returncode == 0, done.stderr
    read = found(repository)["facts"]
    assert read["added"] == read["removed"] == read["renamed"] == []
    (merged,) = read["merged"]
    assert (merged["id"], [one["id"] for one in merged["was"]]) == ("forum-held", ["forum-first"])
    assert merged["was"][0]["text"]
    shown = said(repository)
    assert "1 merged" in shown
    assert f"\n→ {FORUM}\n    {merged['text']}\n    was data/facts/2024/forum-first.yml: " in shown
    assert "\n- data/facts" not in shown
    assert f"- **Merged into** `{FORUM}`" in said(repository, "--format", "markdown")


def test_a_merged_fact_that_could_not_be_read_before_is_named_all_the_same(repository: Path) -> None:
    replace(repository, "data/facts/2024/forum-first.yml", "kind: event", "kind: evnt")
    commit(repository)
    project.change(
        repository,
        {
            "remove": ["data/facts/2024/forum-first.yml"],
            "add": {
                "data/moved.yml": "moved:\n  - from: facts/2024/forum-first\n    to: facts/2024/forum-held\n"
            },
        },
    )
    (merged,) = found(repository, "HEAD")["facts"]["merged"]
    assert [(one["id"], one["text"]) for one in merged["was"]] == [("forum-first", "")]
    assert "\n    was data/facts/2024/forum-first.yml\n" in said(repository, "HEAD")


def test_a_renamed_partner_changes_no_claim(repository: Path) -> None:
    project.change(repository, {"rename": {"data/partners/brazil.yml": "data/partners/federal-brazil.yml"}})
    fact = "data/facts/2024/brazil-strategic-partnership.yml"
    replace(repository, fact, "partners: [brazil]", "partners: [federal-brazil]")
    replace(repository, fact, "partner: brazil,", "partner: federal-brazil,")
    read = found(repository)
    assert [(one["was"], one["id"]) for one in read["records"]["renamed"]] == [("brazil", "federal-brazil")]
    assert sum(map(len, read["facts"].values())) == 0
    for name, ident in (("new", "federal-brazil"), ("gone", "brazil")):
        page = f"partners/{ident}.html"
        assert read["pages"][name] == [page]
    lost = "Old links to partners/brazil.html lead nowhere: say in data/moved.yml"
    assert lost in said(repository)
    assert lost in re.sub(r"[\\`]", "", said(repository, "--format", "markdown"))


def test_a_figure_and_its_observation(repository: Path) -> None:
    text = (repository / TRADE).read_text(encoding="utf-8")
    assert "qualifier: nearly" in text
    replace(repository, TRADE, "qualifier: nearly", "qualifier: over")
    (changed,) = found(repository)["observations"]["changed"]
    assert [(one["old"], one["new"]) for one in changed["changes"]] == [("nearly", "over")]
    assert changed["quotes"] != []


def test_new_names(repository: Path) -> None:
    text = (repository / "data" / "partners" / "norway.yml").read_text(encoding="utf-8")
    assert "also_known_as" not in text
    added = text + "also_known_as:\n  - name: Kingdom of Norway\n"
    (repository / "data" / "partners" / "norway.yml").write_text(added, encoding="utf-8")
    read = found(repository)
    assert read["names"] == [{"name": "Kingdom of Norway", "kind": "partners", "id": "norway"}]
    assert "NEW NAMES\n\n+ Kingdom of Norway (partners/norway)" in said(repository)


def test_broken_data_is_compared_as_far_as_it_can_be_read(repository: Path) -> None:
    replace(repository, FORUM, "kind: event", "kind: evnt")
    replace(repository, "data/facts/2024/open-door.yml", "when: 2024", "when: 2024-05")
    read = found(repository)
    assert read["pages"] is None
    assert read["findings"]
    assert read["facts"]["removed"] == []  # it is there, and could not be read
    assert [one["id"] for one in read["facts"]["changed"]] == ["open-door"]
    assert "The new state has" in said(repository)


def test_an_old_state_that_cannot_be_read(repository: Path) -> None:
    replace(repository, FORUM, "kind: event", "kind: evnt")
    old = commit(repository)
    replace(repository, FORUM, "kind: evnt", "kind: event")
    shown = said(repository, old)
    assert f"The old state cannot be read whole by this program ({FORUM})" in shown
    assert found(repository, old)["facts"]["added"] == []


def test_what_it_is_compared_with(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "--create", "edit")
    replace(repository, FORUM, "the first of its kind", "the first of them")
    commit(repository)
    assert said(repository).startswith(f"Compared with main ({first[:10]}).")
    assert "FACTS: 1 changed" in said(repository)
    assert NOTHING in said(repository, "HEAD")
    git(repository, "branch", "--move", "main", "trunk")
    assert said(repository).startswith("Compared with the last commit (")


def test_a_project_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    folder = project.base(tmp_path / "repository" / "site")
    git(tmp_path / "repository", "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path / "repository")
    replace(folder, FORUM, "the first of its kind", "the first of them")
    assert "FACTS: 1 changed" in said(folder)


@pytest.mark.parametrize("revision", ["no-such", "HEAD~9", "--output=x", "", "HEAD:data"])
def test_an_unknown_revision(repository: Path, revision: str) -> None:
    done = project.command(repository, "diff", "--", revision)
    assert done.returncode == 2
    assert done.stderr == (
        f"There is no revision {revision} in this repository. In a shallow clone, fetch it first.\n"
    )


def test_no_repository(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    done = project.bamboo(folder, "diff", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not in a git repository" in done.stderr
    git(folder, "init", "--quiet")
    done = project.command(folder, "diff")
    assert (done.returncode, "no commit yet" in done.stderr) == (2, True)
    done = project.bamboo(folder, "diff", PATH=str(tmp_path / "nowhere"))
    assert (done.returncode, "git is not installed" in done.stderr) == (2, True)


def test_a_revision_without_data(repository: Path) -> None:
    git(repository, "rm", "--quiet", "-r", "--cached", "data")
    git(repository, "commit", "--quiet", "--message", "None")
    done = project.command(repository, "diff", "HEAD")
    assert (done.returncode, "has no folder data/" in done.stderr) == (2, True)


def test_a_link_in_the_old_state_shows_nothing_of_this_machine(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("claim: secret\n", encoding="utf-8")
    (repository / "data" / "facts" / "2024" / "link.yml").symlink_to(tmp_path / "secret.yml")
    old = commit(repository)
    assert "secret" not in said(repository, old)


HOSTILE = (
    "Hanoi held <script>alert(1)</script> <!-- x --> @everyone #1 GH-1 www.example.org http://example.org "
    "[a](http://example.org) ![b](c) `code` **bold** $a$ | :tada: 0123456789abcdef0123456789abcdef01234567 "
    "</details> me@example.org {{ x }} {% x %} &amp; on 2 May 2024."
)


def test_hostile_text_stays_text(repository: Path) -> None:
    old = "Hanoi hosted a forum on 2 May 2024, the first of its kind."
    assert old in (repository / FORUM).read_text(encoding="utf-8")
    replace(repository, FORUM, f"claim: {old}", "claim: >-\n  " + HOSTILE)
    comment = said(repository, "--format", "markdown")
    body = comment.removeprefix("<!-- bamboo-diff -->")
    tags = set(re.findall(r"<[^>]*>", body))
    assert tags == {"<del>", "</del>", "<ins>", "</ins>", "<span>", "</span>"}
    # As GitHub reads it: Markdown's own signs have a backslash, what it links by itself is broken up.
    assert not re.search(r"@\w|#\d|GH\\?-\d|www\\?\.|:\\?//|:tada", body)
    assert not re.search(r"(?<!\\)[`*\[\]|]", "".join(re.findall(r"<ins>(.*?)</ins>", body)))
    assert not re.search(r"[0-9a-f]{7}", body.partition("#### Facts")[2])
    assert "{{" not in body
    assert "alert" in body
    assert HOSTILE in found(repository)["facts"]["changed"][0]["text"]


def test_a_comment_is_never_too_long() -> None:
    items = tuple(
        claims.Item("facts", f"f-{n}", f"data/facts/2024/f-{n}.yml", "ệ*" * 900, {}, (("s", "*" * 900),) * 9)
        for n in range(200)
    )
    none = claims.Difference()
    result = Result(claims.Difference(added=items), none, none, (), (), Pages((), (), ()), (), (), ())
    comment = markdown.markdown(result, "main")
    assert 40_000 < len(comment.encode()) <= 60_000
    assert re.search(r"_Too long for a comment: \d+ of 201 entries are not shown\._\n$", comment)
    assert "200 added" in comment


def test_the_order_is_always_the_same(repository: Path) -> None:
    for name in ("forum-held", "open-door", "norway-visit"):
        path = repository / "data" / "facts" / "2024" / f"{name}.yml"
        path.write_text(path.read_text(encoding="utf-8") + "note: A remark.\n", encoding="utf-8")
    assert said(repository) == said(repository)
    ids = [one["id"] for one in found(repository)["facts"]["changed"]]
    assert ids == sorted(ids) == ["forum-held", "norway-visit", "open-door"]


def test_a_draft_is_shown_as_one(repository: Path) -> None:
    text = (repository / FORUM).read_text(encoding="utf-8")
    (repository / FORUM).write_text(f"draft: true\n{text}", encoding="utf-8")
    read = found(repository)
    (changed,) = read["facts"]["changed"]
    assert changed["changes"] == [{"field": "draft", "old": "", "new": "true"}]
    assert [finding["rule"] for finding in read["findings"]] == ["draft"]
    assert read["pages"] is not None


def test_what_is_invisible_is_named(every: Every) -> None:
    hidden = "turned \u202eround\u202c and zero\u200bwidth \x1b[31mred\x07"
    item = claims.Item("facts", "f", "data/facts/2024/f.yml", hidden, {}, (("s", hidden),))
    none = claims.Difference()
    result = Result(claims.Difference(added=(item,)), none, none, (), (), None, (), (), ())
    for written in (as_text(result, hidden), markdown.markdown(result, hidden)):
        with every.test(label_of(written)):
            assert not any(character in written for character in "\u202e\u202c\x1b\x07")
            assert "U+202E" in written.replace("\\", "")
