"""Projects to try things on: the sample, the base of tests/cases changed as a case says, the live data."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import signal
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from bamboo import cli

CASES = Path(__file__).parent / "cases"
ROOT = Path(__file__).parent.parent
# Made up and frozen: what is tested of the program must not depend on what editors do to the live data.
SAMPLE = Path(__file__).parent / "sample"


def cases() -> list[Path]:
    """The broken edits: not the base that they change, nor the statements about short texts."""
    apart = {CASES / "base", CASES / "real"}
    return sorted(path for path in CASES.glob("*/**/*.yml") if apart.isdisjoint(path.parents))


def base(folder: Path) -> Path:
    """A copy of the base project in `folder`."""
    shutil.copytree(CASES / "base", folder, dirs_exist_ok=True)
    return folder


def change(folder: Path, case: dict[str, Any]) -> None:
    """Apply a case: `remove`, `rename`, `replace` [old, new] pairs, `add` texts, `bytes` in hexadecimal."""
    for name in case.get("remove", []):
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for old, new in case.get("rename", {}).items():
        (folder / new).parent.mkdir(parents=True, exist_ok=True)
        (folder / old).rename(folder / new)
    for name, pairs in case.get("replace", {}).items():
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    for name, text in case.get("add", {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    for name, digits in case.get("bytes", {}).items():
        (folder / name).write_bytes(bytes.fromhex(digits))


def with_program(folder: Path) -> Path:
    """What it takes to build a site, beside the data in `folder`."""
    for name in ("docs", "hooks"):
        # With what is compiled, but for what another process is writing at this moment.
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    for name in ("mkdocs.yml", "CONTRIBUTING.md"):
        shutil.copy2(ROOT / name, folder / name)
    return folder


def add_hook(folder: Path, hook: Path) -> None:
    """Have MkDocs run a hook of the tests after Bamboo's."""
    settings = folder / "mkdocs.yml"
    words = settings.read_text(encoding="utf-8")
    own = "  - hooks/mkdocs_hook.py\n"
    settings.write_text(words.replace(own, f"{own}  - hooks/{hook.name}\n"), encoding="utf-8")
    shutil.copy2(hook, folder / "hooks" / hook.name)


def copy_of_the_data(folder: Path, root: Path = SAMPLE) -> Path:
    """The data and seeds of a project in `folder`, for tests that change them."""
    for name in ("data", "seeds"):
        shutil.copytree(root / name, folder / name)
    return folder


def bamboo(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, as people do."""
    return subprocess.run(
        [sys.executable, "-m", "bamboo", "--root", str(folder), *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in this process: a second sooner, and the same but for the streams' encoding."""
    out, err = io.StringIO(), io.StringIO()
    stopped = signal.getsignal(signal.SIGTERM)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = cli.main(["--root", str(folder), *words])
    except SystemExit as exit:  # argparse
        code = int(exit.code or 0)
    finally:
        signal.signal(signal.SIGTERM, stopped)
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


@lru_cache(maxsize=8)
def _moves(text: bytes) -> tuple[tuple[str, str], ...]:
    """Each old place with its new one."""
    return tuple((entry["from"], entry["to"]) for entry in yaml.safe_load(text).get("moved") or [])


def now_at(address: str, root: Path = ROOT) -> str:
    """Where a page is now, by data/moved.yml, so that what names a page need not follow each renaming."""
    page, mark, anchor = address.partition("#")
    path, dot, ending = page.partition(".html")
    moved = root / "data" / "moved.yml"
    found = dict(_moves(moved.read_bytes())) if moved.exists() else {}
    path = re.sub("^figures/", "indicators/", path)
    while path in found:
        path = found.pop(path)
    path = re.sub("^indicators/", "figures/", path)
    return path + dot + ending + mark + anchor
