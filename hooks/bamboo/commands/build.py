"""`bamboo build`: the site, made beside the last good one, which it replaces only when it is whole."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bamboo.commands import unchanged
from bamboo.commands.command import Command
from bamboo.commands.contents import Contents
from bamboo.commands.notes import NOTES, PLAIN, Notes
from bamboo.commands.swap import NEXT, WORK, restore, swap

# The last line of MkDocs where the machine kept it from writing or reading a file.
_SYSTEM = re.compile(
    r"^\w+Error: \[Errno \d+\] (?P<why>[^\n:]+)(?:: (?P<quote>['\"])(?P<path>.+)(?P=quote))?\s*\Z", re.M
)

# As `python -m mkdocs`, but nobody looks for garbage among objects that stay, and nobody takes apart at the
# end, object by object, what a build has in memory.
_MKDOCS = """
import gc, os, runpy, sys
gc.disable()
try:
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
except SystemExit as end:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(end.code if isinstance(end.code, int) else end.code is not None)
"""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--plain", action="store_true", help="by MkDocs alone: the same site, made slowly, to compare with"
    )


def _run(root: Path, options: argparse.Namespace) -> int:
    root = root.resolve()
    place = root / "site"
    try:
        restore(root, place)
        contents = unchanged.contents(root)
        source = unchanged.made_from(root, contents)
        last = None if options.plain else unchanged.last(root, place, contents)
        if last and last.source == source:
            print(f"Nothing has changed, and the site is whole: open {place / 'index.html'}")
            return 0
        # Beside site/, so that the new site needs only a new name.
        with tempfile.TemporaryDirectory(
            prefix=f"{WORK}{os.getpid()}-", dir=root, ignore_cleanup_errors=True
        ) as work:
            problem, notes = _make(root, Path(work), options.plain, last, contents), Notes(Path(work))
            if not problem and not swap(Path(work), place, notes.taken):
                problem = _make_all(root, Path(work), options.plain, contents)
                if not problem:
                    swap(Path(work), place)
            if not problem:
                unchanged.note(root, place, contents, source, notes)
    except OSError as error:
        problem = f"{error.filename or root}: {error.strerror}."
    if problem:
        print(problem, "The site was not built; site/ is as it was.", sep="\n", file=sys.stderr)
        return 1
    print(f"The site is built: open {place / 'index.html'}")
    return 0


def _make(root: Path, work: Path, plain: bool, last: unchanged.Last | None, contents: Contents) -> str:
    """Make the whole site in `work`/NEXT, with what is as it was in the last one. What went wrong, or ""."""
    notes, new = Notes(work), work / NEXT
    if not plain:
        notes.begin(
            unchanged.made_from(root, contents, unchanged.GENERAL),
            root / "site",
            last.traces if last else None,
        )
    # Not --quiet: it would drop the warnings before --strict counts them. They are shown only then.
    command = [sys.executable, "-c", _MKDOCS, "build", "--strict", "--site-dir", str(new)]
    # Material prints its end-of-life notice at every start; README says what it means for us.
    environment = {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8", NOTES: str(work)}
    environment |= {PLAIN: "1"} if plain else {}
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, **environment},
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    lacking = [] if done.returncode else [*_lacking(notes, new)]
    if not done.returncode and not lacking:
        return ""
    if last and last.traces and not notes.findings:
        return _make_all(root, work, plain, contents)
    if lacking:
        return f"The new site lacks {len(lacking)} of its {len(notes.files)} files, the first: {lacking[0]}."
    return notes.findings or _said(root, done.stdout + done.stderr)


def _make_all(root: Path, work: Path, plain: bool, contents: Contents) -> str:
    """The same without the last site, to which something has happened in the meantime."""
    shutil.rmtree(work)
    work.mkdir()
    return _make(root, work, plain, None, contents)


def _lacking(notes: Notes, new: Path) -> Iterator[str]:
    """The files of the site that are neither there nor in a folder that the last site is to give."""
    taken = notes.taken
    given = frozenset(taken.folders) if taken else frozenset()
    for name in notes.files:
        if name.rpartition("/")[0] not in given and not os.path.isfile(f"{new}/{name}"):
            yield name


def _said(root: Path, output: str) -> str:
    """What MkDocs said; where the machine failed, that in a sentence."""
    found = _SYSTEM.search(output)
    return f"{found['path'] or root}: {found['why']}." if found else output


COMMAND = Command("build", "build the site into site/", _run, _arguments)
