"""Terms explained in a browser: by mouse, key and tap; without scripts they lead to their page."""

from __future__ import annotations

from pathlib import Path

from pages import all_pages, tree
from playwright.sync_api import Browser, expect
from watched import uri


def with_term(site: Path, path: str) -> str:
    """A page that explains a term at such a place."""
    found = next(page for page in all_pages(site) if tree(page).xpath(path))
    return found.relative_to(site).as_posix()


RUNNING = "//p[@class='overview__text']/a[@class='term']"
LINKED = "//p[@class='claim__text']/a/span[@class='term']"


def test_a_term_is_explained_by_mouse_and_key(site: Path, browser: Browser) -> None:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(uri(site, with_term(site, RUNNING)))
    term, card = page.locator("a.term").first, page.locator("#note-card")
    name = term.get_attribute("data-term") or ""
    term.hover()
    expect(card).to_contain_text(name)
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    page.keyboard.press("Tab")
    term.focus()
    expect(card).to_be_visible()
    expect(term).to_have_attribute("aria-describedby", "note-card")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_tap_explains_a_term_inside_a_link_and_the_next_follows_the_link(
    site: Path, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    address = with_term(site, f"{LINKED}[not(ancestor::details)]")
    page.goto(uri(site, address))
    term = page.locator(".claim__text a .term").locator("visible=true").first
    term.tap()
    card = page.locator("#note-card")
    expect(card).to_contain_text(term.get_attribute("data-term") or "")
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    expect(page).to_have_url(uri(site, address))
    term.tap()
    expect(page).not_to_have_url(uri(site, address))
    context.close()


def test_without_scripts_a_term_leads_to_its_page(site: Path, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(uri(site, with_term(site, RUNNING)))
    name = page.locator("a.term").first.get_attribute("data-term") or ""
    page.locator("a.term").first.click()
    expect(page.locator("h1")).to_contain_text(name)
