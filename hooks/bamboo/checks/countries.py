"""A country's code is one that exists, and belongs to one partner."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo.data.locations import Finding
from bamboo.kinds.library import Library
from bamboo.reading.names import is_known_iso

RULE = "country"


def check(library: Library) -> Iterator[Finding]:
    """ISO codes that CLDR does not know, and two partners of one code."""
    owner: dict[str, str] = {}
    for entry in library.partners.values():
        code = entry.record.iso
        if code is None:
            continue
        location = entry.document.location("iso")
        if not is_known_iso(code):
            yield Finding(
                location,
                RULE,
                f"No country has the code `{code}`.",
                "Look it up in ISO 3166-1.",
                code="unknown-code",
            )
        elif code in owner:
            yield Finding(
                location,
                RULE,
                f"`{code}` is the code of {owner[code]} already.",
                "Keep one of the two.",
                code="code-taken",
            )
        owner.setdefault(code, entry.file)
