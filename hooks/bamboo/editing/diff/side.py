"""One of the two states that are compared: its records, what the checks find in it, and its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bamboo import checks, exports
from bamboo.checks import coverage, drafts, edges, mentions, moves, orphans, values
from bamboo.data.locations import Finding
from bamboo.exports import records
from bamboo.graph import claims as graph
from bamboo.kinds.library import Library, load
from bamboo.site import render

# Mistakes that a page can show. Pages rest on all else: all was read, every quote has its place, every id its
# record, once.
_SHOWN = {rule.RULE for rule in (coverage, drafts, edges, mentions, moves, orphans, values)}


@dataclass(frozen=True)
class Side:
    """A state of the project; it is checked, and its pages are made, when that is asked for, and once."""

    library: Library

    @classmethod
    def of(cls, root: Path) -> Side:
        """Read the project in `root`."""
        return cls(load(root))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks find."""
        return tuple(checks.run(self.library))

    @cached_property
    def says(self) -> object:
        """All that pages are made from: two sides that say the same have the same pages."""
        files = {entry.file: entry.document.values for _, entry in self.library.entries()}
        seeds = {name: seed.sha256 for name, seed in self.library.seeds.items()}
        old = self.library.moves
        return files, seeds, old[1].values if old else None, self.library.unreadable

    @property
    def holds(self) -> bool:
        """Whether the data holds together enough for pages."""
        return all(finding.rule in _SHOWN for finding in self.findings)

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """Each page's text by address, as the program of today makes it: what differs is the data's doing."""
        linked = graph.link(self.library)
        made = render.pages(linked, exports.export(linked, formats=[records.FORMAT]))
        return {page.address: page.text for page in made}
