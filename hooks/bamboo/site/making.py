"""The pages and the files beside them, made by the process whose turn it is, but for what is as it was."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol, TypeVar

from bamboo.exports.format import Made
from bamboo.graph import addresses
from bamboo.graph.claims import Graph, link
from bamboo.graph.digests import Digests, same_but_records
from bamboo.graph.history import History
from bamboo.graph.reads import WORD
from bamboo.graph.traced import Mark, Traced, traced
from bamboo.kept import Kept, Seen, digest
from bamboo.kinds.library import Library, load
from bamboo.site import collect, comparison, feed, llms, plain, render, search, traces
from bamboo.site.charts import standalone
from bamboo.site.collect import Job
from bamboo.site.compiled import Compiled
from bamboo.site.finished import Finished, Finisher
from bamboo.site.pagekind import PUBLIC, Given, Listed, Row
from bamboo.site.render import Page
from bamboo.site.table import TABLE
from bamboo.site.traces import Since, Trace, Traces, about

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that is no page: its address and its bytes."""

    address: str
    content: bytes


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page with what is made of it, and from what."""

    page: Page
    plain: str
    finished: Finished | None
    trace: Trace | None
    written: Mapping[str, Seen] = field(default_factory=dict)
    """By address, the files that were written of it."""

    @property
    def name(self) -> str:
        """What its trace goes by."""
        return self.page.address


@dataclass(frozen=True, slots=True)
class Done:
    """The files of a job, and what they were made from."""

    name: str
    files: tuple[SiteFile, ...]
    trace: Trace | None
    written: Mapping[str, Seen] = field(default_factory=dict)
    """By address, the files that were written."""


# What is to be made: a page, with its row of the page table, or the files of a job.
Thing = tuple[Row, Listed] | Job


class Into(Protocol):
    """Where pages and files go once they are made; what is given back is kept."""

    def page(self, made: MadePage) -> MadePage: ...

    def files(self, done: Done) -> Done: ...


class SupersededError(Exception):
    """A build is given up for a newer one. What `Memory` has of it is true all the same."""


@dataclass
class Memory:
    """What is known from builds before: a preview keeps the records and pages of the last, the pages for one
    set of templates."""

    library: Library | None = None
    read: Callable[[Path, Library | None], Library] = load
    """Reads a project's records, where they are not those of the library before."""
    keep: Callable[[Library], None] = lambda library: None
    """Keeps the records, with what the checks found out about them."""
    pages: render.Memory = field(default_factory=dict)
    plain: plain.Memory = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)
    finisher: Finisher | None = None
    """Makes HTML of pages, where that is wanted."""
    finished: dict[str, tuple[Page, Finished | None]] = field(default_factory=dict)
    made: Sequence[Made] = ()
    general: str = ""
    """All that pages follow from besides the claims; "" where no later build asks what they are made of."""
    traces: Traces = field(default_factory=Traces)
    """What the last site was made from; after a build, what this one was."""
    since: Since | None = None
    goes_on: Callable[[], None] = lambda: None
    """Asked now and then. It may raise SupersededError, where nobody needs the build any more."""

    def follow(self, general: str, last: bytes) -> None:
        """Note what all is made from, and take what is as it was in the last site, which has these traces."""
        self.general = general
        self.traces = traces.read(last) if last else Traces()

    def linked(self, library: Library, history: History | None) -> Graph:
        """The graph of a library. Where a later build asks, it notes what is read of it, and what of the last
        one is as it was is in it."""
        self.since = None
        if not self.general:
            return link(library, history)
        # All pages lead to the changes, where there are any.
        dated = repr(bool(history.days) if history else None)
        general = digest([self.general.encode(), same_but_records(library).encode(), dated.encode()])
        last = self.traces if self.traces.general == general else Traces()
        held = last.claims_in(library)
        graph = link(library, history, held.of)
        self.since = Since(last, general, Digests(graph, held.known(graph)), library)
        return traced(graph, self.since.parts, last.found)

    @property
    def has_most(self) -> bool:
        """Whether most of what is made on the way is as it was in the last site."""
        return self.since is not None and len(self.since.parts) * 2 > len(self.since.last.parts)

    def finish(self, page: Page) -> Finished | None:
        """The HTML of a page, where it is wanted and known without a converter; a page is read once."""
        known, made = self.finished.get(page.path, (None, None))
        if known is not page:
            made = self.finisher.page(page.body) if self.finisher else None
            self.finished[page.path] = (page, made)
        return made

    def take(self, made: MadePage) -> None:
        """Keep what another process made of a page."""
        self.plain[made.page.path] = (made.page, made.plain)
        self.finished[made.page.path] = (made.page, made.finished)

    def forget(self, page: Page) -> None:
        """Do not keep a page, of which there will be no other version."""
        del self.pages[page.address], self.plain[page.path], self.finished[page.path]

    @cached_property
    def compiled(self) -> Compiled:
        """The templates, compiled."""
        return Compiled(self.kept, "pages")


class Work:
    """All that is to be made of a graph, and what of it is as it was in the last site."""

    def __init__(
        self,
        maker: render.Maker,
        rows: Sequence[Sequence[Listed]],
        jobs: Sequence[Job],
        memory: Memory,
    ) -> None:
        self._maker, self._rows, self._jobs, self._memory = maker, rows, jobs, memory
        self._valid = self._as_before()

    @classmethod
    def of(cls, graph: Graph, made: Sequence[Made], site_url: str, memory: Memory) -> Work:
        """That of a graph; `made` are its public files."""
        if memory.since:
            memory.since.digests.others[PUBLIC] = digest(
                repr((file.address, file.description, file.count, file.described)).encode()
                for one in made
                for file in one.files
            )
        maker = render.Maker(Given(graph, made, site_url), memory.pages, memory.compiled)
        rows = [[*row.listed(maker.given)] for row in TABLE]
        return cls(maker, rows, [*_jobs(graph, site_url)], memory)

    def _as_before(self) -> Mapping[str, Trace]:
        if self._memory.since is None:
            return {}
        valid = self._memory.since.valid
        listed = {one.address: one.of for row in self._rows for one in row}
        listed |= {job.name: job.of for job in self._jobs}
        return {
            name: valid[name] for name in listed if name in valid and valid[name].of == about(listed[name])[0]
        }

    @property
    def addresses(self) -> Iterator[str]:
        """Of every page, in order."""
        return (one.address for row in self._rows for one in row)

    @property
    def files_again(self) -> frozenset[str]:
        """The addresses of all files that are as they were."""
        return frozenset(address for trace in self._valid.values() for address in trace.files)

    def again(self, address: str) -> Page:
        """A page that is as it was."""
        return Page(addresses.markdown(address), {}, "", None, self._valid[address].changed)

    def pages(self, only: Container[str] | None = None, made: Container[str] = ()) -> list[Thing]:
        """The pages that are not as they were, or `only` those at some addresses, but for those `made`."""
        return [
            (row, one)
            for row, listed in zip(TABLE, self._rows, strict=True)
            for one in listed
            if one.address not in self._valid and one.address not in made
            if only is None or one.address in only
        ]

    def jobs(self) -> list[Thing]:
        """The files beside them that are not as they were. To make one of them may take longest."""
        return [job for job in self._jobs if job.name not in self._valid]

    def make(self, thing: Thing, into: Into | None = None) -> MadePage | Done:
        """Make one of them. What goes `into` something is not kept here."""
        self._memory.goes_on()
        if isinstance(thing, Job):
            done = self._done(thing)
            return into.files(done) if into else done
        return self._page(*thing, into)

    def mark(self) -> Mark:
        """How much of the graph is noted as read so far."""
        return Mark(self._maker.given.graph)

    def _page(self, row: Row, one: Listed, into: Into | None) -> MadePage:
        page, trace = self._noted(one.of, lambda: self._maker.page(row, one))
        (text,) = plain.files([page], self._memory.plain)
        files = (page.address, text.address)
        made = Trace(trace.reads, trace.of, files, page.changed) if trace else None
        found = MadePage(page, text.text, self._memory.finish(page), made)
        if into:
            self._memory.forget(page)
            return into.page(found)
        return found

    def _done(self, job: Job) -> Done:
        files, trace = self._noted(job.of, lambda: [*job.make()])
        made = tuple(SiteFile(file.address, file.text.encode("utf-8")) for file in files)
        where = tuple(file.address for file in made)
        return Done(job.name, made, Trace(trace.reads, trace.of, where) if trace else None)

    def _noted(self, of: object, make: Callable[[], T]) -> tuple[T, Trace | None]:
        graph = self._maker.given.graph
        if not isinstance(graph, Traced):
            return make(), None
        with graph.reads.gather() as read:
            made = make()
        said, keys = about(of)
        read.update(map(graph.reads.number, keys))
        return made, Trace(array(WORD, read), said, ())

    def traces(self, made: Iterable[MadePage | Done]) -> Traces:
        """What this site is made from."""
        since, graph = self._memory.since, self._maker.given.graph
        if since is None or not isinstance(graph, Traced):
            return Traces()
        found = {one.name: one.trace for one in made if one.trace}
        return Traces.of(since, graph, {**self._valid, **found})


def _jobs(graph: Graph, site_url: str) -> Iterator[Job]:
    """Of all files that are neither pages nor public data; those that take longest come first."""
    yield Job("search", lambda: search.files(graph))
    yield from collect.jobs(graph, site_url)
    yield from standalone.jobs(graph, site_url)
    days = graph.history.days if graph.history else ()
    yield Job("feed", lambda: feed.files(graph, site_url), days[: feed.ENTRIES])
    yield Job("llms", lambda: llms.files(graph, site_url))
    yield Job("comparison", lambda: [comparison.file(graph)])
