"""All of it in order: a project's root in, a Site or findings out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bamboo import checks, export, graph, render, search
from bamboo.load import load
from bamboo.render import Page
from bamboo.spots import Finding, Spot

GUIDE = "CONTRIBUTING.md"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of the site that is no page: its address and its text."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Site:
    """What is to be published: Markdown pages and files beside them, or the findings that forbid it."""

    pages: tuple[Page, ...] = ()
    files: tuple[TextFile, ...] = ()
    findings: tuple[Finding, ...] = ()


def build(root: Path) -> Site:
    """Read, check and render the project in `root`. Nothing is rendered where a check finds anything."""
    library = load(root)
    findings = checks.run(library)
    if findings:
        return Site(findings=tuple(findings))
    linked = graph.link(library)
    files = export.files(linked)
    return Site(
        pages=(*render.pages(linked, files), *_guide(root)),
        files=(
            *(TextFile(file.address, file.text) for file in files),
            *(TextFile(file.address, file.text) for file in search.files(linked)),
        ),
    )


def _guide(root: Path) -> tuple[Page, ...]:
    """The editors' guide as a page: it is written once, in the repository."""
    path = root / GUIDE
    if not path.is_file():
        return ()
    front = "---\ntitle: Contribute\n---\n\n"
    return (Page("contribute.md", front + path.read_text(encoding="utf-8"), Spot(GUIDE)),)
