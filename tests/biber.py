"""Finds biber, which reads bibliographies for BibLaTeX, and runs it on one."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

PACKAGES = ("biber",)
MISSING = (
    "The test of citations needs biber: install it (Debian: apt-get install --no-install-recommends biber)."
)
_COMPLAINT = re.compile(r"^(?:WARN|ERROR) - (?P<what>.*)$", re.MULTILINE)


def find() -> str | None:
    """Path of the program, or None."""
    return shutil.which("biber")


def complaints(bibliography: Path, folder: Path) -> list[str]:
    """What it warns of. It runs in `folder` on a copy, as it takes no path with Vietnamese letters."""
    program = find()
    assert program, MISSING
    shutil.copy(bibliography, folder / "read.bib")
    words = [program, "--tool", "--validate-datamodel", "--nolog", "--output-file", "out.bib", "read.bib"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=folder)
    assert "INFO - Output to" in done.stdout, done.stdout + done.stderr
    return [found["what"] for found in _COMPLAINT.finditer(done.stdout)]
