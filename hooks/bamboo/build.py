"""All of it in order: a project's root in, a Site or findings out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bamboo import checks, exports
from bamboo.checks.checking import Checking, RefusedError
from bamboo.data.locations import Finding, Location
from bamboo.data.mind import forget
from bamboo.exports.format import File, Made
from bamboo.graph.claims import link
from bamboo.graph.history import History
from bamboo.graph.traced import Elsewhere
from bamboo.kept import Seen
from bamboo.site import plain, render
from bamboo.site.making import Done, Into, MadePage, Memory, SiteFile, Thing, Work
from bamboo.site.render import Page
from bamboo.site.sharing import shared
from bamboo.site.table import CONTRIBUTE

GUIDE = CONTRIBUTE.written

# To make fewer things, a copy of a process costs more than it saves: what it touches of the memory is copied.
_MANY = 100


@dataclass(frozen=True, slots=True)
class Site:
    """What is to be published: Markdown pages and files beside them, or the findings that forbid it."""

    pages: tuple[Page, ...] = ()
    files: tuple[SiteFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    again: frozenset[str] = frozenset()
    """Addresses of files and pages that are as they were in the last site; they have no content here."""

    @property
    def fresh(self) -> tuple[Page, ...]:
        """The pages that have content."""
        return tuple(page for page in self.pages if page.address not in self.again)


@dataclass
class Begun:
    """A project that was read and checked, but for what is still found beside, and what was made of it so
    far; `made` is what the first site that is asked for has of public data."""

    checking: Checking
    work: Work
    made: Sequence[Made]
    memory: Memory
    guide: tuple[Page, ...]
    workers: int
    _done: list[MadePage | Done] = field(default_factory=list)

    def site(self, only: Collection[str] | None = None) -> Site:
        """Everything; or the public data, and of the pages `only` those at these addresses. RefusedError
        where there are findings by then, as of `rest`.
        """
        # The longest of these comes first, so that no process waits for it at the end.
        rows, done = self._made([*(self.work.jobs() if only is None else ()), *self.work.pages(only)])
        for one in rows:
            self.memory.take(one)
        if only is None:
            self.memory.traces = self.work.traces(self._done)
        fresh = {one.page.address: one.page for one in rows}
        listed = self.work.addresses if only is None else (one for one in self.work.addresses if one in only)
        pages = tuple(fresh.get(address) or self.work.again(address) for address in listed)
        texts = plain.files([*fresh.values(), *self.guide], self.memory.plain)
        made, self.made = self.made, ()
        return Site(
            pages=(*pages, *self.guide),
            files=(
                *(SiteFile(file.address, file.content) for one in made for file in one.files),
                *(file for one in done for file in one.files),
                *(SiteFile(file.address, file.text.encode("utf-8")) for file in texts),
            ),
            again=self.work.files_again,
        )

    def rest(self, site: Site, into: Into) -> tuple[Site, list[MadePage], dict[str, Seen]]:
        """All that is not in `site` yet goes `into` something. The site with pages that have no content for
        these, the pages that were given back, and the files that were written, by address. The checks are at
        their end then.
        """
        there = {page.address: page for page in site.pages}
        rows, done = self._made([*self.work.jobs(), *self.work.pages(made=there)], into)
        self.memory.traces = self.work.traces(self._done)
        there |= {one.page.address: one.page for one in rows}
        pages = tuple(there.get(address) or self.work.again(address) for address in self.work.addresses)
        made: tuple[MadePage | Done, ...] = (*done, *rows)
        files = {address: seen for one in made for address, seen in one.written.items()}
        left = [one for one in rows if one.finished or one.page.body]
        self.checking.end()
        return replace(site, pages=(*pages, *self.guide)), left, files

    def _made(self, things: Sequence[Thing], into: Into | None = None) -> tuple[list[MadePage], list[Done]]:
        workers = self.workers if len(things) >= _MANY else 1
        if workers > 1:
            render.compile_all(self.memory.compiled)
        mark = self.work.mark()

        def make(number: int) -> MadePage | Done:
            return self.work.make(things[number], into)

        def take(found: list[MadePage | Done], other: Elsewhere) -> list[MadePage | Done]:
            here = mark.take(other)
            return [replace(one, trace=one.trace.numbered(here)) if one.trace else one for one in found]

        with self.checking.before():
            found = shared(make, len(things), workers, lambda: mark.since, take)
        self._done += found
        return [one for one in found if isinstance(one, MadePage)], [
            one for one in found if isinstance(one, Done)
        ]


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
    begun = begin(root, site_url, memory, history, workers)
    return begun.site() if isinstance(begun, Begun) else begun


def begin(
    root: Path,
    site_url: str = "",
    memory: Memory | None = None,
    history: History | None = None,
    workers: int = 1,
    beside: bool = False,
) -> Begun | Site:
    """The same up to where pages are rendered; a site of findings where there are any. With `beside`, the
    checks may go on meanwhile: see Checking.
    """
    memory = memory or Memory()
    library = memory.library = memory.read(root, memory.library)
    try:
        checking = Checking(library, workers, memory.keep, beside)
        if beside:
            memory.goes_on = checking.goes_on
        with checking.before():
            if workers > 1:
                # Each process would have a copy.
                forget("bamboo.reading", "bamboo.checks")
            memory.goes_on()
            linked = memory.linked(library, history)
            others = 1 if memory.has_most else checking.others
            made = exports.export(linked, site_url, workers=others, goes_on=memory.goes_on)
            # Nothing asks for the content again, which is large.
            memory.made = [Made(one.format, tuple(map(_described, one.files))) for one in made]
            work = Work.of(linked, memory.made, site_url, memory)
    except RefusedError as refused:
        return Site(findings=refused.findings)
    return Begun(checking, work, made, memory, _guide(root), workers)


def some(
    root: Path, site_url: str, memory: Memory, history: History | None, addresses: Collection[str]
) -> Site:
    """The same for pages that follow from the records at hand alone, before all is built: those of records,
    at these `addresses`. `memory` is of a whole build.
    """
    library = memory.library = memory.read(root, memory.library)
    if findings := checks.run(library):
        return Site(findings=tuple(findings))
    linked = link(library, history)
    rows = render.rows(linked, memory.made, site_url, memory.pages, memory.compiled, addresses)
    return Site(pages=tuple(page for row in rows for page in row))


def _described(file: File) -> File:
    return replace(file, content=b"")


def _guide(root: Path) -> tuple[Page, ...]:
    """The editors' guide as a page: it is written once, in the repository."""
    path = root / GUIDE
    if not path.is_file():
        return ()
    return (render.written(CONTRIBUTE, path.read_text(encoding="utf-8"), Location(GUIDE)),)
