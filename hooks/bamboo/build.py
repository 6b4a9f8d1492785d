"""All of it in order: a project's root in, a Site or findings out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bamboo import checks, exports
from bamboo.data.locations import Finding, Location
from bamboo.exports.format import Made
from bamboo.graph import claims as graph
from bamboo.graph.history import History
from bamboo.kept import Kept
from bamboo.kinds.library import Library, load
from bamboo.site import collect, comparison, feed, llms, plain, render, search
from bamboo.site.charts import standalone
from bamboo.site.compiled import Compiled
from bamboo.site.pagekind import Share
from bamboo.site.render import Page
from bamboo.site.sharing import shared, together
from bamboo.site.table import CONTRIBUTE

GUIDE = CONTRIBUTE.written


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that is no page: its address and its bytes."""

    address: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """What is to be published: Markdown pages and files beside them, or the findings that forbid it."""

    pages: tuple[Page, ...] = ()
    files: tuple[SiteFile, ...] = ()
    findings: tuple[Finding, ...] = ()


class SupersededError(Exception):
    """A build is given up for a newer one. What `Memory` has of it is true all the same."""


@dataclass
class Memory:
    """What is known from builds before: a preview keeps the records and pages of the last, the pages for one
    set of templates."""

    library: Library | None = None
    pages: render.Memory = field(default_factory=dict)
    plain: plain.Memory = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)
    made: Sequence[Made] = ()
    goes_on: Callable[[], None] = lambda: None
    """Asked now and then. It may raise SupersededError, where nobody needs the build any more."""

    @cached_property
    def compiled(self) -> Compiled:
        """The templates, compiled."""
        return Compiled(self.kept, "pages")


def build(
    root: Path,
    site_url: str = "",
    memory: Memory | None = None,
    history: History | None = None,
    workers: int = 1,
) -> Site:
    """Read, check and render the project in `root`. Nothing is rendered where a check finds anything.

    `site_url` is where the site will be; without it, what needs a whole address goes without one.
    `memory` holds pages of the build before, for a preview. `history` is that of the data, where it is known.
    Pages are made by so many `workers`, unless `memory` has pages, which are then made here.
    """
    memory = memory or Memory()
    library = memory.library = load(root, memory.library)
    findings = checks.run(library)
    if findings:
        return Site(findings=tuple(findings))
    linked = graph.link(library, history)
    made = memory.made = exports.export(linked, site_url)
    pages = (
        *_pages(linked, made, site_url, memory, workers),
        *_guide(root),
    )
    memory.goes_on()
    texts = (
        *collect.files(linked, site_url),
        *feed.files(linked, site_url),
        *llms.files(linked, site_url),
        *plain.files(pages, memory.plain, memory.kept),
    )
    return Site(
        pages=pages,
        files=(
            *(SiteFile(file.address, file.content) for one in made for file in one.files),
            *(SiteFile(file.address, file.text.encode("utf-8")) for file in search.files(linked)),
            SiteFile(comparison.ADDRESS, comparison.file(linked).encode("utf-8")),
            *(
                SiteFile(file.address, file.text.encode("utf-8"))
                for file in standalone.files(linked, site_url)
            ),
            *(SiteFile(file.address, file.text.encode("utf-8")) for file in texts),
        ),
    )


def some(
    root: Path, site_url: str, memory: Memory, history: History | None, addresses: Collection[str]
) -> Site:
    """The same for pages that follow from the records at hand alone, before all is built: those of records,
    at these `addresses`. `memory` is of a whole build.
    """
    library = memory.library = load(root, memory.library)
    if findings := checks.run(library):
        return Site(findings=tuple(findings))
    linked, share = graph.link(library, history), Share(addresses=addresses)
    rows = render.rows(linked, memory.made, site_url, memory.pages, memory.compiled, share)
    return Site(pages=tuple(page for row in rows for page in row))


def _pages(
    linked: graph.Graph,
    made: Sequence[Made],
    site_url: str,
    memory: Memory,
    workers: int,
) -> list[Page]:
    """The pages, with their plain Markdown in memory."""
    if workers > 1:
        render.compile_all(memory.compiled)

    def make(share: Share) -> list[list[tuple[Page, str]]]:
        found = []
        for row in render.rows(linked, made, site_url, memory.pages, memory.compiled, share):
            texts = plain.files(row, memory.plain, memory.kept)
            found.append([(page, file.text) for page, file in zip(row, texts, strict=True)])
            memory.goes_on()
        return found

    shares = shared(make, workers)
    found = [pair for row in zip(*shares, strict=True) for pair in together(row)]
    for page, text in found:
        memory.plain[page.path] = (page, text)
        memory.kept.put("plain", plain.key(page), text)
    return [page for page, _ in found]


def _guide(root: Path) -> tuple[Page, ...]:
    """The editors' guide as a page: it is written once, in the repository."""
    path = root / GUIDE
    if not path.is_file():
        return ()
    return (render.written(CONTRIBUTE, path.read_text(encoding="utf-8"), Location(GUIDE)),)
