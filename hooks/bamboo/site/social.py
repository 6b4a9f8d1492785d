"""The picture that a shared link shows: one for each kind of page, drawn by `make picture`."""

from __future__ import annotations

from bamboo import kinds

FOLDER = "assets/social"
# What each picture says, by the folder of its pages; all others have the site's own.
WORDS = {kind.address: kind.section for kind in kinds.ALL if not kind.single}
OTHERS = "home"


def picture(page: str) -> str:
    """The picture of a page, given by its address."""
    folder = page.partition("/")[0] if "/" in page else ""
    return f"{FOLDER}/{folder if folder in WORDS else OTHERS}.png"
