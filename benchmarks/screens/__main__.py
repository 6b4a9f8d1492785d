"""Measures first screens, lengths, sheets, lists and weights: `make bench-screens`, each with its bound."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import chromium
import pages
import project
from playwright.sync_api import sync_playwright

from benchmarks.screens import lists, loading, paper
from benchmarks.screens.measure import measured
from benchmarks.statements import screens as statements
from benchmarks.statements.figures import table

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.screens", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?")
    options = parser.parse_args(words)
    if chromium.find() is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="bamboo-") as folder, sync_playwright() as driver:
        if options.site is None:
            print("Building the site ...", file=sys.stderr, flush=True)
            root = project.with_program(project.copy_of_the_data(Path(folder) / "project", project.ROOT))
            done = project.bamboo(root, "build")
            if done.returncode:
                print(done.stdout + done.stderr, file=sys.stderr)
                return 1
        browser = driver.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        site = (options.site or root / "site").resolve()
        found = [
            statements.home(site, browser),
            *measured(site, browser),
            *paper.measured(site, browser),
            *lists.measured(site),
            *loading.measured(site, browser, pages.kinds(site)),
        ]
        browser.close()
    print(table(found))
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
