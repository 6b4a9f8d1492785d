"""No fact that a program suggested is on the site before an editor has confirmed it."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.data.locations import Finding
from bamboo.kinds.fact import FACTS, Fact
from bamboo.kinds.library import Entry, Library

RULE = "draft"


def check(library: Library) -> Iterator[Finding]:
    """Facts that still say `draft: true`."""
    yield from library.about(RULE, _fact, FACTS.name)


def _fact(_: Library, entry: Entry[Fact]) -> Iterator[Finding]:
    if entry.record.draft:
        yield Finding(
            entry.document.key("draft"),
            RULE,
            "This fact is a draft that nobody has confirmed.",
            "Read it against its source, write the claim, fix what is wrong, then delete this line.",
            code="unconfirmed",
        )
