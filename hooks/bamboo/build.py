"""All of it in order: a project's root in, a Site or findings out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from bamboo import checks, exports
from bamboo.data.locations import Finding, Location
from bamboo.graph.claims import link
from bamboo.graph.history import History
from bamboo.kinds.library import load
from bamboo.site import plain, render
from bamboo.site.making import Memory, SiteFile, Work
from bamboo.site.pagekind import Share
from bamboo.site.render import Page
from bamboo.site.sharing import shared, together
from bamboo.site.table import CONTRIBUTE

GUIDE = CONTRIBUTE.written


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
    linked = memory.traced(link(library, history))
    made = memory.made = exports.export(linked, site_url)
    if workers > 1:
        render.compile_all(memory.compiled)
    work = Work.of(linked, made, site_url, memory)
    shares = shared(work.share, workers)
    rows = [together(row) for row in zip(*(share.rows for share in shares), strict=True)]
    for one in (one for row in rows for one in row):
        memory.take(one)
    done = together([share.jobs for share in shares])
    memory.traces = work.traces([*(one for row in rows for one in row), *done], shares)
    guide = _guide(root)
    fresh = {one.page.address: one.page for row in rows for one in row}
    pages = tuple(fresh.get(address) or work.again(address) for address in work.addresses)
    texts = plain.files([*fresh.values(), *guide], memory.plain, memory.kept)
    return Site(
        pages=(*pages, *guide),
        files=(
            *(SiteFile(file.address, file.content) for one in made for file in one.files),
            *(file for one in done for file in one.files),
            *(SiteFile(file.address, file.text.encode("utf-8")) for file in texts),
        ),
        again=work.files_again,
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


def _guide(root: Path) -> tuple[Page, ...]:
    """The editors' guide as a page: it is written once, in the repository."""
    path = root / GUIDE
    if not path.is_file():
        return ()
    return (render.written(CONTRIBUTE, path.read_text(encoding="utf-8"), Location(GUIDE)),)
