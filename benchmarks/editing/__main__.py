"""Prints what adding a source costs, by files and with review: `make bench-editing`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.editing.costs import by_files
from benchmarks.editing.played import Played, played

ROOT = Path(__file__).parents[2]
TEXTS = Path(__file__).with_name("texts")
HEAD = (
    "| text | words | files | lines | rounds | keys | files with review | lines | rounds | keys "
    "| keys besides statements | left |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def row(one: Played) -> tuple[str, float, float]:
    """A line of the table, and keys for 100 words by files and with review."""
    before = by_files(one)
    per = 100 / one.words
    after = one.keys + one.by_hand
    plain = (before.keys - one.stated, after - one.edited)
    cells = (
        one.source,
        one.words,
        *(before.files, before.lines, before.rounds, f"{before.keys * per:.0f}"),
        *(one.files, one.lines, 1, f"{after * per:.0f}"),
        f"{plain[0] * per:.0f} → {plain[1] * per:.0f}",
        one.left,
    )
    return f"| {' | '.join(map(str, cells))} |", plain[0] * per, plain[1] * per


def main() -> None:
    """Play each source, then each text that is nobody's."""
    print(HEAD)
    sums = [0.0, 0.0]
    sources = sorted(path.stem for path in (ROOT / "data" / "sources").glob("*.yml"))
    texts = sorted(TEXTS.glob("*.txt"))
    every: list[str | Path] = [*sources, *texts]
    for source in every:
        with tempfile.TemporaryDirectory() as folder:
            line, before, after = row(played(ROOT, Path(folder), source))
        print(line, flush=True)
        sums[0] += before
        sums[1] += after
    print(f"Keys besides the words of statements, all: {sums[1] / sums[0]:.0%} of those by files.")


if __name__ == "__main__":
    main()
