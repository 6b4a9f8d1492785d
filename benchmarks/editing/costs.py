"""The way by files, as it was before `bamboo review`: what it costs to get to the same records."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.editing.played import GO, Played

# Keys to open a file whose name is completed, to save and leave it, to get to a field, to delete a line, and
# to copy words from one window into another.
OPEN, SAVE, DELETE, PASTE = 12, 3, 2, 6
# Lines of a draft's head, of a passage that is set aside in the card, of a quote in a fact.
HEAD, ASIDE, QUOTED = 5, 3, 3
ROUNDS = 3  # of the check: after the card, after the names, after the drafts


@dataclass(frozen=True, slots=True)
class Cost:
    """Files that an editor opens or names, lines that are written, changed or deleted, keys, and rounds."""

    files: int
    lines: int
    keys: int
    rounds: int


def by_files(one: Played) -> Cost:
    """Drafts written to files and put right there: the same fields, the same words.

    Each draft has a head of four remarks and the line `draft: true` to delete; what is recorded already is
    pasted into its file, what is set aside into the card; people are written by hand.
    """
    keys = len(f"bamboo add source {one.source}.txt --id {one.source}\nbamboo draft {one.source} --write\n")
    keys += OPEN + SAVE + GO + len("short name")
    keys += one.set_aside * (PASTE + GO)
    keys += one.facts * (OPEN + SAVE + HEAD * DELETE)
    keys += sum(GO + len(value) for value in one.typed) + one.stated
    keys += one.merged * (OPEN + SAVE + PASTE)
    keys += sum(len(f"bamboo add partner '{name}'\n") for name in one.partners)
    keys += sum(OPEN + SAVE + len(f"name: {name}\nof: vietnam\n") for name in one.people)
    keys += ROUNDS * len("bamboo check\n")
    files = 1 + one.facts + one.merged + len(one.partners) + len(one.people)
    lines = (
        one.changed + HEAD * one.facts + ASIDE * one.set_aside + QUOTED * one.merged + 2 * len(one.people) + 1
    )
    return Cost(files, lines, keys + one.by_hand, ROUNDS)
