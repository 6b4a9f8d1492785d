"""Prints how good the suggestions of `bamboo draft` are: `.venv/bin/python -m benchmarks.draft`."""

from pathlib import Path

from bamboo.kinds.library import load

from benchmarks.draft.measure import measure, table

library = load(Path(__file__).parents[2])
print(table([measure(library, source) for source in library.sources]))
