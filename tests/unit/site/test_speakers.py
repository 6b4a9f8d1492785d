"""No assessment, policy or plan is anywhere without whoever says it: every page and every public file."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import project
import pytest
from bamboo.build import Site, build
from bamboo.editing.diff import claims
from bamboo.graph.claims import Claim, link
from bamboo.graph.wording import Speaker, speakers
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.library import load
from icalendar import Calendar
from lxml import html

CLAIMS = {claim.id: claim for claim in link(load(project.SAMPLE)).claims.values()}
SPOKEN_CLAIMS = [claim for claim in CLAIMS.values() if claim.kind in SPOKEN]


@pytest.fixture(scope="module")
def made() -> Site:
    """The pages and files of the sample project."""
    return build(project.SAMPLE)


def text_of(made: Site, address: str) -> str:
    return next(file for file in made.files if file.address == address).content.decode("utf-8")


def named(claim: Claim, text: str) -> bool:
    """Whether all who say a claim are named; of three or more the first is enough, with "and others"."""
    names = [speaker.name for speaker in claim.speakers]
    return all(name in text for name in names) or (names[0] in text and "and others" in text)


def test_the_sample_has_such_claims_of_people_and_of_sources() -> None:
    assert {claim.kind for claim in SPOKEN_CLAIMS} == set(SPOKEN)
    speakers = {speaker.kind for claim in SPOKEN_CLAIMS for speaker in claim.speakers}
    assert speakers == {"people", "sources", "partners"}
    assert all(claim.speakers for claim in SPOKEN_CLAIMS)


def test_a_source_that_speaks_is_called_a_text() -> None:
    """`Vietnam Business Forum (article)`, but not `Press conference report (news report)`."""
    library = load(project.SAMPLE)
    fact = next(entry.record for entry in library.facts.values())

    def speaker(source: str) -> Speaker:
        return speakers(library, fact.model_copy(update={"said_by": [source]}))[0]

    journal, report = speaker("vbf-2024-01-30"), speaker("hanoi-times-2025-01-09")
    assert journal.brief == "Vietnam Business Forum (article)"
    assert journal.in_full == "Vietnam Business Forum, article"
    assert report.brief == report.in_full == "Press conference report"
    assert speaker("trade-note-2022").brief == "“Trade Note” (PDF)"


def shown(page: html.HtmlElement, claim: Claim) -> Iterator[html.HtmlElement]:
    """The smallest elements whose own words begin with a claim or its title, quotes left out."""
    words = [" ".join(text.split()) for text in (claim.title, claim.text.removesuffix("."))]
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        if any(parent.tag in ("blockquote", "q") for parent in (element, *element.iterancestors())):
            continue
        own = " ".join(" ".join([element.text or "", *(child.tail or "" for child in element)]).split())
        if any(own.startswith(text) for text in words):
            yield element


def test_no_page_shows_one_without_its_speaker(made: Site) -> None:
    seen = set()
    for page in made.pages:
        if page.path.startswith("sources/"):  # the seed itself is shown there, every word of it
            continue
        front, _, body = page.text.removeprefix("---\n").partition("\n---\n")
        titles = re.findall(r"^(?:title|tab): (.*)$", front, flags=re.MULTILINE)
        body = re.sub(r"^# (.*?)(?: \{#[\w-]+\})?$", r"<h1>\1</h1>", body, flags=re.MULTILINE)
        tree = html.fromstring(f"<div>{body}</div>")
        for claim in SPOKEN_CLAIMS:
            whole = [html.fromstring(title).text_content() for title in titles if title.strip('"')]
            assert all(named(claim, title) for title in whole if claim.title in title), (page.path, whole)
            for element in shown(tree, claim):
                seen.add((claim.id, page.path))
                around = element.text_content()
                if not named(claim, around):  # the line under a heading or a statement
                    near = element.getparent() if element.tag == "a" else element
                    after = near.getnext() if element.tag != "h1" else tree.find_class("claim__said")[0]
                    around = " ".join([around, after.text_content() if after is not None else ""])
                assert named(claim, around), (page.path, claim.id, html.tostring(element)[:300])
    assert {claim for claim, _ in seen} == {claim.id for claim in SPOKEN_CLAIMS}


def test_linked_data_names_the_speaker(made: Site) -> None:
    for page in made.pages:
        for script in re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page.text):
            for node in json.loads(script)["@graph"]:
                if node["@type"] == "Claim":
                    claim = next(c for c in CLAIMS.values() if c.url.endswith(node["url"].lstrip("./")))
                    assert claim.kind not in SPOKEN or named(claim, node["text"])


def test_json_csv_and_sqlite_name_the_speaker(made: Site, tmp_path: Path) -> None:
    facts = {row["id"]: row for row in json.loads(text_of(made, "data/v1/facts.json"))}
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text_of(made, "data/v1/claims.csv")))}
    path = tmp_path / "bamboo.sqlite"
    path.write_bytes(next(file for file in made.files if file.address.endswith(".sqlite")).content)
    with sqlite3.connect(path) as connection:
        stored = dict(connection.execute("SELECT id, sentence FROM claims"))
    for claim in SPOKEN_CLAIMS:
        assert facts[claim.id]["said_by"] == [speaker.id for speaker in claim.speakers]
        assert facts[claim.id]["sentence"] == rows[claim.id]["sentence"] == stored[claim.id] == claim.sentence
        assert named(claim, claim.sentence)
        assert all(role in claim.sentence for role in (speaker.role for speaker in claim.speakers))
        assert [*facts[claim.id]][-4:] == ["title", "sentence", "cautions", "agreement"]


def test_citations_name_the_speaker(made: Site) -> None:
    items = {item["id"]: item for item in json.loads(text_of(made, "data/v1/citations.csl.json"))}
    ris = text_of(made, "data/v1/citations.ris").split("\n\n")
    bib = text_of(made, "data/v1/citations.bib").split("\n\n")
    for claim in SPOKEN_CLAIMS:
        key = f"bamboo-{claim.id}"
        record = next(record for record in ris if f"ID  - {key}\n" in record)
        entry = next(entry for entry in bib if f"{{{key}," in entry)
        assert named(claim, items[key]["title"])
        assert named(claim, next(row for row in record.splitlines() if row.startswith("TI")))
        title = next(row for row in entry.splitlines() if row.startswith("  title ="))
        assert named(claim, title.replace("{", "").replace("}", ""))


def test_calendar_and_search_name_the_speaker(made: Site) -> None:
    calendar = Calendar.from_ical(text_of(made, "data/v1/events.ics"))
    for event in calendar.walk("VEVENT"):
        claim = CLAIMS[str(event["UID"]).removesuffix("@bamboo")]
        assert claim.kind not in SPOKEN or named(claim, str(event["SUMMARY"]))
    index = "".join(text_of(made, file.address) for file in made.files if file.address.startswith("search/"))
    for claim in SPOKEN_CLAIMS:
        assert json.dumps(claim.label, ensure_ascii=False) in index
        assert json.dumps(claim.title, ensure_ascii=False) not in index or claim.title == claim.label


def test_a_comparison_names_the_speaker(tmp_path: Path) -> None:
    folder = project.copy_of_the_data(tmp_path / "new")
    path = folder / "data" / "facts" / "2023" / "foreign-affairs-vibrant.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("vibrant in", "vibrant throughout"))
    differing = claims.facts(load(project.SAMPLE), load(folder), {})
    (one,) = differing.changed
    assert one.item.said == "Vietnam Business Forum, article"
    assert one.item.text == "Foreign affairs were vibrant throughout 2023 — Vietnam Business Forum, article"
