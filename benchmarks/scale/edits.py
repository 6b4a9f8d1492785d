"""What one edit costs, by kind of edit: CPU seconds of the check and of the build after it.

python -m benchmarks.scale.edits SIZE    such as 2000; prints a table
--project FOLDER                         a generated project of that size, of which a copy is edited
--only check|build                       one of the two commands alone
--edits WORDS                            only the edits with one of these words in their names: term,theme

Each edit is taken back before the next check. Builds follow one another, each after one edit more; what
the check after an edit would have kept is not there.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.scale.generate import generate, with_program
from benchmarks.scale.processes import run

Edit = Callable[[Path], None]

NO_NOTE = r"\A(?![\s\S]*^note:)"


def _files(folder: Path, kind: str, having: str = "") -> list[Path]:
    files = sorted((folder / "data" / kind).rglob("*.yml"))
    return [file for file in files if re.search(having, file.read_text(encoding="utf-8"), re.M)]


def _rewritten(kind: str, having: str, old: str, new: str, nth: int = 0) -> Edit:
    """The first record of a kind that has something says `new` for the first `old`."""

    def edit(folder: Path) -> None:
        file = _files(folder, kind, having)[nth]
        text, count = re.subn(old, new, file.read_text(encoding="utf-8"), count=1, flags=re.M)
        assert count, file
        file.write_text(text, encoding="utf-8")

    return edit


def _added(kind: str, text: str, having: str = "", nth: int = 0) -> Edit:
    """One record of a kind says something more."""
    return _rewritten(kind, having, r"\Z", f"{text}\n", nth)


def _put_in(file: str, text: str) -> Edit:
    """There is a record more."""

    def edit(folder: Path) -> None:
        (folder / "data" / file).write_text(text, encoding="utf-8")

    return edit


def _nothing(folder: Path) -> None:
    """The project is as it was."""


def _commit_today(folder: Path) -> None:
    """A remark is committed, as the first commit of a day."""
    _added("facts", "note: A remark that was committed today.", NO_NOTE, 2)(folder)
    commit(folder, datetime.now(UTC))


EDITS: Mapping[str, Edit] = {
    "a fact's remark": _added("facts", "note: A remark that was not here before.", NO_NOTE),
    "a fact's themes": _rewritten(
        "facts", r"^themes: \[\S+, ", r"^themes: \[(\S+), (\S+?)([],])", r"themes: [\2, \1\3"
    ),
    "a fact's title": _rewritten("facts", "", r"^title: (.*) \S+$", r"title: \1", 5),
    "a figure's remark": _rewritten("indicators", "", r"^counted: (>-\n  )?", r"counted: \1As told, "),
    "an overview's sentence": _rewritten("themes", r"^overview:", r"^  - says: [\s\S]*?rests_on: .*\n", ""),
    "a partner's alias": _rewritten(
        "partners",
        r"\A(?![\s\S]*^also_known_as)",
        r"^(name: (.*)\n)",
        r"\1also_known_as:\n  - name: \2 Zyx\n",
    ),
    "a person's alias": _rewritten(
        "people", r"^also_known_as:", r"^(also_known_as:\n)", r"\1  - name: Qvirtz Brandling\n"
    ),
    "a term's alias": _rewritten(
        "terms", r"\A(?![\s\S]*^also_known_as)", r"^(kind: .*\n)", r"\1also_known_as:\n  - name: Qvirtz Zyx\n"
    ),
    "a term's definition": _rewritten("terms", "origin: editor", r"^(  text: \w+) (\w+)", r"\1 then \2"),
    "a theme's name": _rewritten("themes", "", r"^(name: .*)$", r"\1 again"),
    "a theme's summary": _rewritten("themes", "", r"^summary: (.*)$", r"summary: Today, \1"),
    "a source's note": _added("sources", "note: A remark on the text that was not here before.", NO_NOTE),
    "a source's day": _added(
        "sources", "found_by_editors:\n  published: 2019-05-06\n  checked_on: 2026-01-02"
    ),
    "a new person": _put_in("people/qvirtz-brandling.yml", "name: Qvirtz Brandling\nof: vietnam\n"),
    "a new term": _put_in("terms/qvirtz-zyx-programme.yml", "name: Qvirtz Zyx Programme\nkind: programme\n"),
    "the first commit of a day": _commit_today,
}


def commit(folder: Path, when: datetime) -> None:
    """Commit all that a project says."""
    day = when.isoformat(timespec="seconds")
    environment = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    who = ("-c", "user.name=An editor", "-c", "user.email=editor@example.org", "-c", "gc.auto=0")
    run(("git", *who, "add", "data", "seeds"), folder)
    run(("git", *who, "commit", "--quiet", "--message", "An edit"), folder, environment)


def main(words: list[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.scale.edits")
    parser.add_argument("size", type=int)
    parser.add_argument("--project", type=Path)
    parser.add_argument("--only", choices=("check", "build"), default="")
    parser.add_argument("--edits", default="")
    options = parser.parse_args(words)
    chosen = {
        name: edit for name, edit in EDITS.items() if any(word in name for word in options.edits.split(","))
    }
    with tempfile.TemporaryDirectory(prefix="bamboo-edits-") as name:
        folder = Path(name) / "project"
        if options.project:
            for part in ("data", "seeds"):
                shutil.copytree(options.project / part, folder / part)
            with_program(folder)
        else:
            generate(options.size, folder)
        run(("git", "init", "--quiet"), folder)
        commit(folder, datetime.now(UTC) - timedelta(days=3))
        _measured(folder, chosen, options.only)
    return 0


def _measured(folder: Path, edits: Mapping[str, Edit], only: str) -> None:
    costs: dict[str, dict[str, float]] = {}
    for command in ("check", "build"):
        if only in ("", command):
            for name, cpu in _each(folder, command, edits):
                costs.setdefault(name, {})[command] = cpu
                print(f"{command} after {name}: {cpu:.2f}", file=sys.stderr, flush=True)
    print("| CPU s after | `bamboo check` | `bamboo build` |\n|---|---:|---:|")
    for name, found in costs.items():
        shown = (f"{found[command]:.2f}" if command in found else "" for command in ("check", "build"))
        print(f"| {name} | {' | '.join(shown)} |")


def _each(folder: Path, command: str, edits: Mapping[str, Edit]) -> Iterator[tuple[str, float]]:
    environment = {
        "PYTHONPATH": str(folder / "hooks"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "",
    }

    def cost(name: str) -> float | None:
        # A check that finds something has checked all the same.
        words = f"{sys.executable} -m bamboo {command}" + (" || true" if command == "check" else "")
        try:
            return run(("sh", "-c", words), folder, environment).cpu
        except RuntimeError as error:
            print(f"{name}: {error}", file=sys.stderr)
            return None

    shutil.rmtree(folder / ".cache", ignore_errors=True)
    edits = {"nothing before": _nothing, "nothing": _nothing, **edits}
    for name, edit in edits.items():
        before = {file: file.read_bytes() for file in (folder / "data").rglob("*.yml")}
        edit(folder)
        if (cpu := cost(name)) is not None:
            yield name, cpu
        if command == "check" or cpu is None:
            _taken_back(folder, before)
            run(("sh", "-c", f"{sys.executable} -m bamboo check || true"), folder, environment)


def _taken_back(folder: Path, before: Mapping[Path, bytes]) -> None:
    for file in (folder / "data").rglob("*.yml"):
        if file not in before:
            file.unlink()
        elif file.read_bytes() != before[file]:
            file.write_bytes(before[file])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
