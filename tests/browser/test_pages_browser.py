"""Pages in a browser: twice the text on a phone, folds opened by links, notes beside their words, paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from every import Every
from labels import label_of
from pages import kinds
from playwright.sync_api import Browser, Page, expect
from watched import uri

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Elements that end past the right edge and are not inside something that scrolls or is cut off by itself.
BEYOND = """() => [...document.querySelectorAll('.md-content *')].filter(e => {
  const box = e.getBoundingClientRect();
  if (!box.width || !box.height || box.right <= innerWidth + 1) return false;
  for (let p = e; p && p !== document.body; p = p.parentElement)
    if (getComputedStyle(p).overflowX !== 'visible' || getComputedStyle(p).clipPath !== 'none') return false;
  return true;
}).map(e => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 40))"""


@pytest.fixture
def phone(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    return context.new_page()


@pytest.fixture
def desk(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    return context.new_page()


LARGER = """times => {
  const root = document.documentElement;
  root.style.fontSize = '';
  root.style.fontSize = times * parseFloat(getComputedStyle(root).fontSize) + 'px';
}"""
UNFOLD = "document.querySelectorAll('.md-content details').forEach(fold => (fold.open = true))"


def test_no_page_is_wider_than_a_phone_also_with_twice_the_text(
    site: Path, phone: Page, every: Every
) -> None:
    """With its folds open as well. In usual size with closed ones, see test_browser."""
    for address in kinds(site):
        with every.test(address):
            phone.goto(uri(site, address))
            phone.evaluate(LARGER, 2)
            assert phone.evaluate(WIDER) <= 0
            phone.evaluate(UNFOLD)
            for times in (2, 1):
                phone.evaluate(LARGER, times)
                assert phone.evaluate(BEYOND) == []
                assert phone.evaluate(WIDER) <= 0


def test_a_link_into_a_fold_opens_it(site: Path, phone: Page) -> None:
    address = "years/2024.html#claim-east-sea-peace"
    path, _, anchor = address.partition("#")
    phone.goto((site / path).as_uri() + "#" + anchor)
    expect(phone.locator(f"#{anchor}")).to_be_in_viewport()


def test_notes_stand_beside_their_words_on_a_desk_and_under_them_on_a_phone(
    site: Path, desk: Page, phone: Page, every: Every
) -> None:
    address = (site / "sources" / "wvr-2024-h1.html").as_uri()
    for page, beside in ((desk, True), (phone, False)):
        with every.test(label_of(page, beside)):
            page.goto(address)
            mark = page.locator("a.seed__start").nth(3)
            note = page.locator("#note-" + (mark.get_attribute("id") or ""))
            if not beside:
                expect(note).not_to_be_visible()
                mark.focus()
                page.keyboard.press("Enter")
            expect(note).to_be_visible()
            words, notes = page.locator("#line-7").bounding_box(), note.bounding_box()
            assert words
            assert notes
            assert (notes["x"] >= words["x"] + words["width"]) == beside
            if beside:
                assert notes["y"] < words["y"] + words["height"]
                mark.focus()
                page.keyboard.press("Enter")
            passage = mark.get_attribute("id")
            expect(page.locator(f".cited--sought[data-passages~='{passage}']").first).to_be_visible()
            note.locator("a.note-on__number").focus()
            page.keyboard.press("Enter")
            page.wait_for_url(f"**#{passage}")
            expect(mark).to_be_in_viewport()
            if beside:
                # Long notes tear no text apart.
                gaps = page.evaluate(
                    "[...document.querySelectorAll('.seed > .seed__line:not(:empty)')]"
                    ".map(e => e.getBoundingClientRect())"
                    ".map((box, n, all) => n ? box.top - all[n - 1].bottom : 0)"
                )
                assert max(gaps) < 60


def test_a_link_to_a_passage_shows_what_comes_before_it(site: Path, desk: Page) -> None:
    desk.goto((site / "sources" / "wvr-2024-h1.html").as_uri())
    passage = desk.locator("a.seed__start").nth(3).get_attribute("id")
    desk.goto("about:blank")
    desk.goto((site / "sources" / "wvr-2024-h1.html").as_uri() + f"#{passage}")
    sought = desk.locator(".cited--sought").first
    expect(sought).to_be_in_viewport()
    box, height = sought.bounding_box(), desk.viewport_size["height"] if desk.viewport_size else 0
    assert box
    assert 0.2 * height < box["y"] < 0.5 * height


def test_without_scripts_marks_and_notes_lead_to_each_other(site: Path, browser: Browser) -> None:
    for width in (360, 1440):
        context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto((site / "sources" / "wvr-2024-highlights.html").as_uri())
        mark = page.locator("a.seed__start").nth(5)
        anchor = mark.get_attribute("id")
        mark.focus()
        page.keyboard.press("Enter")
        note = page.locator(f"#note-{anchor}")
        expect(note).to_be_in_viewport()
        note.locator("a.note-on__number").focus()
        page.keyboard.press("Enter")
        expect(mark).to_be_in_viewport()
        context.close()


def test_paper_shows_every_open_quote_with_its_source_and_address(
    site: Path, desk: Page, every: Every
) -> None:
    desk.goto((site / "people" / "bui-thanh-son.html").as_uri())
    desk.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    desk.emulate_media(media="print")
    assert desk.locator("figure.quote").count() >= 8
    expect(desk.locator("figure.quote").last).to_be_visible()
    for quote in desk.locator("figure.quote").all():
        with every.test(label_of(quote)):
            assert quote.is_visible()
    printed = desk.locator("a.quote__source").first.evaluate("e => getComputedStyle(e, '::after').content")
    assert "sources/" in printed
    assert not desk.locator("nav.next").is_visible()


def test_questions_of_a_new_reader_are_under_three_clicks_away(site: Path, desk: Page) -> None:
    desk.goto((site / "partners" / "australia.html").as_uri())
    box = desk.locator(".tier").first  # the latest; those before it are below
    expect(box).to_be_in_viewport()
    expect(box).to_contain_text("comprehensive strategic partnership")
    assert box.locator(".tier__sources a").count() == 3
    desk.goto((site / "years" / "2024.html").as_uri())
    desk.get_by_role("link", name="Compare 2024 with 2023").click()
    expect(desk.locator("h1")).to_contain_text("side by side")
    desk.goto((site / "terms" / "east-sea.html").as_uri())
    expect(desk.locator(".quote__words").first).to_contain_text("East Sea")
    desk.goto((site / "years" / "2024.html").as_uri())
    desk.locator(".lead").get_by_role("link", name="the sources differ").click()
    expect(desk.locator("h1")).to_contain_text("Differences")
