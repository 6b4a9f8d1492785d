"""`make bench-falsifications`: the share of falsifications that the checks notice, by kind.

python -m benchmarks.falsifications      the data of the repository, then the sample project
--kind WORDS                             only the kinds with these words in their names
--missed                                 also lists what is not noticed
--most N                                 so many of each kind at most, drawn with a fixed seed (250)
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import mutations
import project
import realtexts
from bamboo import checks
from bamboo.kinds.library import Entry, Library, load

from benchmarks.falsifications.cards import CARDS
from benchmarks.falsifications.claims import CLAIMS, Change
from benchmarks.falsifications.figures import FIGURES
from benchmarks.falsifications.judge import Judge

KINDS: tuple[tuple[str, str, Change], ...] = (
    *(("facts", name, change) for name, change in CLAIMS.items()),
    *(("indicators", name, change) for name, change in FIGURES.items()),
    *((kind, name, change) for kind, changes in CARDS.items() for name, change in changes.items()),
)


def falsified(
    library: Library, kind: str, change: Change, most: int, name: str
) -> Iterator[tuple[Entry[Any], mutations.Plain]]:
    """Records made false in one way, the same ones at every run."""
    random.seed(name)
    found = [
        (entry, after)
        for entry in library.of(kind).values()
        for after in change(mutations.plain(entry), library)
        if after != mutations.plain(entry)
    ]
    yield from found if len(found) <= most else random.sample(found, most)


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.falsifications", description=__doc__)
    parser.add_argument("--kind", default="")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--most", type=int, default=250)
    options = parser.parse_args(words)
    judges = [Judge(load(root)) for root in (project.ROOT, project.SAMPLE)]
    print("| Falsification | data | share | sample | share |")
    print("|---|---:|---:|---:|---:|")
    sums = [Counter[bool](), Counter[bool]()]
    missed = []
    for kind, name, change in (row for row in KINDS if options.kind in row[1]):
        cells = []
        for judge, total in zip(judges, sums, strict=True):
            counts: Counter[bool] = Counter()
            for entry, after in falsified(judge.library, kind, change, options.most, name):
                noticed = bool(judge.findings(kind, entry, after))
                counts[noticed] += 1
                if not noticed:
                    missed.append((name, entry.file, mutations.plain(entry), after))
            cells += [_of(counts), _share(counts)]
            total.update(counts)
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
    print(f"| all | {' | '.join(cell for total in sums for cell in (_of(total), _share(total)))} |")
    if not options.kind:
        _true(judges)
    for name, file, before, after in missed if options.missed else ():
        print(f"\n{name}: {file}")
        for field in sorted(before.keys() | after.keys()):
            if before.get(field) != after.get(field):
                print(f"  {field}: {before.get(field)}\n  {' ' * len(field)}  {after.get(field)}")
    return 0


def _true(judges: Sequence[Judge]) -> None:
    """What the checks refuse of what is true."""
    print("\n| True statements of | refused | share |")
    print("|---|---:|---:|")
    for judge, name in zip(judges, ("the data", "the sample"), strict=True):
        refused = {finding.location.file for finding in checks.run(judge.library)}
        records = sum(1 for _ in judge.library.entries())
        print(f"| {name} | {len(refused)} of {records} | {len(refused) / records:.1%} |")
    texts = [one for file in realtexts.files() for one in realtexts.read(file) if one.true]
    wrong = [one for one in texts if not one.judged()]
    print(f"| short texts (`bench-reading`) | {len(wrong)} of {len(texts)} | {len(wrong) / len(texts):.1%} |")


def _of(counts: Counter[bool]) -> str:
    return f"{counts[True]} of {counts.total()}"


def _share(counts: Counter[bool]) -> str:
    return f"{counts[True] / counts.total():.0%}" if counts.total() else "–"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
