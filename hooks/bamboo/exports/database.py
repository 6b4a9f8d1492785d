"""Public data as one SQLite database: claims, their quotes, what they name, overviews, reports of figures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import PurePosixPath

from bamboo.exports import records, tables
from bamboo.exports.format import FOLDER, File, Format, Given
from bamboo.exports.tables import REPORTS, Cell, Column, Table
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.kinds.indicator import INDICATORS
from bamboo.reading import names

# Columns of claims.csv that name several records: one row each in `links`.
_SEVERAL = ("themes", "partners", "people", "terms", "said_by", "sources")
_RECORDS = ("kind TEXT NOT NULL", "id TEXT NOT NULL", "url TEXT NOT NULL", "name TEXT NOT NULL", "iso TEXT")
_CLAIM = "claim TEXT NOT NULL REFERENCES claims (id)"
_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL"}

# Words without their marks find those with them: `phap` finds Pháp.
_FULL_TEXT = """
CREATE VIRTUAL TABLE words USING fts5 (
    claim UNINDEXED, sentence, quotes, tokenize = "unicode61 remove_diacritics 2"
)
"""

# Where the file names the version of the library that wrote it: its users need not know.
_WRITER = slice(96, 100)


def _content(graph: Graph) -> bytes:
    """The rows of the tables, with links in place of cells with several ids."""
    claims, quotes, overviews, _, *reports = tables.tables(graph)
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA user_version = 1;")
        _create(made, "records", _RECORDS, "kind, id")
        _insert(made, "records", _records(graph))
        single = [at for at, column in enumerate(claims.columns) if column.name not in _SEVERAL]
        _create(made, "claims", _declared([claims.columns[at] for at in single]), "id")
        _insert(made, "claims", [[row[at] for at in single] for row in claims.rows])
        _create(made, "links", [_CLAIM, "role TEXT NOT NULL", "record TEXT NOT NULL"])
        _insert(made, "links", _links(claims))
        _create(made, "quotes", [_CLAIM, *_declared(quotes.columns[1:])])
        _insert(made, "quotes", quotes.rows)
        _create(made, "overviews", _declared(overviews.columns[:-1]), "kind, id, number")
        _insert(made, "overviews", [row[:-1] for row in overviews.rows])
        sentence = "FOREIGN KEY (kind, id, number) REFERENCES overviews (kind, id, number)"
        _create(made, "proofs", ["kind TEXT", "id TEXT", "number INTEGER", _CLAIM, sentence])
        _insert(made, "proofs", _proofs(overviews))
        _create(made, "reports", [_CLAIM, "figure TEXT NOT NULL", *_declared(REPORTS)])
        for table in reports:
            figure = PurePosixPath(table.address).stem
            url = [column.name for column in table.columns].index("url")
            ids = {claim.url: claim.id for claim in graph.naming("indicators", figure)}
            _insert(made, "reports", [(ids[str(row[url])], figure, *row) for row in table.rows])
        made.execute(_FULL_TEXT)
        _insert(made, "words", _words(claims, quotes))
        made.executescript(
            "CREATE INDEX links_of ON links (record, role); CREATE INDEX quotes_of ON quotes (claim);"
        )
        content = bytearray(made.serialize())
    content[_WRITER] = bytes(4)
    return bytes(content)


def _records(graph: Graph) -> Iterable[tuple[str, str, str, str, str | None]]:
    for kind in (INDICATORS, *records.ENTITIES):
        for ident, entry in graph.library.of(kind.name).items():
            name = names.all_names(entry)[0].name
            yield (
                kind.name,
                ident,
                addresses.entity(kind.name, ident),
                name,
                getattr(entry.record, "iso", None),
            )


def _declared(columns: Sequence[Column]) -> list[str]:
    """Names are this program's own; `when` and `end` are words of SQL."""
    return [f'"{column.name}" {_TYPES[column.type]}' for column in columns]


def _create(made: sqlite3.Connection, name: str, columns: Sequence[str], key: str = "") -> None:
    keyed = [f"PRIMARY KEY ({key})"] if key else []
    made.execute(f"CREATE TABLE {name} ({', '.join([*columns, *keyed])})")


def _insert(made: sqlite3.Connection, name: str, rows: Iterable[Sequence[Cell]]) -> None:
    rows = [*rows]
    if rows:
        made.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _links(claims: Table) -> Iterable[tuple[str, str, str]]:
    columns = [column.name for column in claims.columns]
    several = [(name, columns.index(name)) for name in _SEVERAL]
    for row in claims.rows:
        for name, at in several:
            for ident in str(row[at]).split():
                yield str(row[0]), name, ident


def _words(claims: Table, quotes: Table) -> Iterable[tuple[Cell, Cell, str | None]]:
    """Each claim with its sentence and its quotes, which are put together here: SQL would go through all
    quotes for each claim."""
    columns = [column.name for column in quotes.columns]
    quote, translation = columns.index("quote"), columns.index("translation")
    said: dict[Cell, list[str]] = {}
    for row in quotes.rows:
        texts = (row[quote], row[translation])
        said.setdefault(row[0], []).extend(str(text) for text in texts if text is not None)
    sentence = [column.name for column in claims.columns].index("sentence")
    for row in claims.rows:
        found = said.get(row[0])
        yield row[0], row[sentence], None if found is None else "\n".join(found)


def _proofs(overviews: Table) -> Iterable[Sequence[Cell]]:
    for kind, ident, _, number, _, claims in overviews.rows:
        yield from ((kind, ident, number, claim) for claim in str(claims).split())


def _files(given: Given) -> Iterable[File]:
    yield File(
        f"{FOLDER}/bamboo.sqlite",
        "claims, quotes, reports, records, their links and overviews, as SQLite",
        _content(given.graph),
    )


FORMAT = Format(
    name="SQLite",
    ending="sqlite",
    media_type="application/vnd.sqlite3",
    explanation="The same as the tables, for SQL: `claims`, `quotes` and `reports` with their columns, "
    "`records` (`kind`, `id`, `url`, `name`, `iso`: the code of a country) and `links` (`claim`, `role`: the "
    "column of `claims.csv`, `record`: an id) in place of cells with several ids; `overviews` with their "
    "sentences, and in `proofs` (`kind`, `id`, `number`, `claim`) the claims that prove each. `words` is for "
    "searching all text: `SELECT claim FROM words WHERE words MATCH 'trade turnover'`. Foreign keys lead to "
    "`claims`. No apostrophes are added to its text.",
    files=_files,
)
