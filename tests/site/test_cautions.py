"""A statement whose source was taken back or corrected says so wherever it is."""

from __future__ import annotations

import re
from pathlib import Path

import pages
import pytest
from claims import data
from every import Every

RETRACTED, CORRECTED = "malawi-farm-accord", "koala-accord-signed"
# What a reader takes in at once: a line of a list, a row, a card.
AROUND = "ancestor::*[self::li or self::tr or self::article or self::figure][1] | ancestor::p"


@pytest.mark.parametrize(("claim", "word"), [(RETRACTED, "retracted"), (CORRECTED, "corrected")])
def test_every_page_that_names_the_statement_says_so(site: Path, every: Every, claim: str, word: str) -> None:
    """Beside each link to it, and on its own page."""
    seen = 0
    for page in sorted(site.rglob("*.html")):
        if claim not in page.read_text(encoding="utf-8"):
            continue
        for link in pages.tree(page).iter("a"):
            said = pages.text(link)
            leads = (link.get("href") or "").partition("#")[0].endswith(f"{claim}.html")
            if leads and len(said.split()) > 2:
                seen += 1
                around = "".join(found.text_content() for found in link.xpath(AROUND))
                with every.test(f"{page.relative_to(site)}: {said}"):
                    assert word in around
    assert seen > 10


def test_its_own_page_says_when_and_why(site: Path) -> None:
    page = pages.tree(site / f"facts/2022/{RETRACTED}.html")
    said = pages.text(page.find_class("caution")[0])
    assert said.startswith(
        "Video of the forum (retracted) was retracted on 8 April 2022: The recording was of a"
    )
    assert page.findtext(".//title").startswith("Accord on farm trade signed with Malawi [source retracted]")
    assert "at 0:45" in page.find_class("quote")[0].text_content()


def test_the_source_says_so_of_itself(site: Path) -> None:
    text = pages.text(pages.tree(site / "sources/trade-note-2022.html"))
    assert "This text was corrected on 2 May 2022: The visa office was opened a day later." in text
    assert "It corrects “Trade Note” (corrected)." in pages.text(
        pages.tree(site / "sources/trade-correction-2022.html")
    )
    for said in ("Second edition", "1 February 2025 (by the editors)", "May be quoted with its name."):
        assert said in text


@pytest.mark.parametrize("claim", [RETRACTED, CORRECTED])
def test_public_data_say_so(site: Path, claim: str) -> None:
    (fact,) = [fact for fact in data(site, "facts") if fact["id"] == claim]
    (caution,) = fact["cautions"]
    assert fact["sentence"].endswith(f"[source {caution['kind']}]")
    assert fact["evidence"][0]["place"] in ("at 0:45", "p. 2")
    table = (site / "data/v1/claims.csv").read_text(encoding="utf-8")
    assert re.search(rf"(?m)^{claim},.*{caution['source']}", table)
    for file in ("citations.ris", "citations.bib"):
        cited = (site / "data/v1" / file).read_text(encoding="utf-8")
        assert f"was {caution['kind']} on" in cited
