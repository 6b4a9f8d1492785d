"""`make bench-falsifications`: the share of falsifications that the checks notice, by kind.

python -m benchmarks.falsifications      the data of the repository, then the sample project
--kind WORDS                             only the kinds with these words in their names
--missed                                 also lists what is not noticed, but for the unseen half
--most N                                 so many of each kind at most, drawn with a fixed seed (250)
"""

from __future__ import annotations

import argparse
import hashlib
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


def is_unseen(ident: str) -> bool:
    """Whether a record is of the half that nobody looks at while rules are written: by its id."""
    return hashlib.sha256(ident.encode()).digest()[0] % 2 == 1


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
    data, sample = (Judge(load(root)) for root in (project.ROOT, project.SAMPLE))
    print("| Falsification | data, first half | share | data, unseen half | share | sample | share |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    sums = [Counter[bool]() for _ in range(3)]
    missed = []
    for kind, name, change in (row for row in KINDS if options.kind in row[1]):
        counts = [Counter[bool]() for _ in sums]
        for judge in (data, sample):
            for entry, after in falsified(judge.library, kind, change, options.most, name):
                column = 2 if judge is sample else int(is_unseen(entry.id))
                noticed = bool(judge.findings(kind, entry, after))
                counts[column][noticed] += 1
                if not noticed and column != 1:
                    missed.append((name, entry.file, mutations.plain(entry), after))
        print(f"| {name} | {_cells(counts)} |", flush=True)
        for total, here in zip(sums, counts, strict=True):
            total.update(here)
    print(f"| all | {_cells(sums)} |")
    if not options.kind:
        _true((data, sample))
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


def _cells(counts: Sequence[Counter[bool]]) -> str:
    return " | ".join(cell for one in counts for cell in (_of(one), _share(one)))


def _of(counts: Counter[bool]) -> str:
    return f"{counts[True]} of {counts.total()}"


def _share(counts: Counter[bool]) -> str:
    return f"{counts[True] / counts.total():.0%}" if counts.total() else "–"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
