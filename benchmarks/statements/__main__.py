"""`make bench-statements`: how short and clear statements and pages are, with the bound of each figure.

python -m benchmarks.statements           builds the site in a folder of its own
python -m benchmarks.statements SITE      takes a built one, such as site/
--no-screens                           leaves out what needs Chromium
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import chromium
import project
from bamboo.kinds.library import load
from playwright.sync_api import sync_playwright

from benchmarks.statements import claims, pages, screens
from benchmarks.statements.figures import Figure, table

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def figures(site: Path, with_screens: bool) -> list[Figure]:
    """All figures, those of the data first."""
    library = load(project.ROOT)
    found = [*claims.measured(library), *pages.measured(site)]
    if with_screens:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium.find(), args=FLAGS)
            found += screens.measured(library, site, browser)
            found.append(screens.home(site, browser))
            browser.close()
    return found


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.statements", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--no-screens", action="store_true")
    options = parser.parse_args(words)
    if not options.no_screens and chromium.find() is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="bamboo-") as folder:
        if options.site is None:
            print("Building the site ...", file=sys.stderr, flush=True)
            root = project.with_program(project.copy_of_the_data(Path(folder) / "project", project.ROOT))
            done = project.bamboo(root, "build")
            if done.returncode:
                print(done.stdout + done.stderr, file=sys.stderr)
                return 1
        found = figures((options.site or root / "site").resolve(), not options.no_screens)
    print(table(found))
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
