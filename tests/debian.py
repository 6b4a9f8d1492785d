"""Installs the programs that the tests run and pip cannot install, as root on Debian, where they are missing.

`python tests/debian.py` prints their paths, or says in a sentence what to do about each and exits 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import biber
import chromium

PROGRAMS = (chromium, biber)


def install() -> None:
    """Debian's packages of what is missing, where this user may install them."""
    packages = [package for one in PROGRAMS if not one.find() for package in one.PACKAGES]
    if os.environ.get("BAMBOO_CHROMIUM"):
        packages = [package for package in packages if package not in chromium.PACKAGES]
    if not packages or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print(f"Installing Debian's {packages[0]} for the tests ...", flush=True)
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run(
            ["apt-get", *words],
            check=False,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdout=subprocess.DEVNULL,
        )


def main() -> int:
    install()
    for one in PROGRAMS:
        path = one.find()
        print(path or one.MISSING, file=sys.stdout if path else sys.stderr)
    return 0 if all(one.find() for one in PROGRAMS) else 1


if __name__ == "__main__":
    sys.exit(main())
