"""`bamboo build`: the site, made beside the last good one, which it replaces only when all went well."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bamboo import checks
from bamboo.commands.command import Command, refuse
from bamboo.kinds.library import load

NEXT, LAST = ".site-next", ".site-last"


def _run(root: Path, options: argparse.Namespace) -> int:
    findings = checks.run(load(root))
    if findings:
        return refuse(findings)
    root = root.resolve()
    new, old, place = root / NEXT, root / LAST, root / "site"
    if old.exists() and not place.exists():
        old.rename(place)  # a build was stopped between its two last steps
    shutil.rmtree(new, ignore_errors=True)
    # Not --quiet: it would drop the warnings before --strict counts them. They are shown only then.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    # Material prints its end-of-life notice at every start; README says what it means for us.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command,
        cwd=root,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
        shutil.rmtree(new, ignore_errors=True)
        print("The site was not built; site/ is as it was.", file=sys.stderr)
        return 1
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    print(f"The site is built: open {place / 'index.html'}")
    return 0


COMMAND = Command("build", "build the site into site/", _run)
