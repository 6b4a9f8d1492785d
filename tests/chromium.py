"""Finds an installed Chromium or Chrome; as root on Debian, installs one where there is none.

`python tests/chromium.py` prints its path, or says in one sentence what to do and exits 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = ("chromium", "fonts-noto-core")
MISSING = (
    "The browser test needs Chromium or Chrome: install one (Debian: apt-get install chromium), "
    "or name its program in BAMBOO_CHROMIUM."
)


def find() -> str | None:
    """Path of a browser, or None."""
    named = os.environ.get("BAMBOO_CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Debian's Chromium, where this user may install it."""
    if os.environ.get("BAMBOO_CHROMIUM") or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print("Installing Debian's chromium for the browser test ...", flush=True)
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES]):
        subprocess.run(
            ["apt-get", *words],
            check=False,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdout=subprocess.DEVNULL,
        )


def main() -> int:
    if not find():
        install()
    path = find()
    print(path or MISSING, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
