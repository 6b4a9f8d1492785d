"""The public files: one format a module, and the one list of formats, in the order of the data page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bamboo.data.processes import shares
from bamboo.exports import bibtex, calendar, csl, database, package, records, ris, schemas, tables
from bamboo.exports.format import File, Format, Given, Made
from bamboo.graph.claims import Graph
from bamboo.graph.traced import Elsewhere, Mark

# The data package describes what comes before it.
FORMATS: tuple[Format, ...] = (
    records.FORMAT,
    tables.FORMAT,
    bibtex.FORMAT,
    ris.FORMAT,
    csl.FORMAT,
    calendar.FORMAT,
    database.FORMAT,
    schemas.FORMAT,
    package.FORMAT,
)

# These take half of the time, and are put together from texts that pages ask for again.
_CITATIONS = (bibtex.FORMAT, ris.FORMAT, csl.FORMAT)


def export(
    graph: Graph,
    site_url: str = "",
    formats: Sequence[Format] = FORMATS,
    workers: int = 1,
    goes_on: Callable[[], None] = lambda: None,
) -> tuple[Made, ...]:
    """The files of each format. `site_url` is where the site will be, if that is known. `goes_on` is called
    before each format, and may raise an error that ends it.
    """
    first = [one for one in formats if one is not package.FORMAT]
    mark = Mark(graph)

    def some(part: int, of: int) -> tuple[dict[str, tuple[File, ...]], Elsewhere]:
        mine = [one for one in first if of == 1 or (one not in _CITATIONS) == part]
        files = {}
        for one in mine:
            goes_on()
            files[one.name] = tuple(one.files(Given(graph, site_url)))
        return files, mark.since

    done = shares(some, min(workers, 2))
    found = {name: files for some_files, _ in done for name, files in some_files.items()}
    for _, others in done[1:]:
        mark.take(others)
    made = tuple(Made(one, found[one.name]) for one in first)
    last = [one for one in formats if one is package.FORMAT]
    return (*made, *(Made(one, tuple(one.files(Given(graph, site_url, made)))) for one in last))
