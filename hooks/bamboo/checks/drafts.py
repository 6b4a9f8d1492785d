"""No fact that a program suggested is on the site before an editor has confirmed it."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.data.locations import Finding
from bamboo.kinds.library import Library

RULE = "draft"


def check(library: Library) -> Iterator[Finding]:
    """Facts that still say `draft: true`."""
    for entry in library.facts.values():
        if entry.record.draft:
            yield Finding(
                entry.document.key("draft"),
                RULE,
                "This fact is a draft that nobody has confirmed.",
                "Read it against its source, write the claim, fix what is wrong, then delete this line.",
                code="unconfirmed",
            )
