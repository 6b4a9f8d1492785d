"""Overviews in a browser: the words that prove a sentence come to its number by mouse, key and tap."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from watched import uri

PAGE = "partners/japan.html"


@pytest.fixture
def phone(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True).new_page()


@pytest.fixture
def desk(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 1440, "height": 900}).new_page()


def test_a_tap_shows_the_words_and_the_way_to_the_statement(site: Path, phone: Page) -> None:
    phone.goto(uri(site, PAGE))
    phone.get_by_role("link", name="Note 1").tap()
    card = phone.locator("#note-card")
    expect(card).to_contain_text("upgraded their relations to a Comprehensive Strategic Partnership")
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    phone.get_by_role("heading", level=1).tap()
    expect(card).to_be_hidden()
    phone.get_by_role("link", name="Note 1").tap()
    card.get_by_role("link").first.tap()
    expect(phone).to_have_url(uri(site, "facts/2023/japan-comprehensive-strategic-partnership.html"))


def test_a_mouse_over_a_number_shows_its_note(site: Path, desk: Page) -> None:
    desk.goto(uri(site, PAGE))
    desk.get_by_role("link", name="Note 2").hover()
    expect(desk.locator("#note-card")).to_contain_text("On May 9, 2023")
    desk.mouse.move(5, 5)
    expect(desk.locator("#note-card")).to_be_hidden()
    # A number at the lower edge of the window has its card above it.
    number = desk.get_by_role("link", name="Note 2").bounding_box()
    assert number
    desk.set_viewport_size({"width": 1440, "height": round(number["y"] + number["height"]) + 20})
    desk.get_by_role("link", name="Note 2").hover()
    expect(desk.locator("#note-card")).to_be_visible()
    card = desk.locator("#note-card").bounding_box()
    assert card
    assert card["y"] + card["height"] <= number["y"]


def test_the_keyboard_reaches_the_words_and_leaves_them(site: Path, desk: Page) -> None:
    desk.goto(uri(site, PAGE))
    desk.get_by_role("link", name="Note 1").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#note-card")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.locator("#note-card")).to_be_hidden()


def test_without_scripts_a_number_leads_to_its_note(site: Path, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(uri(site, PAGE))
    page.get_by_role("link", name="Note 2").click()
    expect(page.locator("#note-2")).to_be_visible()
    expect(page.locator("#note-2")).to_contain_text("the Prime Minister of Japan visited Hanoi")
