"""Lists that are too long for a page are cut into pages: all is there once, links lead to where they say."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from html import unescape

import project
import pytest
from bamboo.build import Site, build
from bamboo.graph import addresses
from bamboo.kinds.library import Library, load
from bamboo.site.blocks import chronology, compared, differing, ladder, pictures
from bamboo.site.pages import facts, figures, gaps, home
from labels import label_of

MOST = 7  # of each list on a page
_ID = re.compile(r'\bid="([^"]*)"|\{#([^}]*)\}')
_HREF = re.compile(r'<a\b[^>]*? href="([^"]*)"')


@pytest.fixture(scope="module")
def library() -> Library:
    return load(project.SAMPLE)


@pytest.fixture(scope="module")
def site() -> Site:
    """The sample project as if hardly anything had room on a page."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in ((chronology, "MOST"), (facts, "MOST"), (gaps, "CELLS")):
            patch.setattr(module, name, MOST)
        for module, name in (
            *((pictures, name) for name in ("YEARS", "MONTHS", "THEMES")),
            *((differing, "MOST"), (ladder, "NEWEST"), (compared, "COLUMNS"), (home, "SHOWN")),
            (figures, "MOST"),
        ):
            patch.setattr(module, name, 1)
        made = build(project.SAMPLE)
    assert made.findings == ()
    return made


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    """The text of each page by its address."""
    return {page.address: page.body for page in site.pages}


def found(pages: dict[str, str], name: str) -> dict[str, str]:
    """The pages that a list is cut into."""
    return {address: text for address, text in pages.items() if re.fullmatch(name, address)}


def test_every_link_leads_to_a_place_that_is_there(pages: dict[str, str]) -> None:
    places = {address: {one or other for one, other in _ID.findall(text)} for address, text in pages.items()}
    wrong = []
    for page, text in pages.items():
        for href in map(unescape, _HREF.findall(text)):
            path, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            if target in places and anchor and anchor not in places[target]:
                wrong.append((page, href))
    assert wrong == []


def test_the_timeline_has_every_fact_once(pages: dict[str, str], library: Library) -> None:
    cut = found(pages, r"timeline/\d{4}(-\d+)?\.html")
    assert len(cut) > len({address[9:13] for address in cut}) > 1
    shown = Counter(ident for text in cut.values() for ident in re.findall(r'<li id="at-([^"]*)"', text))
    assert shown == Counter([*library.facts])
    for address, text in cut.items():
        entries = re.findall(r'<li id="at-[^"]*" data-kind', text)
        assert 0 < len(entries) <= MOST, address
        assert pages["timeline.html"].count(f'href="{address}"') == 1
    assert '<form class="filters' not in pages["timeline.html"]


def test_a_fact_leads_to_its_page_of_the_timeline(pages: dict[str, str], library: Library) -> None:
    for address, text in found(pages, r"timeline/.*").items():
        for ident in re.findall(r'<li id="at-([^"]*)"', text):
            page = addresses.fact(ident, library.facts[ident].record.when)
            way = posixpath.relpath(address, posixpath.dirname(page))
            assert f'href="{way}#at-{ident}"' in pages[page]


def test_the_index_of_facts_has_every_fact_once(pages: dict[str, str], library: Library) -> None:
    cut = found(pages, r"facts/\d{4}(-\d+)?\.html")
    listed = Counter(
        posixpath.basename(href).removesuffix(".html")
        for text in cut.values()
        for href in re.findall(r'</span> <a href="([^"]*)">', text)
    )
    assert listed == Counter([*library.facts])
    assert all(text.count("<li>") <= MOST for text in cut.values())
    index = pages["facts/index.html"]
    assert {posixpath.normpath(f"facts/{href}") for href in _HREF.findall(index)} == set(cut)


def test_the_index_of_figures_has_every_figure_once(pages: dict[str, str], library: Library) -> None:
    cut = found(pages, r"figures/themes/.*")
    assert len(cut) > len({library.indicators[ident].record.themes[0] for ident in library.indicators}) > 1
    listed = [
        posixpath.basename(href).removesuffix(".html")
        for text in cut.values()
        for href in re.findall(r'<th scope="row" role="rowheader"><a href="([^"]*)"', text)
    ]
    assert sorted(listed) == sorted(library.indicators)
    index = pages["figures/index.html"]
    assert "<table" not in index
    assert set(cut) <= {posixpath.normpath(f"figures/{href}") for href in _HREF.findall(index)}


def test_differences_are_by_kind(pages: dict[str, str], library: Library) -> None:
    cut = found(pages, r"differences/.*")
    assert len(cut) > 1
    assert all(text.count('<article class="difference"') == 1 for text in cut.values())
    assert '<article class="difference"' not in pages["disagreements.html"]
    leads = set(_HREF.findall(pages["disagreements.html"]))
    assert leads <= set(cut)
    assert {address.rpartition("/")[2].split("-")[0].split(".")[0] for address in cut} == {
        address.rpartition("/")[2].removesuffix(".html") for address in leads
    }


def test_gaps_are_told_in_words(pages: dict[str, str]) -> None:
    page = pages["gaps.html"]
    assert "<table" not in page
    assert "Years after a name are those that no statement is about" in page


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("charts.html", "Drawn are the newest 1 of"),
        ("compare.html", "The newest one of them are here."),
        ("index.html", "earlier year"),
        ("index.html", "All "),
    ],
)
def test_what_is_left_out_is_told(pages: dict[str, str], address: str, said: str) -> None:
    assert said in pages[address], label_of(address)
