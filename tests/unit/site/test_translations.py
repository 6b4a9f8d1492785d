"""A translation is where its quote is: on pages, in files, citations and the search, as the editors'."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from functools import cache

import project
import pytest
from bamboo.build import Site, build
from bamboo.cite.work import of_claim
from bamboo.graph.claims import link
from bamboo.kinds.library import load
from lxml import html

GRAPH = link(load(project.SAMPLE))
TRANSLATED = [claim for claim in GRAPH.claims.values() if any(one.translation for one in claim.evidence)]
ORIGINALS = {one.text: one.translation for claim in TRANSLATED for one in claim.evidence if one.translation}


@pytest.fixture(scope="module")
def made() -> Site:
    """The pages and files of the sample project."""
    return build(project.SAMPLE)


@cache
def _folded(text: str) -> str:
    return " ".join(text.split())


def content(made: Site, address: str) -> bytes:
    return next(file for file in made.files if file.address == address).content


def test_the_sample_has_some() -> None:
    assert TRANSLATED
    assert all(one.lang == "vi" for c in TRANSLATED for one in c.evidence if one.translation)


def test_pages_show_it_beside_the_quote_and_say_whose_it_is(made: Site) -> None:
    """On each page with the quote, also of its source; the quote is Vietnamese, the translation is not."""
    seen = 0
    for page in made.pages:
        for element in html.document_fromstring(page.body).iter("blockquote"):
            own = [_folded(words.text_content()) for words in element.find_class("quote__words")]
            for original, translation in ORIGINALS.items():
                if _folded(original) in own:
                    beside = element.getnext()
                    assert element.get("lang") == "vi"
                    assert beside.get("lang") == "en"
                    assert beside.text_content() == f"Translation by the editors: {translation}"
                    seen += 1
    assert seen >= len(ORIGINALS)
    for source in {one.source for claim in TRANSLATED for one in claim.evidence if one.translation}:
        page = next(page for page in made.pages if page.path == f"sources/{source}.md")
        for claim in TRANSLATED:
            for one in claim.evidence:
                assert one.source != source or not one.translation or one.translation in page.body


def test_public_files_have_it_with_the_language_of_the_quote(made: Site) -> None:
    facts = {fact["id"]: fact for fact in json.loads(content(made, "data/v1/facts.json"))}
    table = [*csv.DictReader(io.StringIO(content(made, "data/v1/quotes.csv").decode("utf-8")))]
    database = sqlite3.connect(":memory:")
    database.deserialize(content(made, "data/v1/bamboo.sqlite"))
    for claim in TRANSLATED:
        told = [(one.text, one.lang, one.translation or None) for one in claim.evidence]
        if not claim.indicator:
            rows = facts[claim.id]["evidence"]
            assert [(row["quote"], row["lang"], row["translation"]) for row in rows] == told
        rows = [row for row in table if row["claim"] == claim.id]
        assert [(row["quote"], row["lang"], row["translation"] or None) for row in rows] == told
        asked = "SELECT quote, lang, translation FROM quotes WHERE claim = ? ORDER BY rowid"
        assert database.execute(asked, [claim.id]).fetchall() == told
        words = database.execute("SELECT quotes FROM words WHERE claim = ?", [claim.id]).fetchone()[0]
        assert all(one.translation in words for one in claim.evidence)


def test_what_readers_take_with_them_says_whose_it_is(made: Site) -> None:
    shelf = "".join(file.content.decode() for file in made.files if file.address.startswith("collect/"))
    index = "".join(file.content.decode() for file in made.files if file.address.startswith("search/"))
    for claim in TRANSLATED:
        for one in (one for one in claim.evidence if one.translation):
            marked = f"[translation by the editors: {one.translation}]"
            assert marked in of_claim(GRAPH, claim).abstract
            assert json.dumps(marked, ensure_ascii=False)[1:-1] in shelf
            assert f"Translation by the editors: {one.translation}" in shelf
            assert one.translation in index
