"""The page of a fact: its sentences, what else rests on them, and the facts next to it."""

from __future__ import annotations

import re
from pathlib import Path

import dated
import pages
import project
import pytest
from bamboo.build import build
from bamboo.graph.claims import link
from bamboo.kinds.library import load
from bamboo.reading import sentences
from bamboo.site.pages.fact import BESIDE, fact
from claims import data
from every import Every
from hypothesis import given
from hypothesis import strategies as st
from labels import label_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        (
            "Mr. Son met U.S. President Joe Biden. He left.",
            ["Mr. Son met U.S. President Joe Biden.", "He left."],
        ),
        ("It grew by 7.09% in 2024. Then it rained.", ["It grew by 7.09% in 2024.", "Then it rained."]),
        ("He said “yes.” “No,” she said.", ["He said “yes.”", "“No,” she said."]),
        ("A heading\nA line. Another", ["A heading", "A line.", "Another"]),
        ("Đã đến. Ông nói.", ["Đã đến.", "Ông nói."]),
        ("and so on... and on", ["and so on... and on"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, said: list[str]) -> None:
    assert [text[start:end] for start, end in sentences.spans(text)] == said


@given(st.text(alphabet=st.sampled_from("aB1 .!?…”\n\t\u00a0ỹ"), max_size=60))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    spans = sentences.spans(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert spans == sorted(spans)


def test_a_quote_stands_in_its_surroundings_as_the_seed_prints_them(site: Path, every: Every) -> None:
    seeds = {
        source["id"]: (site.parent / "seeds" / source["seed"]).read_text("utf-8")
        for source in data(site, "sources")
    }
    for claim in data(site, "facts"):
        with every.test(label_of(claim)):
            page = pages.tree(site / claim["url"])
            shown = [
                pages.text(words) for words in page.xpath("//figure[contains(@class, 'quote')]/blockquote")
            ]
            text = {row["source"]: " ".join(seeds[row["source"]].split()) for row in claim["evidence"]}
            assert len(shown) == len(claim["evidence"])
            for words in shown:
                around = re.sub(r"^… | …$", "", words)
                assert any(around in printed for printed in text.values()), claim["id"]


def test_the_sentence_before_and_after_is_shown_in_lighter_type(tmp_path: Path) -> None:
    folder = dated.folder(tmp_path)
    graph = link(load(folder))
    view = fact(graph, graph.claims["misprinted"])
    quote = view.quotes[0]
    assert (quote.before, quote.text, quote.after) == (
        "",
        "On May 9, 2024, the ministre spoke.",
        " He was tired.",
    )
    assert quote.pieces == (
        ("On May 9, 2024, the ", False),
        ("ministre", True),
        (" spoke.", False),
    )


def test_other_statements_from_the_passage_are_five_at_most(site: Path, every: Every) -> None:
    """Those that quote the same words come first; where some are left out, a link leads to the passage."""
    facts = {claim["id"]: claim for claim in data(site, "facts")}
    for claim in facts.values():
        with every.test(label_of(claim)):
            together = {
                other["url"].rpartition("/")[2]
                for other in facts.values()
                if other is not claim
                and any(
                    a["source"] == b["source"] and a["start"] < b["end"] and b["start"] < a["end"]
                    for a in claim["evidence"]
                    for b in other["evidence"]
                )
            }
            shown, more = beside(site, claim["url"])
            assert len(shown) <= BESIDE
            assert together <= {href.rpartition("/")[2] for href in shown} or (len(shown) == BESIDE and more)
    page = pages.tree(site / facts["japan-relations-went-on"]["url"])
    near = page.xpath("//h2[@id='beside']/following::ul[1]//a/@href")
    expected = {
        "citizen-protection-conflict-zones-2024.html",
        "../../figures/rescue-flights.html#period-2024",
    }
    assert set(near) == expected


def beside(site: Path, address: str) -> tuple[list[str], list[str]]:
    """The other statements that a fact page shows, and where it leads to all of them."""
    page = pages.tree(site / address)
    shown = page.xpath("//h2[@id='beside']/following-sibling::ul[1]//a/@href")
    return shown, page.xpath("//ul[@class='beside']/following-sibling::p[1][@class='note']/a/@href")


def test_the_quote_comes_before_what_the_statement_is_filed_under(site: Path) -> None:
    for claim in data(site, "facts"):
        parts = pages.tree(site / claim["url"]).xpath("//h2/@id")
        assert parts[:2] == ["quotes", "about"]


def test_every_fact_is_passed_from_the_one_before_to_the_one_after(site: Path, every: Every) -> None:
    def turn(address: str, way: str) -> str:
        found = pages.tree(site / address).xpath(f"//nav[@class='step']//a[@rel='{way}']/@href")
        to = pages.target(site, pages.Reference(address, found[0], False)) if found else None
        return to[0].relative_to(site.resolve()).as_posix() if to else ""

    steps = 0
    for theme in data(site, "themes"):
        with every.test(label_of(theme)):
            row = [claim for claim in data(site, "facts") if claim["themes"][0] == theme["id"]]
            ends = [claim for claim in row if not turn(claim["url"], "prev")]
            assert len(ends) == (1 if row else 0)
            for claim in row:
                if after := turn(claim["url"], "next"):
                    assert turn(after, "prev") == claim["url"]
                    steps += 1
    facts = data(site, "facts")
    assert steps == len(facts) - len({fact["themes"][0] for fact in facts}) > 0


def test_a_misprint_that_is_not_printed_is_a_finding(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    card = folder / "data" / "sources" / "visit-report.yml"
    card.write_text(card.read_text("utf-8") + "misprints:\n  - quote: Prime Ministre\n", encoding="utf-8")
    findings = build(folder).findings
    assert [(finding.rule, finding.location.file) for finding in findings] == [
        ("quote", "data/sources/visit-report.yml")
    ]
