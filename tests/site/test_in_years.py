"""A subject with too many statements for a page: its years have pages of their own, and nothing is lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import project
import pytest
from axe import STILL, violations
from bamboo.build import Site, build
from bamboo.graph.claims import Graph, link
from bamboo.kinds.library import load
from bamboo.site.blocks import inyears, sections
from bamboo.site.blocks.take import subjects
from bamboo.site.pages import year
from every import Every
from labels import label_of
from markdown import markdown
from playwright.sync_api import Browser
from watched import uri

OPEN, MOST = 3, 5


@pytest.fixture(scope="module")
def graph() -> Graph:
    return link(load(project.SAMPLE))


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The pages of the sample project, with pages that hold little."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inyears, "OPEN", OPEN)
        patch.setattr(inyears, "MOST", MOST)
        patch.setattr(sections, "NEWEST", 2)
        patch.setattr(year, "LINES", 4)
        patch.setattr(year, "OF_A_KIND", 2)
        site: Site = build(project.SAMPLE)
    assert site.findings == ()
    return {page.address: page.text for page in site.pages}


def cards(text: str) -> list[str]:
    return re.findall(r'<article class="claim" id="claim-([^"]+)"', text)


def test_each_statement_is_on_one_page_of_a_year(made: dict[str, str], graph: Graph, every: Every) -> None:
    split = 0
    for kind, ident in subjects(graph):
        if kind == "years":
            continue
        claims = graph.naming(kind, ident)
        folder = f"{kind}/{ident}/"
        of_years = {address: text for address, text in made.items() if address.startswith(folder)}
        own = made[f"{kind}/{ident}.html"]
        with every.test(label_of(kind, ident)):
            if not of_years:
                assert Counter(cards(own)) == Counter(claim.id for claim in claims)
                continue
            split += 1
            shown = [(Path(address).stem, card) for address, text in of_years.items() for card in cards(text)]
            assert Counter(card for _, card in shown) == Counter(claim.id for claim in claims)
            years = {claim.id: str(claim.years[0]) for claim in claims}
            assert all(stem.partition("-")[0] == years[card] for stem, card in shown)
            assert all(len(cards(text)) <= MOST for text in of_years.values())
            assert len(cards(own)) <= 2
            # All are reached from the subject, and each year from a link to its place there.
            assert all(f'href="{address.removeprefix(kind + "/")}"' in own for address in of_years)
            anchors = re.findall(r'(?:id="|\{#)(year-\d{4})', own)
            assert Counter(anchors) == Counter({f"year-{one}" for one in years.values()})
    assert split > 3


def test_a_year_with_too_many_lines_leads_to_its_themes(made: dict[str, str], graph: Graph) -> None:
    page = made["years/2024.html"]
    assert len(re.findall(r'<li id="claim-', page)) <= 2 * 6
    part = page.partition("## Everything by theme")[2].partition("\n## ")[0]
    themes = {theme for claim in graph.in_year(2024) for theme in claim.themes}
    for theme in themes:
        (to,) = re.findall(rf'<li><a href="\.\./(themes/{theme}[^"]*)">', part)
        address, _, anchor = to.partition("#")
        assert address in made
        assert not anchor or f'"{anchor}"' in made[address] or f"#{anchor}}}" in made[address]


def test_a_page_that_holds_all_is_not_split(graph: Graph) -> None:
    for subject in subjects(graph):
        if subject[0] != "years":
            assert list(inyears.in_years(graph, subject)) == []


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_axe_finds_nothing_on_a_subject_in_a_year_and_it_fits(
    width: int, made: dict[str, str], browser: Browser, site: Path
) -> None:
    """No such page is on the sample's site: what would be in it is put into the frame of its subject."""
    pages = {
        address: text for address, text in made.items() if address.startswith("themes/economic-diplomacy/")
    }
    address = max(pages, key=lambda one: len(pages[one]))
    text = pages[address].partition("\n---\n")[2]
    content = markdown(text, extensions=["attr_list", "def_list", "tables", "toc"])
    assert "claim__text" in content
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page = context.new_page()
        page.goto(uri(site, "themes/economic-diplomacy.html"))
        page.add_style_tag(content=STILL)
        page.evaluate("html => { document.querySelector('.md-content__inner').innerHTML = html; }", content)
        # The link past the navigation leads to the subject's heading, which is no longer there.
        page.evaluate("document.querySelector('.md-skip').href = '#' + document.querySelector('h1').id")
        assert page.locator(".letters a").count() > 1
        assert violations(page, scheme) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        context.close()
