"""The layers of the program in the order in which they may import one another, each with one sentence.

test_layers.py holds the order; tests/lists.py writes the table into README.md and docs/developers.md.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layer:
    """A module or package right under hooks/bamboo, and what it does."""

    name: str
    does: str


LAYERS = (
    Layer("data", "Reads the bytes of a file into fields that keep their line, or into findings."),
    Layer(
        "kinds", "Names each kind of record once, with its fields, words and proof, and reads the library."
    ),
    Layer("reading", "Reads the numbers, dates, names and roles that a text prints."),
    Layer("evidence", "Finds each quote in its source text, and counts which words of a text are cited."),
    Layer("checks", "Compares the records with their quotes and with one another, one rule a module."),
    Layer(
        "graph", "Links claims to all that they name, both ways, and gives each thing its address and words."
    ),
    Layer("cite", "Writes citations in four forms."),
    Layer("exports", "Writes the public data, one format a module."),
    Layer("kept", "Keeps results of a build for the next one, in a file that may be lost."),
    Layer("site", "Makes pages, charts, the map, the search and the navigation from the graph."),
    Layer("editing", "Adds, drafts, fixes, renames, merges and compares records."),
    Layer("build", "Goes all the way from the project's folder to a whole site, or to findings."),
    Layer("preview", "Keeps what a saved change leaves as it is, and shows the open pages first."),
    Layer("commands", "Reads the disk, git and the clock for each command, and prints its answer."),
    Layer("cli", "Picks the command and returns its exit code."),
    Layer("__main__", "Runs the command line as `python -m bamboo`."),
)
ORDER = [layer.name for layer in LAYERS]
