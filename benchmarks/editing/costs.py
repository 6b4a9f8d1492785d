"""The way by files, as it was before `bamboo review`: what it costs to get to the same records."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.editing.played import GO, Played

# Keys to open a file whose name is completed, to save and leave it, to get to a field, to delete a line, and
# to copy words from one window into another.
OPEN, SAVE, DELETE, PASTE = 12, 3, 2, 6
ROUNDS = 3  # of the check: after the card, after the names, after the drafts


@dataclass(frozen=True, slots=True)
class Cost:
    """Files that an editor opens or names, keys, and rounds of the check."""

    files: int
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
    keys += one.facts * (OPEN + SAVE + 5 * DELETE)
    keys += sum(GO + len(value) for value in one.typed) + one.stated
    keys += one.merged * (OPEN + SAVE + PASTE)
    keys += sum(len(f"bamboo add partner '{name}'\n") for name in one.partners)
    keys += sum(OPEN + SAVE + len(f"name: {name}\nof: vietnam\n") for name in one.people)
    keys += ROUNDS * len("bamboo check\n")
    files = 1 + one.facts + one.merged + len(one.partners) + len(one.people)
    return Cost(files, keys + one.by_hand, ROUNDS)
