"""How long the lists are that lead on from a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import html

from benchmarks.statements.figures import Figure

# Other statements of a fact's passage; what is related to a subject.
BESIDE, RELATED = 5, 8
SUBJECTS = ("partners", "themes", "people", "terms", "years")


def measured(site: Path) -> Iterator[Figure]:
    """The longest of each, read from the files."""
    facts = {path: _links(path, "beside") for path in sorted(site.glob("facts/*/*.html"))}
    yield _longest(site, "other statements of the passage on the page of a fact", facts, BESIDE)
    subjects = (path for folder in SUBJECTS for path in sorted(site.glob(f"{folder}/*.html")))
    related = {path: _links(path, "connected") for path in subjects if path.name != "index.html"}
    yield _longest(site, "related things on the page of a subject", related, RELATED)


def _longest(site: Path, name: str, found: dict[Path, int], most: int) -> Figure:
    longest = max(found, key=lambda path: found[path])
    about = f"of {sum(map(bool, found.values()))} lists; {longest.relative_to(site).as_posix()}"
    return Figure(name, found[longest], most=most, about=about)


def _links(path: Path, style: str) -> int:
    tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    return sum(1 for element in tree.find_class(style) for _ in element.iter("li"))
