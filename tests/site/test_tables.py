"""Tables for downloading hold what the JSON holds and act nowhere; the data package is right about all."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pages
import project
import pytest
from bamboo import exports
from bamboo.exports.tables import Column, Table, harmless
from bamboo.graph import claims as graph
from bamboo.kinds import schema
from bamboo.kinds.library import load
from claims import data
from every import Every
from hypothesis import given
from hypothesis import strategies as st
from labels import label_of

SEVERAL = ["themes", "partners", "people", "terms", "said_by"]
ACTS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "＝1",
    "＠x",
    "'=1",
    "=cmd|' /C calc'!A0",
]


def rows(path: Path) -> list[dict[str, str]]:
    """A table as a program reads it that knows the rule about apostrophes."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {name: cell.removeprefix("'") for name, cell in row.items()}
            for row in csv.DictReader(file, strict=True)
        ]


def typed(row: dict[str, str]) -> dict[str, Any]:
    numbers = {"start": int, "end": int, "value": float, "high": float}
    return {name: numbers.get(name, str)(cell) if cell else "" for name, cell in row.items()}


def test_each_figure_has_the_reports_of_the_json(site: Path, every: Every) -> None:
    titles = {s["id"]: s["title"] or f"[{s['working_title']}]" for s in data(site, "sources")}
    for indicator in data(site, "indicators"):
        with every.test(label_of(indicator)):
            found = [typed(row) for row in rows(site / "data/v1/indicators" / f"{indicator['id']}.csv")]
            assert found == [
                {
                    "period": observation["period"],
                    "value": row["value"],
                    "qualifier": row["qualifier"],
                    "unit": indicator["unit"],
                    "scope": row["scope"] or "",
                    "source": row["source"],
                    "source_title": titles[row["source"]],
                    "quote": row["quote"],
                    "start": row["start"],
                    "end": row["end"],
                    "url": observation["url"],
                    "lang": row["lang"],
                    "translation": row["translation"] or "",
                    "place": row["place"] or "",
                    "high": row["high"] or "",
                    "currency": row["currency"] or "",
                    "status": row["status"] or "",
                    "as_of": row["as_of"] or "",
                    "estimate_by": (row["estimate"] or {}).get("by", ""),
                    "estimate_on": (row["estimate"] or {}).get("on", ""),
                }
                for observation in indicator["observations"]
                for row in observation["reports"]
            ]


def test_claims_are_all_facts_and_observations(site: Path, every: Every) -> None:
    found = {row["id"]: row for row in rows(site / "data/v1/claims.csv")}
    facts = {fact["id"]: fact for fact in data(site, "facts")}
    observed = {o["id"]: (i, o) for i in data(site, "indicators") for o in i["observations"]}
    assert set(found) == {*facts, *observed}
    for ident, fact in facts.items():
        with every.test(label_of(ident, fact)):
            row = found[ident]
            assert [row[name] for name in ("url", "kind", "claim", "when")] == [
                fact[name] for name in ("url", "kind", "claim", "when")
            ]
            assert [row[name].split() for name in SEVERAL] == [fact[name] for name in SEVERAL]
            relation = fact["relation"] or {}
            for name in ("partner", "tier", "change"):
                assert row[f"relation_{name}"] == relation.get(name, "")
            assert row["sources"].split() == list(
                dict.fromkeys(quote["source"] for quote in fact["evidence"])
            )
            assert row["differs"].split() == list(dict.fromkeys(d["kind"] for d in fact["differs"]))
            assert row["note"] == (fact["note"] or "")
    for ident, (indicator, observation) in observed.items():
        with every.test(label_of(ident, indicator)):
            row = found[ident]
            assert (row["kind"], row["when"]) == ("observation", observation["period"])
            assert row["url"] == observation["url"]
            assert row["claim"].startswith(indicator["name"])
            assert row["themes"].split() == indicator["themes"]


def test_quotes_are_those_of_the_claims(site: Path) -> None:
    expected = [(f["id"], quote) for f in data(site, "facts") for quote in f["evidence"]]
    expected += [
        (o["id"], r) for i in data(site, "indicators") for o in i["observations"] for r in o["reports"]
    ]
    found = [typed(row) for row in rows(site / "data/v1/quotes.csv")]

    def key(row: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(row[name] for name in ("claim", "source", "quote", "start", "end"))

    assert sorted(map(key, found)) == sorted(key({"claim": ident, **quote}) for ident, quote in expected)


def test_lines_end_and_cells_are_quoted_as_the_standard_says(site: Path, every: Every) -> None:
    for path in (site / "data/v1").rglob("*.csv"):
        with every.test(label_of(path)):
            raw = path.read_bytes()
            assert not raw.startswith(b"\xef\xbb\xbf")
            assert raw.endswith(b"\r\n")
            with path.open(encoding="utf-8", newline="") as file:
                widths = {len(row) for row in csv.reader(file, strict=True)}
            assert len(widths) == 1


@pytest.mark.parametrize("text", ACTS)
def test_no_text_acts_as_a_formula(text: str) -> None:
    table = Table("x.csv", "x", (Column("a", "string", ""), Column("b", "number", "")), ((text, -1.5),))
    _, (cell, number) = csv.reader(table.text.splitlines(keepends=True), strict=True)
    assert cell == f"'{text}"
    assert number == "-1.5"


@given(st.text(max_size=20))
def test_one_apostrophe_less_gives_any_text_back(text: str) -> None:
    written = harmless(text)
    assert written.removeprefix("'") == text
    assert written.lstrip()[:1] not in ("=", "+", "-", "@")
    assert written[:1] not in ("\t", "\r", "\n")


def test_the_database_holds_what_the_tables_hold(site: Path, every: Every) -> None:
    with closing(sqlite3.connect((site / "data/v1/bamboo.sqlite").as_uri() + "?mode=ro", uri=True)) as base:
        base.row_factory = sqlite3.Row
        assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"

        def read(query: str, *words: str) -> list[dict[str, Any]]:
            return [dict(row) for row in base.execute(query, words)]

        empty = ("translation", "place")
        quotes = [row | {name: row[name] or "" for name in empty} for row in read("SELECT * FROM quotes")]
        assert quotes == [typed(row) for row in rows(site / "data/v1/quotes.csv")]
        links: dict[tuple[str, str], list[str]] = {}
        for row in read("SELECT * FROM links"):
            links.setdefault((row["claim"], row["role"]), []).append(row["record"])
        for row, line in zip(read("SELECT * FROM claims"), rows(site / "data/v1/claims.csv"), strict=True):
            for name, cell in line.items():
                with every.test(label_of(name, cell)):
                    if name in (*SEVERAL, "sources"):
                        assert links.get((row["id"], name), []) == cell.split()
                    else:
                        assert (row[name] or "") == cell
        for kind in ("partners", "people", "themes", "terms", "sources", "indicators"):
            with every.test(label_of(kind)):
                found = read("SELECT id, url, name FROM records WHERE kind = ?", kind)
                assert found == [
                    {name: one[name] for name in ("id", "url", "name")} for one in data(site, kind)
                ]
        for indicator in data(site, "indicators"):
            with every.test(label_of(indicator)):
                lines = [typed(row) for row in rows(site / "data/v1/indicators" / f"{indicator['id']}.csv")]
                found = read("SELECT * FROM reports WHERE figure = ?", indicator["id"])
                assert [{name: row[name] or "" for name in lines[0]} for row in found] == lines
                assert {row["claim"] for row in found} == {o["id"] for o in indicator["observations"]}


def test_the_data_package_is_right_about_every_file(site: Path, every: Every) -> None:
    folder = site / "data/v1"
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert package["profile"] == "data-package"
    resources = package["resources"]
    assert len({resource["name"] for resource in resources}) == len(resources)
    listed = {resource["path"] for resource in resources}
    # The schemas are those of the repository's records, not of these files.
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert listed == {name for name in there if not name.startswith("schema/")} - {"datapackage.json"}
    for resource in resources:
        with every.test(label_of(resource)):
            raw = (folder / resource["path"]).read_bytes()
            assert resource["bytes"] == len(raw)
            assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
            if resource["format"] not in ("csv", "json"):
                assert "schema" not in resource
                continue
            assert resource["profile"] == "tabular-data-resource"
            fields = {field["name"]: field for field in resource["schema"]["fields"]}
            assert list(fields) == list(dict.fromkeys(fields))
            if resource["format"] == "csv":
                for row in rows(folder / resource["path"]):
                    assert list(row) == list(fields)
                    typed(row)
                assert all(field["description"] for field in fields.values())
            else:
                assert_fields(json.loads(raw), fields)
            for key in [resource["schema"].get("primaryKey")]:
                assert key is None or key in fields
    assert [source["title"] for source in package["sources"]] == [
        source["title"] or f"[{source['working_title']}]" for source in data(site, "sources")
    ]


def assert_fields(objects: list[dict[str, Any]], fields: dict[str, dict[str, Any]]) -> None:
    types: dict[str, type | tuple[type, ...]] = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "array": list,
        "object": dict,
        "boolean": bool,
    }
    assert {name for found in objects for name in found} == set(fields)
    for found in objects:
        for name, field in fields.items():
            value = found.get(name)
            if value is None:
                assert "constraints" not in field, name
            elif field["type"] != "any":
                assert isinstance(value, types[field["type"]]), name
    assert all(
        field["type"] != "any" for name, field in fields.items() if any(found.get(name) for found in objects)
    )


def test_the_data_page_leads_to_every_file_and_explains_it(site: Path) -> None:
    path = site / "data/index.html"
    linked = {
        r.address.removeprefix("v1/") for r in pages.references(site, path) if r.address.startswith("v1/")
    }
    assert linked == {
        p.relative_to(site / "data/v1").as_posix() for p in (site / "data/v1").rglob("*") if p.is_file()
    }


def test_the_data_page_explains_each_format_in_one_piece(site: Path, every: Every) -> None:
    """Markdown once took a line of code inside the paragraph on CSV for further terms."""
    (explained,) = pages.tree(site / "data/index.html").xpath("//article//dl")
    assert [child.tag for child in explained] == ["dt", "dd"] * len(exports.FORMATS)
    for form, term, meaning in zip(exports.FORMATS, explained[::2], explained[1::2], strict=True):
        with every.test(label_of(form, term)):
            assert pages.text(term) == f"{form.name} {form.media_type}"
            assert pages.text(meaning[0]) == form.explanation.replace("`", "")
            parts = [pages.text(part) for part in meaning.iter("li")]
            assert parts == [f"{part.name}: {part.explanation.replace('`', '')}" for part in form.parts]
            for code in meaning.iter("code"):
                assert "`" not in code.text_content()
            links = [(link.text_content(), link.get("href")) for link in meaning.iter("a")]
            assert links == ([form.standard] if form.standard else [])


def test_the_site_has_the_schemas_of_the_records(site: Path, every: Every) -> None:
    for name, text in schema.schemas().items():
        with every.test(label_of(name, text)):
            assert (site / "data" / "v1" / "schema" / name).read_text(encoding="utf-8") == text
            assert f'href="v1/schema/{name}"' in (site / "data" / "index.html").read_text(encoding="utf-8")


def test_a_project_without_figures_has_its_files_too(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    shutil.rmtree(folder / "data" / "indicators")
    made = exports.export(graph.link(load(folder)))
    assert made == exports.export(graph.link(load(folder)))
    files = {file.address.removeprefix("data/v1/"): file for one in made for file in one.files}
    assert [name for name in files if name.endswith(".csv")] == [
        "claims.csv",
        "quotes.csv",
        "overviews.csv",
        "partners.csv",
    ]
    described = json.loads(files["datapackage.json"].content)
    (empty,) = (found for found in described["resources"] if found["path"] == "indicators.json")
    assert "schema" not in empty
