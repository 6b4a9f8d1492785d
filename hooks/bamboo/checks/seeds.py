"""Every card has its seed, every seed its card, and a seed is as it was (checksum)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from bamboo.data.locations import Finding, Location, nearest
from bamboo.data.seed import Seed
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.source import SOURCES, Source

RULE = "seed"


def check(library: Library) -> Iterator[Finding]:
    """A seed that is missing, changed, of another name than its card, or without a card."""
    owner: dict[str, str] = {}
    moved: set[str] = set()
    for ident, name, sha256 in library.about(RULE, _named, SOURCES.name):
        entry = library.sources[ident]
        if name != f"{ident}.txt":
            yield Finding(
                entry.document.location("seed"),
                RULE,
                f"The card is {entry.file} and its seed seeds/{name}; expected the same name.",
                f"Rename the card to {name.removesuffix('.txt')}.yml, or the seed to {ident}.txt.",
                code="other-name",
            )
            owner.setdefault(name, entry.file)
            continue
        owner[name] = entry.file
        seed = library.seeds.get(name)
        if seed is None:
            if ("seeds", name) not in library.unreadable:
                same = [n for n, seed in library.seeds.items() if seed.sha256 == sha256]
                guess = same[0] if same else nearest(name, library.seeds)
                moved.update(same)
                yield Finding(
                    entry.document.location("seed"),
                    RULE,
                    f"The seed seeds/{name} is missing.",
                    f"Did you mean `{guess}`?" if guess else "Put the source text back.",
                    code="missing",
                )
        elif seed.sha256 != sha256:
            yield Finding(
                Location(seed.file),
                RULE,
                f"The seed is not as it was: its SHA-256 is {seed.sha256},\n"
                f"its card ({entry.file}) says {sha256}.",
                _undo(seed, sha256),
                code="changed",
            )
    cards_unread = any(kind == "sources" for kind, _ in library.unreadable)
    for name, seed in library.seeds.items():
        if name not in owner and name not in moved and not cards_unread:
            yield Finding(
                Location(seed.file),
                RULE,
                "The seed has no card.",
                f"Run `bamboo add source {seed.file}`; it writes data/sources/{name[:-4]}.yml.",
                code="no-card",
            )


def _named(_: Library, entry: Entry[Source]) -> Iterator[tuple[str, str, str]]:
    yield entry.id, entry.record.seed, entry.record.sha256


def _undo(seed: Seed, digest: str) -> str:
    """How to get the text back. Programs change what nobody sees: then what they did is said."""
    bare = seed.text.removeprefix("\ufeff")
    lines = bare.replace("\r\n", "\n")
    for change, texts in {
        "A byte order mark (U+FEFF) was put before it": [bare],
        "Its line ends were changed": [lines, lines.replace("\n", "\r\n")],
        "The line break at its end was changed": [bare.rstrip("\n"), bare.rstrip("\n") + "\n"],
    }.items():
        if any(hashlib.sha256(text.encode("utf-8")).hexdigest() == digest for text in texts):
            return f"{change}, and nothing else: take it from the history again (git checkout {seed.file})."
    return "Undo the edit: misprints stay. Only a text that is received again gets a new checksum."
