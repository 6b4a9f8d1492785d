"""`bamboo review`, driven by what an editor types: what is asked, what is written, and what is undone."""

from __future__ import annotations

import hashlib
import io
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import project
import pytest
from bamboo import checks
from bamboo.kinds.library import load

TEXT = """Norway, Japan and trade

In 2024, Norway praised the market of Vietnam at length. Minister Do Van Nam met Kari Berg on May 7, 2024.
Trade between the two countries reached over US$9 billion in 2024. (Photo: Tu)
In 2024, Vietnam upgraded its relations to a Strategic Partnership with Brazil.
Then Japan joined the talks in Hanoi on May 8, 2024.
"""
CARD = "data/sources/new-text.yml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The base with a new text that nobody has read."""
    return with_text(project.base(tmp_path / "project"), TEXT)


def with_text(folder: Path, text: str) -> Path:
    (folder / "seeds" / "new-text.txt").write_text(text, encoding="utf-8", newline="")
    digest = hashlib.sha256(text.encode()).hexdigest()
    (folder / CARD).write_text(
        "working_title: New\nshort_name: New\nlanguage: en\nseed: new-text.txt\n"
        f"sha256: {digest}\nabout: 2024\n",
        encoding="utf-8",
    )
    return folder


def review(folder: Path, *typed: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is said where somebody types these lines, and then no more."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
    done = project.command(folder, "review", "new-text")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def text_of(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def state(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_from_a_new_text_to_a_clean_check(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = review(
        folder,
        "",  # Japan
        "",  # Do Van Nam
        "",  # the heading and the credit
        "c: Norway spoke well of the market of Vietnam in 2024.",
        "k: assessment",
        "",
        "k: event",
        "",
        "x In 2024, Norway praised the market of Vietnam at length",
        "claim: Trade between Vietnam and Norway reached over US$9 billion in 2024.",
        "",
        "",  # Brazil: recorded already
        "",
        monkeypatch=monkeypatch,
    )
    assert "A person without a record: Do Van Nam, Minister; acts for vietnam" in said
    assert "Enter merge into m 1" in said
    assert "no longer in progress" in said
    assert checks.run(load(folder)) == []
    card = text_of(folder, CARD)
    assert "  - reason: heading\n    quote: >-\n      Norway, Japan and trade\n" in card
    assert "status" not in card
    brazil = text_of(folder, "data/facts/2024/brazil-strategic-partnership.yml")
    assert brazil.endswith(
        "  - source: new-text\n    quote: >-\n"
        "      In 2024, Vietnam upgraded its relations to a Strategic Partnership with Brazil.\n"
    )
    (trade,) = (path for path in (folder / "data/facts/2024").glob("*.yml") if "US$9" in path.read_text())
    assert "partners: [norway]\n" in trade.read_text(encoding="utf-8")
    assert "    context:\n      - quote: >-\n          In 2024, Norway praised" in trade.read_text(
        encoding="utf-8"
    )
    assert not any("draft" in path.read_text() for path in (folder / "data/facts").rglob("*.yml"))


def test_it_stops_at_any_time_and_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review(folder, "", "", "", "", "q", monkeypatch=monkeypatch)
    library = load(folder)
    assert library.sources["new-text"].record.in_progress
    assert len(library.facts) == 8
    assert checks.run(library) == []
    said = review(folder, monkeypatch=monkeypatch)
    assert "1 of 4  seeds/new-text.txt:3" in said
    assert "met Kari Berg" in said.partition("»")[2].partition("«")[0]


def test_back_undoes_what_was_decided(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review(folder, "q", monkeypatch=monkeypatch)
    before = state(folder)
    said = review(folder, "", "", "", "", "s c", "b", "b", "b", "b", "b", "b", monkeypatch=monkeypatch)
    assert "This is the first." in said
    assert state(folder) == before
    assert "nothing decided" in said


def test_what_the_check_would_find_is_said_before_it_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = review(
        folder, "n", "n", "", "c: Norway praised the market in 2023.", "", "q", monkeypatch=monkeypatch
    )
    assert "Not written yet: the check would find this.\ndata/facts/2024/" in said
    assert "The claim says “2023”; the quotes say “In 2024”" in said.replace("“2024”", "“In 2024”")
    assert len(load(folder).facts) == 7
    said = review(
        folder, "n", "n", "c: Norway praised the market in 2023.", "a!", "q", monkeypatch=monkeypatch
    )
    assert len(load(folder).facts) == 8


def test_words_are_set_aside_with_a_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = review(folder, "n", "n", "2", "s x", "s", "trans", "q", monkeypatch=monkeypatch)
    assert "A reason is one of: navigation, heading, credit, question, transition, repetition." in said
    card = text_of(folder, CARD)
    assert "  - reason: transition\n    quote: >-\n      In 2024, Norway praised" in card
    assert "Photo" not in card


def test_wrong_keys_are_answered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = review(
        folder,
        "y",
        "?",
        "n",
        "n",
        "9",
        "",
        "zz",
        "m 7",
        "t: a",
        "foo: a",
        "w: May",
        "q",
        monkeypatch=monkeypatch,
    )
    for words in (
        "`y` is none of the keys; ? shows them.",
        "quit; what is decided is written",
        "There is no number 9.",
        "`zz` is none of the keys",
        "The numbers are",
        "`t` is the beginning of title and themes and terms",
        "No field `foo`",
    ):
        assert words in said, words


FIGURE = """Trade with Norway reached over US$9 billion in 2024. Trade reached nearly US$8 billion in 2023."""


def test_a_value_of_a_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = with_text(project.base(tmp_path / "project"), FIGURE)
    said = review(folder, "n", "f 1", "q", monkeypatch=monkeypatch)
    assert "f 1  trade, 2023: nearly 8 billion US dollars" in said
    assert text_of(folder, "data/indicators/trade.yml").endswith(
        "  - period: 2023\n    reports:\n      - source: new-text\n        value: 8\n"
        "        qualifier: nearly\n        quote: >-\n          Trade reached nearly US$8 billion in 2023.\n"
    )
    assert checks.run(load(folder)) == []


def test_words_without_a_date_are_given_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = with_text(project.base(tmp_path / "project"), "Norway praised the market of Vietnam at length.")
    card = text_of(folder, CARD).replace("about: 2024\n", "")
    (folder / CARD).write_text(card, encoding="utf-8")
    said = review(folder, "w: nonsense", "w: 2024", "q", monkeypatch=monkeypatch)
    assert "Nothing gives these words a date" in said
    assert "`nonsense` is no date" in said
    assert "when 2024" in said


LONG = (
    "Ngày 7 tháng 5 năm 2024, Bộ trưởng Ngoại giao Việt Nam và Na Uy đã hội đàm tại Hà Nội về hợp tác kinh "
    "tế, thương mại, đầu tư, khoa học, công nghệ, giáo dục, đào tạo, văn hóa và du lịch giữa hai nước. "
)


def test_long_vietnamese_lines_at_any_width(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = with_text(project.base(tmp_path / "project"), LONG * 3)
    monkeypatch.setenv("COLUMNS", "60")
    said = review(folder, "n", "n", "n", "n", monkeypatch=monkeypatch)
    shown = [line for line in said.splitlines() if not line.startswith(("---", "Enter", "data/", "["))]
    assert max(map(len, shown)) <= 80
    assert "Ngày 7 tháng 5 năm 2024" in said
    assert "\x1b" not in said


def test_the_editors_own_program(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[1])\n"
        "p.write_text(p.read_text().replace('kind: ', 'kind: event # '))\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("VISUAL", shlex.join((sys.executable, str(program))))
    said = review(folder, "n", "n", "", "e", "", "q", monkeypatch=monkeypatch)
    assert "kind event" in said
    assert len(load(folder).facts) == 8
    monkeypatch.setenv("VISUAL", "no-such-program-here")
    said = review(folder, "n", "n", "e", "", "", "visit", "", "", "q", monkeypatch=monkeypatch)
    assert "no-such-program-here could not be started" in said
    assert "kind visit" in said


def test_stopping_it_leaves_files_whole(folder: Path) -> None:
    words = [sys.executable, "-m", "bamboo", "--root", str(folder), "review", "new-text"]
    running = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}
    )
    assert running.stdin
    assert running.stdout
    running.stdin.write(b"\n")
    running.stdin.flush()
    while b"2 of" not in running.stdout.readline():
        pass
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err.decode()) == (130, "Stopped.\n")
    assert (folder / "data/partners/japan.yml").is_file()
    assert checks.run(load(folder)) == []
    assert not list(folder.rglob("*.part"))


def test_what_cannot_be_reviewed_is_said(folder: Path) -> None:
    wrong = project.command(folder, "review", "new-txt")
    assert (wrong.returncode, "Did you mean `new-text`?" in wrong.stderr) == (2, True)
    (folder / CARD).write_text(
        text_of(folder, CARD).replace("short_name: New", "short_name:"), encoding="utf-8"
    )
    unread = project.command(folder, "review", "new-text")
    assert (unread.returncode, "`short_name` is empty" in unread.stderr) == (1, True)


def test_another_value_is_written_with_what_differs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = with_text(project.base(tmp_path / "project"), "Trade reached over US$9 billion in 2024.")
    said = review(folder, "f 1", "", "", monkeypatch=monkeypatch)
    assert "The texts differ. differs: value, “Small review has nearly" in said, said
    (row,) = load(folder).indicators["trade"].record.observations
    assert [str(one.kind) for one in row.differs] == ["value", "qualifier"]
    assert row.differs[0].note.endswith("; New has over 9 billion US dollars.")
    assert checks.run(load(folder)) == []


def test_another_time_is_merged_with_what_differs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Prime Minister Kari Berg of Norway visited Hanoi on June 6, 2024."
    folder = with_text(project.base(tmp_path / "project"), text)
    drafted = project.command(folder, "draft", "new-text").stdout
    assert "compare data/facts/2024/norway-visit.yml (another time, 3–5 June 2024)" in drafted
    said = review(folder, "m 1", "", monkeypatch=monkeypatch)
    assert "m 1  facts/2024/norway-visit: " in said
    fact = load(folder).facts["norway-visit"].record
    assert [(str(one.kind), one.note) for one in fact.differs] == [
        ("period", "Visit report has 3–5 June 2024; New has 6 June 2024.")
    ]
    assert checks.run(load(folder)) == []


def test_a_draft_says_what_differs_too(tmp_path: Path) -> None:
    text = "Minister An Binh said that trade reached over US$9 billion in 2024."
    shown = project.command(with_text(project.base(tmp_path / "project"), text), "draft", "new-text").stdout
    assert (
        "  And, since the texts differ, under 2024:\n    differs:\n      - kind: value\n        note: Small"
    ) in shown


def test_a_text_in_another_language_is_reviewed_with_its_words_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        "Họp báo\n\nNgày 6/3/2024, bà Kari Berg nói Na Uy sẽ mở văn phòng vào năm 2025. "
        "Năm 2024, Việt Nam nâng cấp quan hệ với Brazil lên Đối tác Chiến lược.\n"
    )
    folder = with_text(project.base(tmp_path / "project"), text)
    card = folder / CARD
    card.write_text(
        card.read_text(encoding="utf-8").replace("language: en", "language: vi"), encoding="utf-8"
    )
    said = review(
        folder,
        "",  # the heading
        "",
        "tr: On 6 March 2024, Kari Berg said that Norway will open an office in 2025.",
        "k: plan",
        "s: kari",
        "a!",
        "tr: In 2024, Vietnam upgraded its relations to a Strategic Partnership with Brazil.",
        "",
        monkeypatch=monkeypatch,
    )
    assert "The text is in Vietnamese: type tr: and these words in English." in said
    assert "The quote is in another language (vi) and has no translation." in said
    assert "claim:  Norway will open an office in 2025.\n" in said
    assert "m 1  facts/2024/brazil-strategic-partnership" in said
    (office,) = (folder / "data/facts/2025").glob("*.yml")
    assert "when: 2025\n" in office.read_text(encoding="utf-8")
    brazil = text_of(folder, "data/facts/2024/brazil-strategic-partnership.yml")
    assert brazil.endswith(
        "    translation: In 2024, Vietnam upgraded its relations to a Strategic Partnership with Brazil.\n"
    )
