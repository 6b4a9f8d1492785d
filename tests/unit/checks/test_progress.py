"""A source in progress: its claims are checked as ever, what is left is told, and nothing stops."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import project
import pytest
from bamboo import checks
from bamboo.build import build
from bamboo.checks import progress
from bamboo.kinds.library import load

CARD = "data/sources/small-review.yml"
OPEN_DOOR = "data/facts/2024/open-door.yml"


def in_progress(folder: Path) -> Path:
    """The base with a source that is being read: one of its passages is in no quote."""
    project.base(folder)
    project.change(folder, {
        "remove": [OPEN_DOOR],
        "replace": {CARD: [["set_aside:", "status: in-progress\nset_aside:"]]},
    })  # fmt: skip
    return folder


def test_work_left_is_no_finding(tmp_path: Path) -> None:
    folder = in_progress(tmp_path)
    library = load(folder)
    assert checks.run(library) == []
    (left,) = checks.left(library)
    assert (left.rule, left.code, left.level) == ("coverage", "unaccounted", "notice")
    assert (left.location.file, left.location.line) == ("seeds/small-review.txt", 4)
    project.change(folder, {"replace": {CARD: [["status: in-progress\n", ""]]}})
    assert [finding.code for finding in checks.run(load(folder))] == ["unaccounted"]
    assert checks.left(load(folder)) == []


def test_claims_of_it_are_checked_as_ever(tmp_path: Path) -> None:
    folder = in_progress(tmp_path)
    project.change(folder, {"replace": {"data/facts/2024/trade-said.yml": [["nearly 8 ", "nearly 9 "]]}})
    assert [finding.rule for finding in checks.run(load(folder))] == ["value"]


def test_a_name_that_no_claim_takes_up(tmp_path: Path) -> None:
    folder = in_progress(tmp_path)
    visit = "data/facts/2024/norway-visit.yml"
    text = (folder / visit).read_text(encoding="utf-8")
    assert "partners: [norway]" in text
    (folder / visit).write_text(text.replace("partners: [norway]\n", ""), encoding="utf-8")
    before = {finding.code for finding in checks.run(load(folder))}
    card = folder / "data/sources/visit-report.yml"
    card.write_text(f"{card.read_text(encoding='utf-8')}status: in-progress\n", encoding="utf-8")
    assert "overlooked" not in before | {finding.code for finding in checks.run(load(folder))}


def test_what_only_it_names_is_no_orphan(tmp_path: Path) -> None:
    """A source is begun before it has a claim, and the partners that it names before their claims."""
    folder = project.base(tmp_path)
    project.change(folder, {
        "add": {
            "seeds/new-text.txt": "Japan and Brazil will hold a meeting of their two ministers of trade.",
            "data/sources/new-text.yml": "working_title: New\nshort_name: New\nlanguage: en\n"
            "status: in-progress\nseed: new-text.txt\n"
            "sha256: e7e0a1a12b3f5a61d8d6ab6b4c6cfdcb\n",
            "data/partners/japan.yml": "name: Japan\nkind: country\niso: JP\n",
            "data/partners/peru.yml": "name: Peru\nkind: country\niso: PE\n",
        },
    })  # fmt: skip
    card = folder / "data/sources/new-text.yml"
    digest = hashlib.sha256((folder / "seeds/new-text.txt").read_bytes()).hexdigest()
    card.write_text(card.read_text(encoding="utf-8").replace("e7e0a1a12b3f5a61d8d6ab6b4c6cfdcb", digest))
    found = checks.run(load(folder))
    assert [(finding.rule, finding.location.file) for finding in found] == [
        ("orphan", "data/partners/peru.yml")
    ]


def test_the_command_says_how_much_is_left(tmp_path: Path) -> None:
    folder = in_progress(tmp_path)
    done = project.command(folder, "check")
    assert done.returncode == 0
    assert done.stdout.splitlines()[1:] == [
        "In progress: small-review  [#####################...]  89 %  5 of 44 words left in 1 passage",
        "`bamboo check --left ID` lists what is left of a source.",
    ]
    assert project.command(folder, "check", "--left").stdout == (
        "small-review  [#####################...]  89 %  5 of 44 words left in 1 passage\n"
    )
    shown = project.command(folder, "check", "--left", "small-review")
    assert shown.returncode == 0
    assert "\n  seeds/small-review.txt:4  “Vietnam’s “open door” stays open.”\n" in shown.stdout
    assert "`bamboo review small-review`" in shown.stdout
    assert "Every passage is quoted" in project.command(folder, "check", "--left", "visit-report").stdout
    wrong = project.command(folder, "check", "--left", "small-revue")
    assert (wrong.returncode, "Did you mean `small-review`?" in wrong.stderr) == (2, True)


def test_a_pull_request_shows_what_is_left(tmp_path: Path) -> None:
    folder = in_progress(tmp_path)
    as_json = project.command(folder, "check", "--format", "json")
    (left,) = json.loads(as_json.stdout)
    assert (as_json.returncode, left["level"], left["code"]) == (0, "notice", "coverage.unaccounted")
    github = project.command(folder, "check", "--format", "github")
    assert (github.returncode, github.stdout[:46]) == (0, "::notice file=seeds/small-review.txt,line=4,co")


def test_when_nothing_is_left_it_says_what_to_do(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    project.change(folder, {"replace": {CARD: [["set_aside:", "status: in-progress\nset_aside:"]]}})
    shown = project.command(folder, "check", "--left", "small-review").stdout
    assert "[########################] 100 %  nothing left" in shown
    assert f"delete `status: in-progress` from {CARD}" in shown


def test_it_is_built_and_its_pages_say_so(tmp_path: Path) -> None:
    site = build(in_progress(tmp_path))
    assert site.findings == ()
    pages = {page.path: page.text for page in site.pages}
    assert "In progress: 89 % of this text" in pages["sources/small-review.md"]
    assert 'aria-label="89 % read, 5 words left"' in pages["sources/small-review.md"]
    assert "In progress: 89 % read" in pages["sources/index.md"]
    assert "One text is still being read" in pages["gaps.md"]
    assert "In progress" not in pages["sources/visit-report.md"]


def test_progress_is_whole_only_where_nothing_is_left(tmp_path: Path) -> None:
    (one,) = progress.of(load(in_progress(tmp_path)))
    assert (one.counts.left, one.counts.done, one.counts.percent) == (5, 39, 89)


LONG = """
Nobody ever hears of this sentence about Norway. Hanoi sang on May 9, 2024. Nor of this one about Peru.
A whole paragraph that nobody chose, with figures such as 40 percent of 2023.
"""


def with_more(folder: Path, *lines: str) -> Path:
    """The base with a longer text, of which a fact quotes one sentence more."""
    project.base(folder)
    seed = folder / "seeds/small-review.txt"
    seed.write_text(seed.read_text(encoding="utf-8") + LONG, encoding="utf-8")
    digest = hashlib.sha256(seed.read_bytes()).hexdigest()
    card = (folder / CARD).read_text(encoding="utf-8").splitlines()
    card = [line if not line.startswith("sha256") else f"sha256: {digest}" for line in card]
    (folder / CARD).write_text("\n".join([*lines, *card, ""]), encoding="utf-8")
    (folder / "data/facts/2024/hanoi-sang.yml").write_text(
        "claim: Hanoi sang on 9 May 2024.\nkind: event\nwhen: 2024-05-09\nthemes: [economy]\n"
        "evidence:\n  - source: small-review\n    quote: sang on May 9, 2024\n",
        encoding="utf-8",
    )
    return folder


def test_of_a_selected_text_the_rest_is_neither_missed_nor_shown(tmp_path: Path) -> None:
    assert "unaccounted" in {f.code for f in checks.run(load(with_more(tmp_path / "all")))}
    folder = with_more(tmp_path / "selected", "use: selected")
    library = load(folder)
    assert (checks.run(library), checks.left(library)) == ([], [])
    site = build(folder)
    page = next(page.text for page in site.pages if page.path == "sources/small-review.md")
    assert "The editors chose passages of this text; the rest of it is neither used nor shown here." in page
    assert "Not chosen" in page
    assert "The chosen passages" in page


@pytest.mark.parametrize("way", ["use: selected", "display: cited\nstatus: in-progress"])
def test_only_the_sentences_of_quoted_words_are_public(tmp_path: Path, way: str) -> None:
    site = build(with_more(tmp_path, way))
    assert site.findings == ()
    public = {page.path: page.text for page in site.pages}
    public |= {file.address: file.content.decode("utf-8", "replace") for file in site.files}
    assert "Hanoi " in public["sources/small-review.md"]
    assert "Hanoi </span>" in public["sources/small-review.md"].replace("Hanoi</span>", "Hanoi </span>")
    for name, text in public.items():
        for words in ("Nobody ever hears", "Nor of this one", "A whole paragraph", "40 percent"):
            assert words not in text, (name, words)
