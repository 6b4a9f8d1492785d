"""The public files: one format a module, and the one list of formats, in the order of the data page."""

from __future__ import annotations

from collections.abc import Sequence

from bamboo.exports import bibtex, calendar, csl, database, package, records, ris, schemas, tables
from bamboo.exports.format import Format, Given, Made
from bamboo.graph.claims import Graph

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


def export(graph: Graph, site_url: str = "", formats: Sequence[Format] = FORMATS) -> tuple[Made, ...]:
    """The files of each format. `site_url` is where the site will be, if that is known."""
    made: tuple[Made, ...] = ()
    for one in formats:
        made = (*made, Made(one, tuple(one.files(Given(graph, site_url, made)))))
    return made
