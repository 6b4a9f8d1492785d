"""The map in a browser: by keyboard, by pointer, on paper, without scripts, and for assistive software."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import axe
import pytest
from every import Every
from labels import label_of
from playwright.sync_api import Browser, Page, expect
from watched import SCHEMES, Scheme

PAGES = ["index.html", "partners/index.html"]


@pytest.fixture(params=PAGES)
def address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def opened(browser: Browser, site: Path, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto((site / address).as_uri())
    yield page
    context.close()


def test_the_keyboard_passes_the_map_or_walks_through_it(opened: Page, every: Every) -> None:
    past = opened.locator(".map__skip a")
    past.focus()
    expect(past).to_be_in_viewport()
    assert past.evaluate("e => e.getBoundingClientRect().height") > 20
    opened.keyboard.press("Tab")
    for index in range(opened.locator(".map__country").count()):
        with every.test(label_of(index)):
            country = opened.locator(".map__country").nth(index)
            expect(country).to_be_focused()
            shape = country.locator(".map__fill, .map__dot").first
            assert shape.evaluate("e => getComputedStyle(e).strokeWidth") == "3px"
            opened.keyboard.press("Tab")
    past.focus()
    opened.keyboard.press("Enter")
    target = (past.get_attribute("href") or "").removeprefix("#")
    expect(opened.locator(f"[id='{target}']")).to_be_in_viewport()


def test_a_click_on_a_country_opens_its_page(opened: Page) -> None:
    # Australia is all land around its middle.
    shape = opened.locator(".map__country", has=opened.locator("title", has_text="Australia")).locator("path")
    shape.scroll_into_view_if_needed()
    box = shape.bounding_box()
    assert box
    opened.mouse.click(box["x"] + box["width"] * 0.35, box["y"] + box["height"] * 0.45)
    opened.wait_for_url("**/partners/australia.html")


def test_small_countries_can_be_pointed_at(opened: Page, every: Every) -> None:
    for name in ("Malawi", "Malaysia", "Republic of Korea"):
        with every.test(label_of(name)):
            country = opened.locator(".map__country", has=opened.locator("title", has_text=name))
            country.scroll_into_view_if_needed()
            box = country.locator(".map__reach").bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 20
            middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
            at = opened.evaluate(
                "([x, y]) => document.elementFromPoint(x, y).closest('a')?.textContent", middle
            )
            assert at
            assert at.startswith(f"{name}:")


def test_assistive_software_finds_named_links_in_a_named_group(opened: Page) -> None:
    group = opened.get_by_role("group", name="World map")
    expect(group).to_have_count(1)
    links = group.get_by_role("link")
    expect(links).to_have_count(opened.locator(".map__country").count())
    expect(group.get_by_role("link", name="Australia: comprehensive strategic partnership")).to_have_count(1)
    expect(group.get_by_role("link", name="China: no tier stated")).to_have_count(1)


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_axe_finds_nothing(browser: Browser, site: Path, address: str, width: int, scheme: Scheme) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto((site / address).as_uri())
    page.evaluate(axe.source())
    found = page.evaluate("axe.run('article')")
    wrong = [(rule["id"], [n["html"][:200] for n in rule["nodes"]]) for rule in found["violations"]]
    assert wrong == [], json.dumps(wrong, indent=1)
    context.close()


def test_a_phone_shows_all_of_it_without_scripts_and_with_large_text(
    browser: Browser, site: Path, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto((site / address).as_uri())
    expect(page.locator(".map__sheet")).to_be_visible()
    expect(page.get_by_role("link", name="Malawi", exact=True).first).to_be_visible()
    assert too_wide(page) <= 0
    # Twice the size that Material sets.
    page.evaluate("document.documentElement.style.setProperty('font-size', '250%', 'important')")
    assert too_wide(page) <= 0
    context.close()


def too_wide(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


# For each text on the map, as it is seen: what land but its own country's lies under a grid of points on it.
COVERED = """() => {
  const sheet = document.querySelector(".map__sheet");
  const paths = [...sheet.querySelectorAll(".map__land, .map__home path, .map__country path")];
  const name = path =>
    path.closest(".map__country, .map__home")?.querySelector("title").textContent ?? "land";
  const found = [];
  for (const text of sheet.querySelectorAll("text")) {
    if (!text.checkVisibility()) continue;
    const box = text.getBBox();
    const under = new Set();
    for (let across = 0; across <= 20; across += 1)
      for (let down = 1; down <= 3; down += 1) {
        const point = new DOMPoint(box.x + box.width * across / 20, box.y + box.height * (down + 1) / 6);
        const here = paths.filter(path => path.isPointInFill(point)).map(name);
        (here.length > 1 ? here.filter(one => one !== "land") : here).forEach(one => under.add(one));
      }
    found.push([text.textContent, [...under]]);
  }
  return found;
}"""


@pytest.mark.parametrize("width", [360, 1440])
def test_no_words_are_on_the_land_of_another_country(
    browser: Browser, site: Path, address: str, width: int, every: Every
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((site / address).as_uri())
    words = page.evaluate(COVERED)
    page.close()
    assert len(words) > 2
    for text, under in words:
        with every.test(label_of(text)):
            # Letters are on or beside a country whose name they are not.
            own = [one for one in under if one.startswith(text)] if len(text) > 3 else under[:1]
            assert under == own


def test_paper_gets_the_map_and_the_key(opened: Page) -> None:
    opened.emulate_media(media="print")
    expect(opened.locator(".map__sheet")).to_be_visible()
    box = opened.locator(".map__sheet").bounding_box()
    assert box
    assert box["width"] > 400
    expect(opened.get_by_role("link", name="Malawi", exact=True).first).to_be_visible()


def test_the_tones_follow_light_and_dark(browser: Browser, site: Path, address: str, every: Every) -> None:
    seen = []
    for scheme in SCHEMES:
        with every.test(label_of(scheme)):
            context = browser.new_context(color_scheme=scheme)
            page = context.new_page()
            page.goto((site / address).as_uri())
            tones = page.locator(".map__sheet .map__tone rect")
            colours = [tones.nth(n).evaluate("e => getComputedStyle(e).fill") for n in range(tones.count())]
            assert len(set(colours)) == len(colours)
            seen.append(colours)
            context.close()
    assert not set(seen[0]) & set(seen[1])
