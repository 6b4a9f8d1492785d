"""The checksum of a new seed, on a card that has none. One that is there is never written over."""

from __future__ import annotations

import re

from bamboo.editing.outline import Outline

# What people write where they do not know: nothing, a word for it, dots, or one digit all along.
_OPEN = re.compile(
    r"|~|null|none|todo|tbd|xxx+|fill in.*|checksum|sha256|\?+|\.{2,}|…|-+|_+|<.*>|([0x])\1*", re.I
)


def is_open(value: object) -> bool:
    """Whether there is no checksum here, only a place for it."""
    return value is None or (isinstance(value, str) and _OPEN.fullmatch(value.strip()) is not None)


def with_checksum(text: str, digest: str) -> str | None:
    """A card's text with this checksum; None where the card has one, or no `seed` to put it under."""
    outline = Outline(text)
    fields = {place.path: place for place in outline.places() if len(place.path) == 1}
    if (place := fields.get(("sha256",))) is not None:
        if not is_open(getattr(place.node, "value", "x")):
            return None
        start, end = outline.span(place.node)
        return outline.replaced(start, end, digest if text[start - 1 : start] != ":" else f" {digest}")
    if (seed := fields.get(("seed",))) is None:
        return None
    last = outline.last_line(seed.node)
    return "\n".join([*outline.lines[: last + 1], f"sha256: {digest}", *outline.lines[last + 1 :]])
