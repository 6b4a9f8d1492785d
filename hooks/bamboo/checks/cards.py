"""A card says what its text prints: title, authors, publisher and day are in the seed."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.data.locations import Finding, shorten
from bamboo.data.records import Path
from bamboo.evidence.locate import seed_of
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.source import Source
from bamboo.reading import days
from bamboo.reading.mentions import plain

RULE = "value"
_COPIED = ("title", "publisher")


def check(library: Library) -> Iterator[Finding]:
    """What a card has as printed, and its seed does not print."""
    for source, entry in library.sources.items():
        seed = seed_of(library, source)
        if seed is None:
            continue
        text = plain(seed.text).casefold()
        for path, said in _copied(entry.record):
            if plain(said).casefold() not in text:
                yield _finding(entry, path, said)
        published, lang = entry.record.published, entry.record.language
        if published and not days.says(
            [days.read(plain(line), lang) for line in seed.text.splitlines()], (), days.of_edtf(published)
        ):
            yield _finding(entry, ("published",), published)


def _copied(card: Source) -> Iterator[tuple[Path, str]]:
    for name in _COPIED:
        if said := getattr(card, name):
            yield (name,), said
    yield from ((("authors", at), author) for at, author in enumerate(card.authors))


def _finding(entry: Entry[Source], path: Path, said: str) -> Finding:
    return Finding(
        entry.document.location(*path),
        RULE,
        f"`{path[0]}` is “{shorten(said, 60)}”; the seed does not print it.",
        "Copy it from the text; what you found elsewhere belongs into `found_by_editors`.",
        code="not-on-text",
        path=path,
        value=said,
    )
