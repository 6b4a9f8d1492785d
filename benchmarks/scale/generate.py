"""A project of any size that the checks find nothing in: `python -m benchmarks.scale.generate SIZE FOLDER`.

The same for the same size. Shares of kinds, quotes, partners, people, terms, overviews and figures are those
of the present data; 200 partners, 50 themes, 20 years and 200 sources from the size on that fills them. With
`--in-progress N` so many of the sources are still read: each ends with sentences that no claim quotes.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bamboo.editing.form import field
from bamboo.kinds.library import load

from benchmarks.scale.claims import OBSERVATIONS, PERIODS, TIERS, Corpus, Made, add_fact, add_figure
from benchmarks.scale.words import Wording
from benchmarks.scale.world import Text, Thing, world

ROOT = Path(__file__).parent.parent.parent
# The share of records with an overview, in the present data.
OVERVIEWS = {"partners": 0.33, "people": 0.47, "themes": 1.0}
_WORDS, _SENTENCE = 140, 33  # of an overview, and of one of its sentences
_UNTOLD = 5  # sentences that a source in progress has left


def generate(size: int, folder: Path, in_progress: int = 0) -> None:
    """Write data/ and seeds/ with `size` claims, and what else a project needs to be built.

    So many of the sources are in progress; the claims are the same then.
    """
    chance = random.Random(size)
    wording = Wording([entry.record.claim for entry in load(ROOT).facts.values()], chance)
    corpus = Corpus(world(size, wording), wording)
    observations = round(size * OBSERVATIONS)
    while left := observations - sum(len(values["observations"]) for _, values, _ in corpus.figures):
        add_figure(corpus, min(left, PERIODS))
    for _ in range(size - observations):
        add_fact(corpus)
    chance.shuffle(corpus.facts)
    _write(corpus, folder, in_progress)
    with_program(folder)


def with_program(folder: Path) -> None:
    """The program and the pages written by hand, as they are here."""
    for name in ("docs", "hooks"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True
        )
    for name in ("mkdocs.yml", "CONTRIBUTING.md"):
        shutil.copy2(ROOT / name, folder / name)


def _write(corpus: Corpus, folder: Path, in_progress: int) -> None:
    made, there = corpus.world, folder / "data"
    claims = [*corpus.facts, *(one for _, _, observed in corpus.figures for one in observed)]
    about: dict[str, list[Made]] = {}
    for claim in claims:
        for ident in (*claim.about, str(claim.year)):
            about.setdefault(ident, []).append(claim)
    for claim in corpus.facts:
        _file(there / "facts" / claim.values["when"][:4] / f"{claim.id}.yml", claim.values)
    for ident, values, _ in corpus.figures:
        _file(there / "indicators" / f"{ident}.yml", values)
    for kind in ("partners", "people", "themes", "terms"):
        things: Iterable[Thing] = getattr(made, kind)
        for thing in things:
            values = {"name": thing.name, **thing.fields}
            if corpus.wording.chance.random() < OVERVIEWS.get(kind, 0):
                values["overview"] = _overview(about.get(thing.id, []), corpus)
            if kind in ("partners", "people", "terms") and thing.id not in about:
                continue  # nothing names it: a record alone is a finding
            _file(there / kind / f"{thing.id}.yml", values)
    for tier in (tier for tier in TIERS if tier in about):
        text = (ROOT / "data" / "terms" / f"{tier}.yml").read_text(encoding="utf-8")
        (there / "terms" / f"{tier}.yml").write_text(text.partition("overview:")[0], encoding="utf-8")
    for year in made.years:
        _file(there / "years" / f"{year}.yml", {"overview": _overview(about[str(year)], corpus)})
    _file(there / "home.yml", {"findings": _overview(claims, corpus)})
    # Last, so that the words of what is left untold are drawn after all others.
    being_read = {source.id for source in corpus.wording.chance.sample([*made.texts], in_progress)}
    for source in made.texts:
        _source(corpus, folder, source, source.id in being_read)


def _source(corpus: Corpus, folder: Path, source: Text, in_progress: bool) -> None:
    """A text and its card."""
    untold = [_untold(corpus, source.year) for _ in range(_UNTOLD)] if in_progress else []
    seed = "\n\n".join([source.title, source.short, *corpus.sentences[source.id], *untold]) + "\n"
    path = folder / "seeds" / f"{source.id}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(seed, encoding="utf-8", newline="")
    card: dict[str, Any] = {
        "title": source.title,
        "short_name": source.short,
        "kind": "article",
    }
    card |= {"language": "en", "seed": path.name, "about": str(source.year)}
    card |= {"status": "in-progress"} if in_progress else {}
    card |= {"sha256": hashlib.sha256(seed.encode()).hexdigest()}
    printed = {"heading": source.title, "credit": source.short}
    card |= {"set_aside": [{"reason": reason, "quote": quote} for reason, quote in printed.items()]}
    _file(folder / "data" / "sources" / f"{source.id}.yml", card)


def _untold(corpus: Corpus, year: int) -> str:
    """A sentence that no claim quotes."""
    wording = corpus.wording
    number = wording.chance.randint(101, 999)
    return f"In {year}, {wording.stretch(3)} of Vietnam {wording.stretch(9)} {number} {wording.stretch(5)}."


def _overview(claims: list[Made], corpus: Corpus) -> list[dict[str, Any]]:
    """Three to six sentences, or none where nothing can be said so briefly."""
    short = [
        claim for claim in claims if len(claim.says.split()) <= _SENTENCE and "special" not in claim.says
    ]
    many = min(len(short), corpus.wording.chance.randint(3, 6))
    found, words = [], 0
    for claim in corpus.wording.chance.sample(short, many):
        words += len(claim.says.split())
        if words <= _WORDS:
            found.append({"says": claim.says, "rests_on": [claim.id]})
    return found if len(found) > 2 else []


def _file(path: Path, values: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        line for name, value in values.items() if value not in ([], None) for line in _field(name, value)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")


def _field(name: str, value: Any) -> list[str]:
    if name != "definition":
        return field(name, value)
    return [f"{name}:", *(line for key, text in value.items() for line in field(key, text, "  "))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description="Writes a project of a size that the checks find nothing in."
    )
    parser.add_argument("size", type=int, help="claims")
    parser.add_argument("folder", type=Path, help="where to")
    parser.add_argument("--in-progress", type=int, default=0, metavar="N", help="sources that are still read")
    asked = parser.parse_args()
    generate(asked.size, asked.folder, asked.in_progress)
