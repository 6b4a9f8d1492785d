"""`bamboo draft SOURCE`: reads a newly added text and suggests facts for what no claim quotes yet."""

from __future__ import annotations

import argparse
from pathlib import Path

from bamboo import checks
from bamboo.commands import disk
from bamboo.commands.command import Command, misuse, refuse
from bamboo.data import english
from bamboo.data.locations import nearest
from bamboo.editing.draft import listing, writing
from bamboo.editing.draft.suggestions import suggest
from bamboo.evidence.locate import seed_of
from bamboo.kinds.library import load


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="id of a source: the name of its card without .yml")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--write", action="store_true", help="write the drafts into data/facts/")
    where.add_argument("--into", metavar="DIR", help="write the drafts into a folder of their own")


def _run(root: Path, options: argparse.Namespace) -> int:
    library = load(root)
    if options.source not in library.sources:
        if ("sources", options.source) in library.unreadable:
            return refuse([f for f in library.findings if f.location.file.startswith("data/sources/")])
        guess = nearest(options.source, library.sources)
        hint = f"Did you mean {guess}?" if guess else "Write its card first: CONTRIBUTING.md shows how."
        return misuse(f"There is no source {options.source} in data/sources/. {hint}")
    if seed_of(library, options.source) is None:
        card = library.sources[options.source]
        here = (card.file, f"seeds/{card.record.seed}")
        return refuse([finding for finding in checks.run(library) if finding.location.file in here])
    found = suggest(library, options.source)
    places = [draft.file for draft in found.drafts]
    if options.into:
        places = [f"{options.into}/{place.removeprefix('data/facts/')}" for place in places]
    if options.write or options.into:
        texts = [writing.of_fact(draft.fact, listing.remarks(draft)) for draft in found.drafts]
        files = {place: text.encode("utf-8") for place, text in zip(places, texts, strict=True)}
        try:
            disk.write(root if options.write else Path(), files, fresh=True)
        except OSError as error:
            return misuse(f"Nothing was written. {disk.why(error)}")
    print(listing.text(library, found, places))
    if options.write or options.into:
        print(
            f"\n{english.counted(len(places), 'draft')} written. "
            "`bamboo check` reports each until it is confirmed."
        )
    elif places:
        print("\nNothing was written: --write puts the drafts there, --into DIR into another folder.")
    return 0


COMMAND = Command("draft", "suggest facts for a newly added source", _run, _arguments)
