"""`make bench`: builds the sites, asks all queries, measures the costs and prints the tables for the README.

python -m benchmarks.search            quality and costs with the data of the repository
python -m benchmarks.search --claims   costs with 2,000 and 20,000 synthetic claims
--json FILE                            the numbers, for programs
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import chromium
from playwright.sync_api import Browser, sync_playwright

from benchmarks.search import engines, measure, score, sites, synthetic, tables
from benchmarks.search.queries import HALVES, NOTHING, Query, read
from benchmarks.search.serving import serving

# The best of the settings tried, by the development half; see benchmarks/README.md.
MATERIAL = {"lang": ["en"], "separator": r'[\s\-,:!=\[\]()"/]+|\.(?!\d)|&[lg]t;', "pipeline": []}
RANKING = {"pageLength": 0.4}

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SIZES = (2_000, 20_000)

Answers = list[tuple[Query, Sequence[str]]]


def asked(browser: Browser, engine: engines.Engine, folder: Path, half: str) -> Answers:
    """What a search answers to each query of one half."""
    _say(f"Asking {engine.name} the {half} half")
    with serving(folder) as served:
        page = browser.new_context().new_page()
        engine.prepare(page)
        engine.open(page, served.base)
        found: Answers = []
        for query in read(half):
            if isinstance(engine, engines.Material) and query.kind == NOTHING:
                answer = engine.answer(page, served.base, query.text, labelled=False)
            else:
                answer = engine.answer(page, served.base, query.text)
            found.append((query, answer))
        page.context.close()
    return found


def quality(browser: Browser, built: sites.Sites) -> dict[str, dict[str, dict[str, score.Score]]]:
    """Scores by search, half and class."""
    compared: list[tuple[engines.Engine, Path]] = [
        (engines.Bamboo(), built.bamboo),
        (engines.Material(), built.material),
        (engines.Pagefind(RANKING), built.pagefind),
    ]
    return {
        engine.name: {half: score.by_class(asked(browser, engine, folder, half)) for half in HALVES}
        for engine, folder in compared
    }


def costs(
    browser: Browser,
    built: sites.Sites,
    folders: Mapping[str, Path],
    times: int,
    words: Sequence[str] = measure.WORDS,
) -> dict[str, measure.Cost]:
    """What each search costs on its site."""
    with serving(sites.bare(built)) as served:
        idle = measure.asked_by_a_page(browser, served)
    found = {}
    for name, folder in folders.items():
        _say(f"Measuring what {name} costs")
        with serving(folder) as served:
            found[name] = measure.cost(browser, name, served, idle, RANKING, times, words)
    return found


def _say(text: str) -> None:
    print(f"{text} ...", file=sys.stderr, flush=True)


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.search", description=__doc__)
    parser.add_argument("--claims", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(words)
    path = chromium.find()
    if path is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    numbers: dict[str, object] = {}
    with tempfile.TemporaryDirectory(prefix="bamboo-") as folder, sync_playwright() as driver:
        work = Path(folder)
        _say("Building the sites")
        built = sites.build(work, MATERIAL)
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        if options.claims:
            grown = {}
            for size in SIZES:
                _say(f"Building the sites with {size:,} claims")
                large, words_typed = synthetic.sites(work / str(size), built, size)
                folders = {"Bamboo": large.bamboo, "Pagefind": large.pagefind}
                grown[size] = costs(browser, large, folders, 3, words_typed)
            name, text = "growth", tables.growth(grown)
            numbers["growth"] = {
                size: {name: asdict(cost) for name, cost in found.items()} for size, found in grown.items()
            }
        else:
            folders = {"Bamboo": built.bamboo, "Material": built.material, "Pagefind": built.pagefind}
            scores, spent = quality(browser, built), costs(browser, built, folders, 5)
            name, text = "search", f"{tables.summary(scores, spent)}\n\n{tables.classes(scores)}"
            numbers["quality"] = {
                name: {
                    half: {kind: asdict(one) for kind, one in kinds.items()} for half, kinds in halves.items()
                }
                for name, halves in scores.items()
            }
            numbers["cost"] = {name: asdict(cost) for name, cost in spent.items()}
        browser.close()
    print(text)
    if options.write:
        readme = sites.ROOT / "README.md"
        readme.write_text(tables.put(readme.read_text(encoding="utf-8"), name, text), encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
