"""The command line and the build as editors meet them: exit codes, formats, and a site never made worse."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import project
from every import Every
from labels import label_of

BREAK = {"replace": {"data/facts/2024/forum-held.yml": [["kind: event", "kind: evnt"]]}}


def test_check_says_so_when_nothing_is_found(tmp_path: Path) -> None:
    done = project.command(project.base(tmp_path), "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "7 facts and 4 figures checked against 2 sources: nothing found.\n"


def test_check_in_three_formats(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    assert project.command(folder, "check", "--format", "json").stdout.strip() == "[]"
    project.change(folder, BREAK)
    text = project.command(folder, "check")
    assert text.returncode == 1
    assert text.stdout.startswith("data/facts/2024/forum-held.yml:2:7  shape\n")
    assert text.stdout.endswith("1 finding.\n")
    found = json.loads(project.command(folder, "check", "--format", "json").stdout)
    assert [list(finding) for finding in found] == [
        ["file", "line", "column", "rule", "level", "message", "hint", "code", "path", "value"]
    ]
    assert (found[0]["file"], found[0]["line"], found[0]["column"]) == (
        "data/facts/2024/forum-held.yml",
        2,
        7,
    )
    github = project.command(folder, "check", "--format", "github").stdout
    assert github.startswith("::error file=data/facts/2024/forum-held.yml,line=2,col=7,title=shape::")
    assert len(github.splitlines()) == 1


def run(folder: Path, shell: str) -> subprocess.CompletedProcess[str]:
    """A line of shell in which `bamboo` is the program; its exit code is that of `bamboo`."""
    line = f'bamboo() {{ "{sys.executable}" -m bamboo "$@"; }}; {shell}; exit "${{PIPESTATUS[0]}}"'
    words = ["bash", "-c", line]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def test_whoever_reads_the_output_may_stop(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    for words in ("check", "check --format json"):
        done = run(folder, f"bamboo {words} | true")
        assert (done.returncode, done.stderr) == (141, "")


def test_a_disk_that_takes_nothing_is_said_in_a_sentence(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    done = run(folder, "bamboo check > /dev/full")
    assert (done.returncode, done.stderr) == (1, "What is to be written: No space left on device.\n")
    (tmp_path / "file").touch()
    done = run(folder, f'bamboo pages "{tmp_path}/file/pages"')
    assert done.returncode == 1
    assert done.stderr == f"{tmp_path}/file/pages: Not a directory.\n"


def test_a_disk_that_fills_up_is_said_in_a_sentence_and_nothing_is_left(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    # No file may have more than 8 kB: as a full disk, it is noticed while files are written.
    done = run(folder, "ulimit -f 8; bamboo pages pages")
    assert (done.returncode, done.stderr) == (1, "pages: File too large.\n")
    assert not (folder / "pages").exists()


def test_a_folder_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    shutil.rmtree(folder / "data" / "people")
    (folder / "data" / "people").write_text("no folder", encoding="utf-8")
    said = project.command(folder, "check").stdout
    assert "data/people:1:1  files\n  The folder cannot be read: Not a directory.\n" in said


def test_misuse(tmp_path: Path) -> None:
    assert project.command(tmp_path, "check").returncode == 2
    assert project.command(project.base(tmp_path / "a"), "chek").returncode == 2
    assert project.command(tmp_path / "a", "check", "--format", "xml").returncode == 2


def test_check_loads_nothing_that_only_pages_need() -> None:
    heavy = ["mkdocs", "jinja2", "markdown", "markupsafe", "babel.dates", "multiprocessing", "bamboo.site"]
    script = f"import sys, bamboo.commands.check; print([n for n in {heavy} if n in sys.modules])"
    environment = {"PYTHONPATH": str(project.ROOT / "hooks")}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_pages_writes_the_same_markdown_without_mkdocs(tmp_path: Path) -> None:
    folder = project.base(tmp_path / "project")
    script = (
        "import sys; sys.modules['mkdocs'] = None; from bamboo.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    words = ["--root", str(folder), "pages", str(tmp_path / "out")]
    done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (
        (tmp_path / "out" / "facts" / "2024" / "forum-held.md")
        .read_text(encoding="utf-8")
        .startswith("---\n")
    )
    assert json.loads((tmp_path / "out" / "data" / "v1" / "facts.json").read_text(encoding="utf-8"))
    again = project.command(folder, "pages", str(tmp_path / "out"))
    assert (again.returncode, "not an empty folder" in again.stderr) == (2, True)


def test_fix_shows_its_changes_and_writes_them_whole(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    door = folder / "data" / "facts" / "2024" / "open-door.yml"
    good = door.read_text(encoding="utf-8")
    door.write_text(good.replace("Vietnam’s “open", "Vietnam's “open"), encoding="utf-8")
    dry = project.command(folder, "fix", "--dry-run")
    assert (dry.returncode, dry.stderr) == (1, "")
    assert dry.stdout == (
        "data/facts/2024/open-door.yml\n"
        "  marks and spaces of a quote as in seeds/small-review.txt:4\n"
        "--- a/data/facts/2024/open-door.yml\n"
        "+++ b/data/facts/2024/open-door.yml\n"
        "@@ -9,7 +9,7 @@\n"
        " evidence:\n"
        "   - source: small-review\n"
        "     quote: >-\n"
        "-      Vietnam's “open door” stays open.\n"
        "+      Vietnam’s “open door” stays open.\n"
        "     context:\n"
        "       - quote: >-\n"
        "           Minister An Binh\n"
        "\n"
        "1 file would be fixed; nothing was written.\n"
    )
    assert door.read_text(encoding="utf-8") != good
    done = project.command(folder, "fix", str(door))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("1 file fixed. Read the changes, then run `bamboo check`.\n")
    assert door.read_text(encoding="utf-8") == good
    assert [path.name for path in door.parent.iterdir() if path.name.startswith(".")] == []
    again = project.command(folder, "fix")
    assert (again.returncode, again.stdout) == (0, "Nothing to fix.\n")


def test_fix_leaves_what_it_cannot_read(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    forum = folder / "data" / "facts" / "2024" / "forum-held.yml"
    forum.write_text(forum.read_text().replace("claim: ", "claim: 'a"), encoding="utf-8")
    before = forum.read_bytes()
    done = project.command(folder, "fix")
    assert done.returncode == 1
    assert "data/facts/2024/forum-held.yml:1:8  yaml" in done.stderr
    assert forum.read_bytes() == before


def test_fix_writes_nowhere_but_in_data(tmp_path: Path, every: Every) -> None:
    folder = project.base(tmp_path / "p")
    seed = folder / "seeds" / "small-review.txt"
    outside = tmp_path / "outside.yml"
    outside.write_text("kind:  event \n")
    link = folder / "data" / "themes" / "link.yml"
    link.symlink_to(outside)
    for name in (seed, outside, link, folder / "data" / "none.yml", folder / "data" / "themes" / "none.yml"):
        with every.test(label_of(name)):
            assert project.command(folder, "fix", str(name)).returncode == 2
    assert project.command(folder, "fix").stdout == "Nothing to fix.\n"
    assert outside.read_text() == "kind:  event \n"


def test_fix_asks_the_history_before_it_writes_a_checksum(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    git = ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "Base"]):
        subprocess.run([*git, *words], check=True)
    card = folder / "data" / "sources" / "small-review.yml"
    good = card.read_text()
    card.write_text("".join(line for line in good.splitlines(True) if not line.startswith("sha256")))
    assert project.command(folder, "fix").returncode == 0
    assert card.read_text() == good
    seed = folder / "seeds" / "small-review.txt"
    seed.write_bytes(seed.read_bytes().replace(b"first", b"last"))
    card.write_text("".join(line for line in good.splitlines(True) if not line.startswith("sha256")))
    assert project.command(folder, "fix").stdout == "Nothing to fix.\n"
