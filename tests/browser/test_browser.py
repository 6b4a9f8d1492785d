"""The site in a browser, opened from disk: looking things up, and from a sentence to its proof."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import kinds
from playwright.sync_api import Browser, expect
from watched import Watched

# Closing punctuation that begins a line, with the words before it: a text that begins so, seen lower than the
# end of the text before it. Within a text no browser breaks a line there; code may be broken anywhere.
HANGING = """() => {
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const at = (text, from, to) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return range.getBoundingClientRect();
  };
  const found = [];
  let before = null;
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const words = text.data.trim();
    const around = text.parentElement;
    if (around.closest("code")) before = null;
    if (!words || !around.checkVisibility() || around.closest("code, svg, .unseen")) continue;
    const start = text.data.indexOf(words);
    if (before && /^[,.;:!?)\\]…%”’]/.test(words)) {
      const end = before.data.trimEnd().length;
      const [last, first] = [at(before, end - 1, end), at(text, start, start + 1)];
      if (first.top >= last.bottom - 2) found.push(`${before.data.slice(-30)}|${words.slice(0, 20)}`);
    }
    before = text;
  }
  return found;
}"""


@pytest.fixture(params=[(1440, "light"), (768, "light"), (360, "dark")], ids=["desk", "tablet", "phone-dark"])
def watched(request: pytest.FixtureRequest, browser: Browser, site: Path) -> Iterator[Watched]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = Watched(context.new_page(), site)
    yield found
    context.close()
    assert found.wrong == []


def test_every_kind_of_page_fits_and_asks_nobody(watched: Watched) -> None:
    wrong = {}
    for address in kinds(watched.site):
        page = watched.open(address)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        headings = page.locator("h1").count()
        hanging = page.evaluate(HANGING)
        if wider > 0 or headings != 1 or hanging:
            wrong[address] = (wider, headings, hanging)
    assert not wrong, "pixels too wide, number of main headings, lines that begin with a comma or the like"


def test_a_comma_that_begins_a_line_is_seen(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.set_content("<main><p style='width: 6ch'><a>seventh</a> <span>, and</span> <b>so</b>.</p></main>")
    assert page.evaluate(HANGING) == ["seventh|, and"]
    page.close()


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
    card.locator("details > summary").first.click()
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
    notes = pieces.first.locator("xpath=ancestor::p[1]/following-sibling::details[1]")
    if notes.locator("> summary").is_visible():  # on a phone; on a desk they stand beside the text
        notes.locator("> summary").click()
    notes.get_by_role("link", name="Comprehensive strategic partnership with Australia").first.click()
    expect(page.locator("h1")).to_contain_text("Australia")


def test_everything_is_readable_without_scripts(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto((site / "facts" / "2024" / "mongolia-visit.html").as_uri())
    expect(page.locator(".quote__words").first).to_be_visible()
    page.goto((site / "sources" / "vbf-2024-01-30.html").as_uri())
    expect(page.locator(".seed__line").first).to_be_visible()
    page.goto((site / "a-z.html").as_uri())
    page.get_by_role("link", name="Vietnamese", exact=True).click()
    expect(page.get_by_role("link", name="Mông Cổ", exact=True)).to_be_visible()
    context.close()
