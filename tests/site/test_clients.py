"""Programs that people open public files with read them without a complaint."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import biber
import node
from claims import data
from every import Every
from frictionless import Package
from frictionless.resources import TableResource


def test_frictionless_finds_the_data_package_valid(site: Path, every: Every) -> None:
    report = Package(str(site / "data/v1/datapackage.json")).validate()
    assert not report.errors
    for task in report.tasks:
        with every.test(task.name):
            # It counts no bytes of JSON and then finds the count wrong.
            wrong = [
                error for error in task.errors if (error.type, task.place[-5:]) != ("byte-count", ".json")
            ]
            assert not wrong, wrong


def test_frictionless_reads_every_field_of_every_fact(site: Path) -> None:
    facts = Package(str(site / "data/v1/datapackage.json")).get_resource("facts-json")
    assert isinstance(facts, TableResource)
    assert [dict(row) for row in facts.read_rows()] == data(site, "facts")


def test_every_object_of_a_file_has_the_same_fields(site: Path, every: Every) -> None:
    for path in sorted((site / "data/v1").glob("*.json")):
        objects = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(objects, list) and path.name != "citations.csl.json":
            with every.test(path.name):
                assert len({tuple(found) for found in objects}) == (1 if objects else 0)


def test_a_reader_of_biblatex_has_no_complaint(site: Path) -> None:
    path = site / "data/v1/citations.bib"
    done = node.run(node.MODULES.parent / "bibliography.mjs", str(path), capture_output=True)
    assert done.returncode == 0, done.stderr
    read = json.loads(done.stdout)
    assert read["complaints"] == []
    given = {
        item["id"]: item for item in json.loads((site / "data/v1/citations.csl.json").read_text("utf-8"))
    }
    assert len(read["items"]) == len(given)


def test_biber_has_no_complaint_but_that_an_undated_text_has_no_date(site: Path, tmp_path: Path) -> None:
    """BibLaTeX wants a date, and styles write n.d. themselves: what no text states is in no entry."""
    path = site / "data/v1/citations.bib"
    undated = {
        item["id"]
        for item in json.loads((site / "data/v1/citations.csl.json").read_text("utf-8"))
        if "issued" not in item
    }
    complained = biber.complaints(path, tmp_path)
    wrong = [
        complaint
        for complaint in complained
        if "one of 'date, year' must be defined" not in complaint or complaint.split("'")[1] not in undated
    ]
    assert not wrong, wrong


def test_the_database_has_keys_that_hold_and_finds_words(site: Path, every: Every) -> None:
    with closing(sqlite3.connect((site / "data/v1/bamboo.sqlite").as_uri() + "?mode=ro", uri=True)) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("quotes", "links", "reports", "proofs"):
            with every.test(table):
                keys = base.execute(f"PRAGMA foreign_key_list({table})").fetchall()
                assert ("claims", "claim", "id") in {tuple(key[2:5]) for key in keys}
        found = base.execute("SELECT claim FROM words WHERE words MATCH 'strategic partnership brazil'")
        assert "brazil-strategic-partnership" in {row[0] for row in found}


def test_names_and_codes_are_beside_the_ids(site: Path) -> None:
    rows = (site / "data/v1/partners.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0] == "id,url,name,kind,iso,name_vi"
    assert "china,partners/china.html,China,country,CN,Trung Quốc" in rows


def test_what_was_given_up_is_listed_with_where_it_leads(site: Path) -> None:
    for row in data(site, "moved"):
        assert (site / row["url"]).is_file()
        assert row["to"] is None or (site / row["to_url"]).is_file()
        assert bool(row["to"]) != bool(row["why"])
    assert data(site, "moved")
