"""Every overview is in each public file that is to have it, with the claims it rests on."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from functools import cache
from typing import Any

import project
import yaml
from bamboo import exports
from bamboo.graph.claims import link
from bamboo.kinds.library import load

# The records of the sample project that have one, by the file that lists them, with their pages.
WRITTEN = {
    ("partners", "japan"): "partners/japan.html",
    ("years", "2023"): "years/2023.html",
    ("home", "home"): "index.html",
}


@cache
def files() -> dict[str, bytes]:
    made = exports.export(link(load(project.SAMPLE)))
    return {file.address.removeprefix("data/v1/"): file.content for one in made for file in one.files}


def objects(name: str) -> dict[str, Any]:
    return {one["id"]: one for one in json.loads(files()[f"{name}.json"])}


def written(kind: str, ident: str) -> list[dict[str, Any]]:
    """The overview as its editor wrote it."""
    path = f"{ident}.yml" if kind == "home" else f"{kind}/{ident}.yml"
    record = yaml.safe_load((project.SAMPLE / "data" / path).read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = record["findings" if kind == "home" else "overview"]
    return found


def rows() -> list[tuple[str, ...]]:
    """What the table is to hold."""
    return [
        (kind, ident, url, str(number), one["says"], " ".join(one["rests_on"]))
        for (kind, ident), url in WRITTEN.items()
        for number, one in enumerate(written(kind, ident), 1)
    ]


def test_objects_have_their_overview_last() -> None:
    for (kind, ident), url in WRITTEN.items():
        found = objects(kind)[ident]
        assert found["url"] == url
        assert list(found)[-1] == "overview"
        assert found["overview"] == written(kind, ident)


def test_whoever_has_none_has_an_empty_list_and_sources_have_no_such_field() -> None:
    for kind in ("partners", "people", "themes", "terms", "years"):
        without = [one for ident, one in objects(kind).items() if (kind, ident) not in WRITTEN]
        assert without
        assert all(one["overview"] == [] for one in without)
    assert not any("overview" in one for kind in ("sources", "indicators") for one in objects(kind).values())


def test_what_it_rests_on_is_in_the_public_data() -> None:
    claims = {row["id"] for row in csv.DictReader(io.StringIO(files()["claims.csv"].decode("utf-8")))}
    for kind, ident in WRITTEN:
        for one in objects(kind)[ident]["overview"]:
            assert claims.issuperset(one["rests_on"])


def test_the_table_has_a_row_for_each_sentence() -> None:
    head, *found = csv.reader(io.StringIO(files()["overviews.csv"].decode("utf-8"), newline=""))
    assert head == ["kind", "id", "url", "number", "says", "rests_on"]
    assert [tuple(row) for row in found] == rows()


def test_the_database_has_the_sentences_and_what_each_rests_on() -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(files()["bamboo.sqlite"])
        told = base.execute("SELECT kind, id, url, number, says FROM overviews").fetchall()
        proofs = base.execute("SELECT kind, id, number, claim FROM proofs").fetchall()
        unknown = base.execute("SELECT claim FROM proofs WHERE claim NOT IN (SELECT id FROM claims)")
        assert unknown.fetchall() == []
    assert told == [(*row[:3], int(row[3]), row[4]) for row in rows()]
    assert proofs == [(row[0], row[1], int(row[3]), claim) for row in rows() for claim in row[5].split()]


def test_the_package_and_the_schemas_know_the_field() -> None:
    package = json.loads(files()["datapackage.json"])
    fields = {
        one["path"]: [field["name"] for field in one["schema"]["fields"]]
        for one in package["resources"]
        if "schema" in one
    }
    assert "overview" in fields["partners.json"]
    assert "overview" in fields["home.json"]
    assert fields["overviews.csv"] == ["kind", "id", "url", "number", "says", "rests_on"]
    for name in ("partners", "people", "themes", "terms", "years"):
        assert "overview" in json.loads(files()[f"schema/{name}.json"])["properties"]
