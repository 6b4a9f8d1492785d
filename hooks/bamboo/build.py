"""All of it in order: a project's root in, a Site or findings out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Protocol

from bamboo import checks, exports
from bamboo.data.locations import Finding, Location
from bamboo.exports.format import Made
from bamboo.graph.claims import Graph, link
from bamboo.graph.history import History
from bamboo.kept import Kept
from bamboo.kinds.library import Library, load
from bamboo.site import collect, comparison, feed, llms, plain, render, search
from bamboo.site.charts import standalone
from bamboo.site.compiled import Compiled
from bamboo.site.finished import Finished, Finisher
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
    finisher: Finisher | None = None
    """Makes HTML of pages, where that is wanted."""
    finished: dict[str, tuple[Page, Finished | None]] = field(default_factory=dict)
    made: Sequence[Made] = ()
    goes_on: Callable[[], None] = lambda: None
    """Asked now and then. It may raise SupersededError, where nobody needs the build any more."""

    def finish(self, page: Page) -> Finished | None:
        """The HTML of a page, where it is wanted and known without a converter; a page is read once."""
        known, made = self.finished.get(page.path, (None, None))
        if known is not page:
            made = self.finisher.page(page.body) if self.finisher else None
            self.finished[page.path] = (page, made)
        return made

    def take(self, made: _Made) -> None:
        """Keep what another process made of a page."""
        self.plain[made.page.path] = (made.page, made.plain)
        self.kept.put("plain", plain.key(made.page), made.plain)
        self.finished[made.page.path] = (made.page, made.finished)

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
    linked = link(library, history)
    made = memory.made = exports.export(linked, site_url)
    shares = shared(partial(_share, linked, made, site_url, memory), workers)
    found = [one for row in zip(*(share.rows for share in shares), strict=True) for one in together(row)]
    for one in found:
        memory.take(one)
    guide = _guide(root)
    return Site(
        pages=(*(one.page for one in found), *guide),
        files=(
            *(SiteFile(file.address, file.content) for one in made for file in one.files),
            *(file for job in together([share.files for share in shares]) for file in job),
            *map(_encoded, plain.files([*(one.page for one in found), *guide], memory.plain, memory.kept)),
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
    linked, share = link(library, history), Share(addresses=addresses)
    rows = render.rows(linked, memory.made, site_url, memory.pages, memory.compiled, share)
    return Site(pages=tuple(page for row in rows for page in row))


@dataclass(frozen=True, slots=True)
class _Made:
    """A page with what is made of it."""

    page: Page
    plain: str
    finished: Finished | None


@dataclass(frozen=True, slots=True)
class _Share:
    """What one process makes: of each row of the page table some pages, and some of the files beside them."""

    rows: list[list[_Made]]
    files: list[list[SiteFile]]


def _share(graph: Graph, made: Sequence[Made], site_url: str, memory: Memory, share: Share) -> _Share:
    rows = []
    for row in render.rows(graph, made, site_url, memory.pages, memory.compiled, share):
        texts = plain.files(row, memory.plain, memory.kept)
        rows.append(
            [_Made(page, file.text, memory.finish(page)) for page, file in zip(row, texts, strict=True)]
        )
        memory.goes_on()
    return _Share(rows, [*_beside(graph, site_url, memory, share)])


def _beside(graph: Graph, site_url: str, memory: Memory, share: Share) -> Iterator[list[SiteFile]]:
    """A share of the files that are neither pages nor public data; those that take longest come first."""
    jobs: tuple[Callable[[], Iterable[_Text]], ...] = (
        lambda: collect.scripts.files(graph, site_url),
        lambda: search.files(graph),
        lambda: collect.subjects.files(graph, site_url),
        lambda: standalone.files(graph, site_url),
        lambda: (*feed.files(graph, site_url), *llms.files(graph, site_url), comparison.file(graph)),
    )
    for number, job in enumerate(jobs):
        if share.has(number):
            yield [*map(_encoded, job())]
            memory.goes_on()


class _Text(Protocol):
    @property
    def address(self) -> str: ...
    @property
    def text(self) -> str: ...


def _encoded(file: _Text) -> SiteFile:
    return SiteFile(file.address, file.text.encode("utf-8"))


def _guide(root: Path) -> tuple[Page, ...]:
    """The editors' guide as a page: it is written once, in the repository."""
    path = root / GUIDE
    if not path.is_file():
        return ()
    return (render.written(CONTRIBUTE, path.read_text(encoding="utf-8"), Location(GUIDE)),)
