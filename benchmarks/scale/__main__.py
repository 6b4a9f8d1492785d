"""`make bench-scale SIZE=…`: what checking, building and reading cost at each size, beside other generators.

python -m benchmarks.scale SIZE…    such as 2000 10000; 0 is the data of the repository
--only check                        nothing but `bamboo check`, also after one changed fact; `build` leaves
                                    the other generators out
--times N                           how often each is run; the median counts (1)
--json FILE                         the numbers, for programs
--write                             put the tables into benchmarks/README.md, with the machine and the day
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import chromium
from bamboo.kinds.library import load
from playwright.sync_api import sync_playwright

from benchmarks.scale import others, report, results, weights
from benchmarks.scale.generate import ROOT, generate, with_program
from benchmarks.scale.processes import Cost, StoppedError, run
from benchmarks.scale.report import Report

HEAVIEST = 6  # pages of which the time until they are usable is measured, each of another kind
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


def measured(size: int, work: Path, only: str, times: int) -> Report:
    """All costs of one size."""
    folder = _project(size, work / f"project-{size}")
    library = load(folder)
    found = Report(size, len(library.facts) + len(library.observations))

    def bamboo(*words: str) -> Callable[[], Cost]:
        return lambda: run((sys.executable, "-m", "bamboo", *words), folder, _environment(folder))

    def take(name: str, once: Callable[[], Cost], *without: Path) -> None:
        _say(f"{found.claims:,} claims: {name}")
        costs = []
        for _ in range(times):
            for made in without:
                shutil.rmtree(made, ignore_errors=True)
            costs.append(once())
        found.costs[name] = _median(costs)

    take("`bamboo check`", bamboo("check"), folder / ".cache")
    with _changed(folder):
        take("`bamboo check` after one changed fact", bamboo("check"))
    if only == "check":
        return found
    markdown = work / f"pages-{size}"
    take("`bamboo pages`", bamboo("pages", str(markdown)), folder / ".cache", markdown)
    take("`bamboo build`", bamboo("build"), folder / ".cache", folder / "site")
    take("`bamboo build` again", bamboo("build"))
    with _changed(folder):
        found.costs["`bamboo build` after one changed fact"] = bamboo("build")()
    found.pages = weights.weigh(folder / "site")
    _usable(found, folder / "site")
    if not only:
        _others(found, markdown, work / f"others-{size}", times)
    return found


def _project(size: int, folder: Path) -> Path:
    _say(f"Making {size:,} claims")
    if size:
        generate(size, folder)
    else:
        for name in ("data", "seeds"):
            shutil.copytree(ROOT / name, folder / name)
        with_program(folder)
    return folder


def _environment(folder: Path) -> dict[str, str]:
    # Python keeps what it compiles, as it does for editors.
    return {
        "PYTHONPATH": str(folder / "hooks"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "",
    }


@contextmanager
def _changed(folder: Path) -> Iterator[None]:
    """Within it one fact has a remark more."""
    facts = sorted((folder / "data" / "facts").rglob("*.yml"))
    path = next(path for path in facts if "\nnote:" not in path.read_text(encoding="utf-8"))
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}note: A remark that was not here before.\n", encoding="utf-8")
    yield
    path.write_text(before, encoding="utf-8")


def _others(found: Report, markdown: Path, folder: Path, times: int) -> None:
    others.prepare(markdown, folder)
    for name, make in (
        ("MkDocs with Material", others.material),
        ("Zensical", others.zensical),
        ("Eleventy", others.eleventy),
    ):
        _say(f"{found.claims:,} claims: {name} on the same Markdown")
        try:
            other = make()
            found.costs[other.name] = _median([others.measure(other, folder) for _ in range(times)])
        except StoppedError as error:
            found.missing[other.name] = str(error)
        except (RuntimeError, PackageNotFoundError) as error:
            found.missing[name] = "failed"
            _say(str(error))


def _usable(found: Report, site: Path) -> None:
    path = chromium.find()
    if path is None:
        _say(chromium.MISSING)
        return
    heaviest = [pages[0] for pages in weights.by_kind(found.pages).values()][:HEAVIEST]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        found.usable = weights.usable(browser, site, heaviest)
        browser.close()


def _median(costs: Sequence[Cost]) -> Cost:
    wall, cpu, memory = (
        statistics.median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "memory")
    )
    return Cost(wall, cpu, memory)


def _say(text: str) -> None:
    print(f"{text} ...", file=sys.stderr, flush=True)


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__)
    parser.add_argument("sizes", nargs="+", type=int, metavar="SIZE")
    parser.add_argument("--only", choices=("check", "build"), default="")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="bamboo-scale-") as folder:
        reports = [measured(size, Path(folder), options.only, options.times) for size in options.sizes]
    tables = report.text(reports)
    print(tables)
    if options.write:
        results.write(tables)
    if options.json:
        numbers = [
            {
                **asdict(one),
                "pages": [asdict(page) for page in one.pages if page.heavy or page.address in one.usable],
            }
            for one in reports
        ]
        options.json.write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
