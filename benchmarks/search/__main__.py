"""`make bench`: builds the sites, asks all queries, measures the costs and prints the tables for the README.

python -m benchmarks.search            quality and costs with the data of the repository
python -m benchmarks.search --claims   costs with 2,000 and 20,000 synthetic claims
python -m benchmarks.search --typed    what people type, asked of Bamboo's box, of its page of results and of
                                       the others; the development half, or the half that is named
--missed                               with it: which queries of the development half are missed, and where
--write                                the tables into the README; of --typed that of the held-out half
--json FILE                            the numbers, for programs
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

import chromium
import project
from playwright.sync_api import Browser, sync_playwright

from benchmarks.search import engines, lists, measure, score, sites, synthetic, tables
from benchmarks.search.queries import (
    DEVELOPMENT,
    HALVES,
    HELD_OUT,
    LATER,
    NOTHING,
    TYPED,
    TYPED_CLASSES,
    Query,
    read,
)
from benchmarks.search.serving import serving

# The best of the settings tried, by the development half; see benchmarks/README.md.
MATERIAL = {"lang": ["en"], "separator": r'[\s\-,:!=\[\]()"/]+|\.(?!\d)|&[lg]t;', "pipeline": []}
RANKING = {"pageLength": 0.4}

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SIZES = (2_000, 20_000)

Answers = list[tuple[Query, Sequence[str]]]


def current(half: str) -> list[Query]:
    """One half of a set, with pages that were renamed since it was written where they are now."""
    now_at = cache(project.now_at)
    return [replace(query, expect=tuple(map(now_at, query.expect))) for query in read(half)]


def asked(browser: Browser, engine: engines.Engine, folder: Path, half: str) -> Answers:
    """What a search answers to each query of one half."""
    _say(f"Asking {engine.name} what is in {half}.yml")
    with serving(folder) as served:
        page = browser.new_context(bypass_csp=True).new_page()
        engine.prepare(page)
        engine.open(page, served.base)
        found: Answers = []
        for query in current(half):
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
        engine.name: {
            half: score.by_class(asked(browser, engine, folder, half), held=_held(engine.name, folder))
            for half in HALVES
        }
        for engine, folder in compared
    }


def _held(name: str, folder: Path) -> lists.Held:
    """What lists hold; the other searches have none, so an index among their pages is a page."""
    return lists.in_folder(folder) if name.startswith("Bamboo") else lists.nothing


def typed(browser: Browser, built: sites.Sites, half: str) -> dict[str, Answers]:
    """What is answered to one half of the queries as people type them, by who answers and where."""
    places: dict[str, tuple[engines.Engine, Path]] = {
        "Bamboo, box": (engines.BambooBox(), built.bamboo),
        "Bamboo, page": (engines.Bamboo(), built.bamboo),
        "Material": (engines.Material(), built.material),
        "Pagefind": (engines.Pagefind(RANKING), built.pagefind),
    }
    sets = (TYPED[half], *([LATER] if half == HELD_OUT else []))
    return {
        name: [answer for one in sets for answer in asked(browser, engine, folder, one)]
        for name, (engine, folder) in places.items()
    }


def missed(places: Mapping[str, Answers], held: lists.Held) -> str:
    """The queries without a right answer among the first three, a line each."""
    return "\n".join(
        f"{query.kind} {place}: {query.text}"
        for place, answers in places.items()
        for query, answer in answers
        if place.startswith("Bamboo") and not score.succeeds(query, answer, held=held)
    )


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


@dataclass(frozen=True)
class Report:
    """What a run prints, the name of its place in the README, and its numbers for programs."""

    name: str
    text: str
    numbers: dict[str, object]


def of_sizes(browser: Browser, work: Path) -> Report:
    """Costs with synthetic claims."""
    built = sites.build(work, MATERIAL)
    grown = {}
    for size in SIZES:
        _say(f"Building the sites with {size:,} claims")
        large, words_typed = synthetic.sites(work / str(size), built, size)
        folders = {"Bamboo": large.bamboo, "Pagefind": large.pagefind}
        grown[size] = costs(browser, large, folders, 3, words_typed)
    numbers = {size: {name: asdict(cost) for name, cost in found.items()} for size, found in grown.items()}
    return Report("growth", tables.growth(grown), {"growth": numbers})


def of_searches(browser: Browser, work: Path) -> Report:
    """Quality and costs of the searches side by side."""
    built = sites.build(work, MATERIAL)
    folders = {"Bamboo": built.bamboo, "Material": built.material, "Pagefind": built.pagefind}
    scores, spent = quality(browser, built), costs(browser, built, folders, 5)
    shares = {
        name: {half: _numbers(kinds) for half, kinds in halves.items()} for name, halves in scores.items()
    }
    cost = {name: asdict(one) for name, one in spent.items()}
    text = f"{tables.summary(scores, spent)}\n\n{tables.classes(scores)}"
    return Report("search", text, {"quality": shares, "cost": cost})


def of_typed(browser: Browser, work: Path, half: str, with_missed: bool) -> Report:
    """Quality for queries as people type them."""
    built = sites.build(work, MATERIAL)
    places = typed(browser, built, half)
    scores = {
        place: score.by_class(answers, TYPED_CLASSES, _held(place, built.bamboo))
        for place, answers in places.items()
    }
    text = tables.typed(scores)
    if with_missed:
        text += f"\n\n{missed(places, lists.in_folder(built.bamboo))}"
    return Report("typed", text, {"typed": {half: {name: _numbers(one) for name, one in scores.items()}}})


def _numbers(kinds: Mapping[str, score.Score]) -> dict[str, object]:
    return {kind: asdict(one) for kind, one in kinds.items()}


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.search", description=__doc__)
    parser.add_argument("--claims", action="store_true")
    parser.add_argument("--typed", nargs="?", const=DEVELOPMENT, choices=HALVES)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(words)
    if options.typed and options.claims:
        parser.error("--typed does not go with --claims.")
    if options.write and options.typed == DEVELOPMENT:
        parser.error("--write goes with the held-out half of --typed: the other one is tuned with.")
    if options.missed and options.typed != DEVELOPMENT:
        parser.error("--missed shows queries of the development half of --typed only.")
    path = chromium.find()
    if path is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="bamboo-") as folder, sync_playwright() as driver:
        work = Path(folder)
        _say("Building the sites")
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        if options.typed:
            report = of_typed(browser, work, options.typed, options.missed)
        elif options.claims:
            report = of_sizes(browser, work)
        else:
            report = of_searches(browser, work)
        browser.close()
    print(report.text)
    if options.write:
        readme = sites.ROOT / "README.md"
        page = tables.put(readme.read_text(encoding="utf-8"), report.name, report.text)
        readme.write_text(page, encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(report.numbers, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
