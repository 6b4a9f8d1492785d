"""One of the two states that are compared: its records, what the checks find in it, and its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bamboo import checks, exports
from bamboo.checks import drafts, edges
from bamboo.data.locations import Finding
from bamboo.exports import records
from bamboo.graph import claims as graph
from bamboo.kinds.library import Library, load
from bamboo.site import render


@dataclass(frozen=True)
class Side:
    """`pages`: each page's text by address; None where the data does not hold together enough for pages."""

    library: Library
    findings: tuple[Finding, ...]
    pages: Mapping[str, str] | None

    @classmethod
    def of(cls, root: Path) -> Side:
        """Read the project in `root`."""
        library = load(root)
        return cls(library, tuple(checks.run(library)), _pages(library))


def _pages(library: Library) -> Mapping[str, str] | None:
    """The pages as the program of today makes them: what differs between two sides is the data's doing."""
    # What pages rest on: all was read, every quote has its place, every id its record, once. A draft, or a
    # quote cut short, is a mistake that a page can show.
    needed = [check for check in checks.CHECKS if check not in (drafts.check, edges.check)]
    if library.findings or any(True for check in needed for _ in check(library)):
        return None
    linked = graph.link(library)
    made = render.pages(linked, exports.export(linked, formats=[records.FORMAT]))
    return {page.address: page.text for page in made}
