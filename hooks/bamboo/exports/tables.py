"""Public data as CSV (RFC 4180): every claim, every quote, and the reports of each figure."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bamboo.data import english
from bamboo.exports.format import FOLDER, TABULAR, Described, File, Format, Given, Part
from bamboo.exports.overviews import overviews
from bamboo.graph import addresses
from bamboo.graph.cautions import CAUTIONS
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.changes import CHANGE
from bamboo.kinds.steps import STEP
from bamboo.reading import names
from bamboo.reading.numbers import currency_of

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, as the data package describes it."""

    name: str
    type: Literal["string", "integer", "number"]
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: its address, what is in it, its columns and rows. `key` names the column of ids."""

    address: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: str = ""
    one_of: str = ""

    @property
    def text(self) -> str:
        """The file. No cell of text can act as a formula in a spreadsheet."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(column.name for column in self.columns)
        writer.writerows([_written(cell) for cell in row] for row in self.rows)
        return out.getvalue()


# What spreadsheets take for the beginning of a formula, also where blanks or its full-width forms stand;
# and the apostrophe itself, so that taking one away always gives the text back.
_ACTS = frozenset("=+-@'＝＋－＠")
_BREAKS = frozenset("\t\r\n")


def harmless(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet might read it as more than text."""
    acts = text[:1] in _BREAKS or text.lstrip()[:1] in _ACTS
    return f"'{text}" if text and acts else text


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return harmless(cell) if isinstance(cell, str) else json.dumps(cell)


_ID = Column("id", "string", "id of the claim")
_URL = Column("url", "string", "where the claim is, from the root of the site")
_SOURCE = Column("source", "string", "id of the source")
_QUOTE = (
    Column("quote", "string", "the words as the source prints them"),
    Column("start", "integer", "where the quote begins in seeds/<source>.txt, in Unicode code points"),
    Column("end", "integer", "where it ends: the first code point after it"),
)
_OF_QUOTE = (
    Column("lang", "string", "language of the quote"),
    Column("translation", "string", "the editors' English for a quote in another language"),
    Column("place", "string", "page or moment of the quote, in a source with marks"),
)
_CLAIMS = (
    _ID,
    _URL,
    Column("kind", "string", "kind of claim; `observation` for the value of a figure"),
    Column("claim", "string", "one sentence in the editors' words"),
    Column("when", "string", "what time it is about (EDTF)"),
    Column("themes", "string", "ids, a blank between them; the first is the main one"),
    Column("partners", "string", "ids, a blank between them"),
    Column("people", "string", "ids, a blank between them"),
    Column("terms", "string", "ids, a blank between them"),
    Column("relation_partner", "string", "for claims of kind relation: id of the partner"),
    Column("relation_tier", "string", "likewise: id of the tier"),
    Column("relation_change", "string", f"likewise: {english.either(CHANGE)}"),
    Column("said_by", "string", "ids of people, or of a source that speaks for itself"),
    Column("sources", "string", "ids of the sources that say so, a blank between them"),
    Column("differs", "string", "in what they differ, a blank between the kinds of difference"),
    Column("note", "string", "a remark of the editors"),
    Column("title", "string", "a short form of the claim, 60 characters at most"),
    Column("sentence", "string", "the claim with its speaker"),
    Column("retracted", "string", "ids of those of its sources that were retracted"),
    Column("corrected", "string", "ids of those that were corrected"),
    Column("agreement_term", "string", "for what became of an agreement: id of the term"),
    Column("agreement_step", "string", f"likewise: {english.either(STEP)}"),
)
_QUOTES = (
    Column("claim", "string", "id of the claim that the quote proves"),
    _SOURCE,
    *_QUOTE,
    *_OF_QUOTE,
)
_PARTNERS = (
    Column("id", "string", "id of the partner"),
    Column("url", "string", "its page, from the root of the site"),
    Column("name", "string", "what this site calls it"),
    Column("kind", "string", "what it is: a country, a region, a group, an organisation or a company"),
    Column("iso", "string", "code of the country (ISO 3166-1)"),
    Column("name_vi", "string", "its name in Vietnamese"),
)
_OVERVIEWS = (
    Column("kind", "string", "what it is about: partners, people, themes, terms, years or home"),
    Column("id", "string", "id of the record"),
    Column("url", "string", "its page, from the root of the site"),
    Column("number", "integer", "place of the sentence, from 1; the most important is first"),
    Column("says", "string", "the sentence, in the editors' words"),
    Column("rests_on", "string", "ids of the claims that prove it, a blank between them"),
)
REPORTS = (
    Column("period", "string", "the time counted (EDTF)"),
    Column("value", "number", "the number as printed, in the unit"),
    Column("qualifier", "string", "the word that belongs to the number"),
    Column("unit", "string", "the unit with its scale"),
    Column("scope", "string", "what this source counts, where sources count differently"),
    _SOURCE,
    Column("source_title", "string", "title of the source; the editors' title in square brackets"),
    *_QUOTE,
    _URL,
    *_OF_QUOTE,
    Column("high", "number", "the upper number of a range"),
    Column("currency", "string", "the currency of the unit (ISO 4217)"),
    Column("status", "string", "preliminary or revised, where the source calls the value so"),
    Column("as_of", "string", "day or month of such a value (EDTF)"),
    Column("estimate_by", "string", "whose estimate it is, as printed"),
    Column("estimate_on", "string", "when it was made (EDTF)"),
)


def tables(graph: Graph) -> tuple[Table, ...]:
    """All tables: claims, quotes, overviews, partners, then one for each figure."""

    def rows(ident: str) -> tuple[Row, tuple[Row, ...]]:
        claim = graph.claims[ident]
        return _claim(claim), tuple(_quotes(claim))

    def reports(ident: str) -> tuple[Row, ...]:
        return tuple(_reports(graph, ident))

    claims = [graph.part("claims.csv", ident, rows) for ident in graph.claims]
    return (
        Table(
            f"{FOLDER}/claims.csv",
            "every claim: facts, and observations of figures",
            _CLAIMS,
            tuple(row for row, _ in claims),
            key="id",
        ),
        Table(
            f"{FOLDER}/quotes.csv",
            "every quote that proves a claim",
            _QUOTES,
            tuple(row for _, quotes in claims for row in quotes),
        ),
        Table(
            f"{FOLDER}/overviews.csv",
            "every sentence of an overview, with the claims it rests on",
            _OVERVIEWS,
            tuple(_overviews(graph)),
        ),
        Table(
            f"{FOLDER}/partners.csv",
            "every partner with its name and code",
            _PARTNERS,
            tuple(_partners(graph)),
            key="id",
        ),
        *(
            Table(
                addresses.reports(ident),
                f"{entry.record.name}: each report with its quote",
                REPORTS,
                graph.part("reports", ident, reports),
                one_of="a table (CSV) for each figure",
            )
            for ident, entry in graph.library.indicators.items()
        ),
    )


def _claim(claim: Claim) -> Row:
    relation = claim.relation
    return (
        claim.id,
        claim.url,
        claim.kind,
        claim.text,
        claim.when,
        _listed(claim.themes),
        _listed(claim.partners),
        _listed(claim.named_people),
        _listed(claim.terms),
        *((relation.partner, relation.tier, relation.change) if relation else (None, None, None)),
        _listed(claim.said_by),
        _listed(claim.sources),
        _listed([difference.kind for difference in claim.differs]),
        claim.note,
        claim.title,
        claim.sentence,
        *(_listed([one.source for one in claim.cautions if one.kind == kind]) for kind in CAUTIONS),
        *((claim.agreement.term, claim.agreement.step) if claim.agreement else (None, None)),
    )


def _listed(idents: Sequence[str]) -> str:
    """Ids hold no blank."""
    return " ".join(dict.fromkeys(idents))


def _quotes(claim: Claim) -> Iterator[Row]:
    for cited in claim.evidence:
        place = (cited.source, cited.text, cited.start, cited.end)
        yield claim.id, *place, cited.lang, cited.translation or None, cited.place or None


def _overviews(graph: Graph) -> Iterator[Row]:
    for one in overviews(graph):
        for number, sentence in enumerate(one.sentences, 1):
            yield one.kind, one.id, one.url, number, sentence.says, _listed(sentence.rests_on)


def _partners(graph: Graph) -> Iterator[Row]:
    for ident, entry in graph.library.partners.items():
        url = addresses.entity("partners", ident)
        yield ident, url, entry.record.name, entry.record.kind, entry.record.iso, names.in_vietnamese(entry)


def _reports(graph: Graph, ident: str) -> Iterator[Row]:
    record = graph.library.indicators[ident].record
    unit, currency = record.unit, currency_of(record.unit, record.currency)
    for claim in graph.naming("indicators", ident):
        for row in claim.reports:
            yield (
                claim.when,
                row.report.value,
                row.report.qualifier,
                unit,
                row.report.scope,
                row.cited.source,
                graph.name("sources", row.cited.source),
                row.cited.text,
                row.cited.start,
                row.cited.end,
                claim.url,
                row.cited.lang,
                row.cited.translation or None,
                row.cited.place or None,
                row.report.high,
                currency,
                row.report.status,
                row.report.as_of,
                row.report.estimate.by if row.report.estimate else None,
                row.report.estimate.on if row.report.estimate else None,
            )


_DIALECT = {
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "lineTerminator": "\r\n",
    "header": True,
}


def _files(given: Given) -> Iterator[File]:
    for table in tables(given.graph):
        yield File(
            table.address,
            table.description,
            table.text.encode("utf-8"),
            english.counted(len(table.rows), "row"),
            table.one_of,
            _described(table),
        )


def _described(table: Table) -> Described:
    schema: Described = {
        "fields": [
            {"name": column.name, "type": column.type, "description": column.description}
            for column in table.columns
        ],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = table.key
    return TABULAR | {"dialect": _DIALECT, "schema": schema}


FORMAT = Format(
    name="CSV",
    ending="csv",
    media_type="text/csv",
    explanation="Tables, separated by commas, in UTF-8 without a byte order mark, with lines that end as RFC "
    "4180 says. Spreadsheet programs take a cell that begins with `=`, `+`, `-` or `@` for a formula. So an "
    "apostrophe is put before every text that begins with one of these, with its full-width form, with an "
    "apostrophe, a tab or a line break, also after blanks. A program that reads the files takes away one "
    "apostrophe from the beginning of a cell to have the text again. Numbers are written as they are.",
    files=_files,
    parts=(
        Part(
            "claims.csv",
            "A row for each claim of `facts.json` and each observation of `indicators.json`, with the same "
            "`id`. Several ids in one cell have a blank between them.",
        ),
        Part("quotes.csv", "A row for each quote of a claim: `claim` is its id in `claims.csv`."),
        Part(
            "overviews.csv",
            "A row for each sentence of an overview: `kind` and `id` are those of its record, `rests_on` has "
            "ids of `claims.csv`.",
        ),
        Part("partners.csv", "A row for each partner: `id` is what other tables call it."),
        Part(
            "indicators/<id>.csv",
            "A row for each report of a figure, newest period first, with its quote, its place in the source "
            "and the title of its source. An empty cell means that there is no value.",
        ),
    ),
)
