"""The site in a browser, opened from disk: looking things up, and from a sentence to its proof."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

KINDS = [
    "index.html",
    "partners/index.html",
    "partners/australia.html",
    "years/index.html",
    "years/2024.html",
    "themes/index.html",
    "themes/overseas-vietnamese.html",
    "people/index.html",
    "people/bui-thanh-son.html",
    "figures/index.html",
    "figures/trade-turnover.html",
    "terms/index.html",
    "terms/comprehensive-strategic-partnership.html",
    "facts/index.html",
    "facts/2024/australia-comprehensive-strategic-partnership.html",
    "sources/index.html",
    "sources/wvr-2024-h1.html",
    "a-z.html",
    "compare.html",
    "disagreements.html",
    "gaps.html",
    "search.html?q=trade+2024",
    "search.html",
    "data/index.html",
    "about.html",
    "contribute.html",
]


class Watched:
    """A page that remembers what went wrong on it."""

    def __init__(self, page: Page, site: Path) -> None:
        self.page = page
        self.site = site
        self.wrong: list[str] = []
        page.on("console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:", "about:")):
            self.wrong.append(f"asked another host: {url}")

    def open(self, address: str) -> Page:
        path, mark, more = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address).groups()
        self.page.goto((self.site / path).as_uri() + mark + more)
        return self.page


@pytest.fixture(params=[(1440, "light"), (768, "light"), (360, "dark")], ids=["desk", "tablet", "phone-dark"])
def watched(request: pytest.FixtureRequest, browser: Browser, site: Path) -> Iterator[Watched]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = Watched(context.new_page(), site)
    yield found
    context.close()
    assert found.wrong == []


def test_every_kind_of_page_fits_and_asks_nobody(watched: Watched) -> None:
    for address in KINDS:
        page = watched.open(address)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{address} is {wider} px too wide"
        assert page.locator("h1").count() == 1, address


def test_a_student_searches_and_finds(watched: Watched) -> None:
    for words, found in (
        ("Australia", "partners/australia.html"),
        ("2024", "years/2024.html"),
        ("overseas Vietnamese", "themes/overseas-vietnamese.html"),
    ):
        page = watched.open("index.html")
        page.keyboard.press("/")
        page.keyboard.type(words)
        expect(page.get_by_role("option").first).to_have_attribute("href", re.compile(re.escape(found)))


def test_from_a_sentence_to_the_words_that_prove_it(watched: Watched) -> None:
    page = watched.open("partners/australia.html")
    card = page.locator("#claim-australia-comprehensive-strategic-partnership")
    expect(card).to_contain_text("comprehensive strategic partnership")
    card.locator(".quote a.quote__source").first.click()
    page.wait_for_url("**/sources/*.html#passage-*")
    anchor = page.url.partition("#")[2]
    facts = json.loads((watched.site / "data" / "v1" / "facts.json").read_text(encoding="utf-8"))
    rows = [
        row for fact in facts for row in fact["evidence"] if f"passage-{row['start']}-{row['end']}" == anchor
    ]
    pieces = page.locator(f".cited[data-passages~='{anchor}']")
    assert "".join(pieces.all_text_contents()) == rows[0]["quote"]
    expect(pieces.first).to_be_in_viewport()
    line = pieces.first.locator("xpath=ancestor::p[1]/following-sibling::details[1]")
    line.locator("summary").click()
    line.get_by_role("link", name="Vietnam and Australia raised").first.click()
    expect(page.locator("h1")).to_contain_text("Australia")


def test_everything_is_readable_without_scripts(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto((site / "partners" / "australia.html").as_uri())
    expect(page.locator(".quote__words").first).to_be_visible()
    page.goto((site / "sources" / "vbf-2024-01-30.html").as_uri())
    expect(page.locator(".seed__line").first).to_be_visible()
    page.goto((site / "a-z.html").as_uri())
    expect(page.get_by_role("link", name="Pháp", exact=True)).to_be_visible()
    context.close()
