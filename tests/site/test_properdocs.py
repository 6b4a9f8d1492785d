"""ProperDocs, which continues MkDocs, makes the same site through the same hook."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

# Each says of itself that it made the page.
MADE_BY = re.compile(rb'<meta name="generator" content="[^"]*">')


def files(site: Path) -> dict[str, bytes]:
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    # Compressed with the time at which it was.
    del found["sitemap.xml.gz"]
    return {name: MADE_BY.sub(b"", path.read_bytes()) for name, path in found.items()}


def test_properdocs_makes_the_same_site(live_site: Path, tmp_path: Path) -> None:
    folder, there = live_site.parent, tmp_path / "site"
    words = ["build", "--quiet", "-f", str(folder / "mkdocs.yml"), "-d", str(there)]
    done = subprocess.run(
        [sys.executable, "-m", "properdocs", *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "BAMBOO_REPO_URL": "https://github.com/bamboo/bamboo"},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert b"ProperDocs" in (there / "index.html").read_bytes()
    ours, theirs = files(live_site), files(there)
    assert ours.keys() == theirs.keys()
    assert [name for name, content in ours.items() if content != theirs[name]] == []
