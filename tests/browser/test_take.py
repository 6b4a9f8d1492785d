"""Statements copied, saved, listed and taken away; and what paper shows of a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from watched import Watched, uri

PAGE = "themes/economic-diplomacy.html"
LIST = "my-list.html"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    yield made
    made.close()


def save_two(page: Page, site: Path) -> None:
    page.goto(uri(site, PAGE))
    for number in (0, 1):
        page.get_by_role("button", name="Save", exact=True).first.click()
        expect(page.get_by_role("button", name="Saved")).to_have_count(number + 1)


def downloaded(page: Page, name: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_what_is_saved_on_one_page_is_in_my_list(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    watched = Watched(page, site)
    save_two(page, site)
    expect(page.get_by_role("link", name="My list, 2 statements")).to_be_visible()
    page.get_by_role("link", name="My list").click()
    expect(page.locator(".list-page .claim")).to_have_count(2)
    expect(page.locator(".list-page .quote").first).to_be_visible()
    saved = [link.get_attribute("href") for link in page.locator(".list-page .claim__text a").all()]
    facts = json.loads((site / "data/v1/facts.json").read_text(encoding="utf-8"))
    known = {fact["url"]: fact for fact in facts}
    mine = [known[str(address).removeprefix(f"{site.as_uri()}/")] for address in saved]
    for name in ("Markdown", "RIS", "BibTeX", "CSL-JSON", "CSV"):
        text = downloaded(page, name)
        for fact in mine:
            assert fact["id"] in text or fact["title"] in text
    # The list is there again after a new start of the page, and what is removed can be had back.
    page.reload()
    expect(page.locator(".list-page .claim")).to_have_count(2)
    remove = page.get_by_role("button", name="Remove").first
    # It has no picture, and so no box in the place of one.
    assert remove.evaluate("e => getComputedStyle(e, '::before').content") == "none"
    remove.click()
    expect(page.locator(".list-page .claim")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".list-page .claim")).to_have_count(2)
    page.get_by_role("button", name="Empty the list").click()
    expect(page.locator(".list-page__empty")).to_be_visible()
    assert watched.wrong == []


def test_a_statement_is_copied_with_its_quote_and_source(context: BrowserContext, site: Path) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(uri(site, PAGE))
    card = page.locator(".claim:has(.take)").first
    card.get_by_role("button", name="Copy with source").click()
    expect(card.get_by_role("button", name="Copied")).to_be_visible()
    said, *quotes = page.evaluate("navigator.clipboard.readText()").splitlines()
    text = card.locator(".claim__text").inner_text()
    assert said.startswith(text.removesuffix("."))
    assert quotes
    assert all(quote.startswith("“") and "” — " in quote for quote in quotes)


def test_where_the_browser_copies_nothing_the_words_are_marked(context: BrowserContext, site: Path) -> None:
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = context.new_page()
    page.goto(uri(site, PAGE))
    page.get_by_role("button", name="Copy with source").first.click()
    box = page.locator(".take__text")
    expect(box).to_be_focused()
    assert box.evaluate("e => e.selectionEnd - e.selectionStart === e.value.length && e.value.length > 40")


@pytest.mark.parametrize(
    "broken",
    [
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden'); }})",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    ],
    ids=["forbidden", "full"],
)
def test_a_list_that_no_storage_keeps_comes_along_with_the_link(
    context: BrowserContext, site: Path, broken: str
) -> None:
    context.add_init_script(broken)
    page = context.new_page()
    save_two(page, site)
    page.get_by_role("link", name="My list").click()
    expect(page.locator(".list-page .claim")).to_have_count(2)
    expect(page.locator(".list-page__unkept")).to_be_visible()


def test_a_statement_that_is_gone_is_named_and_can_be_removed(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    page.goto(uri(site, f"{LIST}#add=no-such-statement"))
    expect(page.locator(".list-page .claim")).to_contain_text(
        "no-such-statement: this statement is no longer"
    )
    page.get_by_role("button", name="Remove").click()
    expect(page.locator(".list-page__empty")).to_be_visible()


def test_a_list_follows_a_statement_that_has_another_name(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    page.goto(uri(site, f"{LIST}#add=forum-opened"))
    expect(page.locator(".list-page .claim a").first).to_have_attribute(
        "href", re.compile("/facts/2024/asean-future-forum-hanoi.html$")
    )
    assert page.evaluate("bambooList.all()") == ["asean-future-forum-hanoi"]


def test_without_scripts_no_button_is_there_and_the_files_are(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(uri(site, PAGE))
    assert page.get_by_role("button", name="Save").count() == 0
    for ending in ("csv", "ris"):
        address = page.locator(".take-all").get_by_role("link", name=ending.upper()).get_attribute("href")
        assert ((site / PAGE).parent / str(address)).is_file()
    context.close()


def test_paper_shows_what_is_open_and_where_it_is_from(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    page.goto(uri(site, PAGE))
    page.locator(".claim details").first.evaluate("e => { e.open = true; }")
    # As a browser goes about it when it prints: Material's script hears of it too.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".claim details figure.quote").first).to_be_visible()
    expect(page.locator(".claim details").nth(1)).to_be_hidden()
    expect(page.locator(".printed")).to_contain_text(f"Bamboo · {PAGE}")
    expect(page.get_by_role("button").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".printed")).to_be_hidden()
    assert page.locator("details[data-folded]").count() == 0
    # What fits on one sheet begins no second one.
    page.goto(uri(site, LIST))
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1


def test_a_briefing_has_its_subjects_facts_and_leads_to_each(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    page.goto(uri(site, "partners/japan.html"))
    page.get_by_role("link", name="Briefing to print").click()
    expect(page.locator("h1")).to_contain_text("Japan in brief")
    expect(page.locator(".briefing__overview")).to_contain_text("[1")
    assert page.locator(".briefing__facts li").count() > 1
    assert page.locator(".briefing__quotes li").count() > 1
    assert page.locator(".briefing__sources li").count() >= 1
    page.locator(".briefing__facts a").first.click()
    expect(page.locator("#quotes")).to_be_visible()
