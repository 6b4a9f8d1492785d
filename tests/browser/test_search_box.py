"""The search as people use it: the box in the header and the results page, by keyboard, on phones, broken."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import node
import pytest
from every import Every
from labels import label_of
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

AXE = node.MODULES / "axe-core" / "axe.min.js"
VIOLATIONS = """
axe.run({ preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
  .then(found => found.violations.map(one => one.id + ' ' + one.nodes.map(node => node.html)))
"""
Opener = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[Opener]:
    """Opens a page of the site from disk; nothing may go wrong on it."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def opens(
        address: str, width: int = 1200, block: str = "", hold: list[Route] | None = None, **more: Any
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        if hold is not None:
            context.route("**/search/core.js", lambda route: hold.append(route))
        if block:
            context.route(block, lambda route: route.abort())
        else:
            page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        path, mark, query = address.partition("?")
        page.goto((site / path).as_uri() + mark + query)
        return page

    yield opens
    for context in contexts:
        context.close()
    assert wrong == []


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search", exact=True)


def titles(page: Page) -> list[str]:
    return page.locator("ol.results > li.result a.result__link").all_inner_texts()


# --- the box --------------------------------------------------------------------------------------


def test_nothing_is_asked_for_before_the_box_is_used(opened: Opener) -> None:
    page = opened("partners/japan.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.mouse.move(600, 20)
    page.wait_for_timeout(500)
    assert [url for url in asked if not url.endswith("/bamboo.svg")] == []  # the browser's tab shows that
    box(page).focus()
    page.wait_for_function("bambooSearch.find !== undefined")
    page.evaluate("bambooSearch.ready()")
    assert any(url.endswith("/search/core.js") for url in asked)
    assert all(url.startswith("file:") for url in asked)


def test_by_keyboard(opened: Opener) -> None:
    page = opened("facts/2024/mongolia-comprehensive-partnership.html")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("mông cổ")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Mongolia")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".find .find__said")).to_contain_text(re.compile(r"^\d+ results\.$"))
    groups = page.get_by_role("listbox").get_by_role("group")
    assert [
        group.get_attribute("aria-label") or group.locator(".find__heading").inner_text()
        for group in groups.all()
    ] == [
        "Best matches",
        "Statements",
        "More",
    ]
    assert not box(page).get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box(page).get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert not box(page).get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/partners/mongolia.html")


def test_enter_without_a_choice_shows_all_results(opened: Opener) -> None:
    page = opened("partners/japan.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("tô lâm")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator("a.result__link").first).to_have_text("To Lam")
    expect(box(page)).to_have_count(0)
    expect(page.locator("#results-q")).to_have_value("tô lâm")


def test_escape_closes_then_clears_then_leaves(opened: Opener) -> None:
    page = opened("index.html")
    page.keyboard.press("/")
    page.keyboard.type("asean")
    panel = page.locator(".find .find__panel")
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(box(page)).to_have_value("asean")
    page.keyboard.press("ArrowDown")
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    page.keyboard.press("Escape")
    expect(box(page)).not_to_be_focused()


def test_the_keys_stay_with_who_is_writing(opened: Opener) -> None:
    page = opened("search.html")
    field = page.locator("#results-q")
    field.click()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")
    expect(field).to_be_focused()


def test_home_and_end_move_in_the_text(opened: Opener) -> None:
    page = opened("index.html")
    page.keyboard.press("/")
    page.keyboard.type("apan")
    page.keyboard.press("Home")
    page.keyboard.type("j")
    expect(box(page)).to_have_value("japan")
    expect(page.get_by_role("option").first).to_contain_text("Japan")


def test_the_box_of_the_home_page_suggests_too(opened: Opener, every: Every) -> None:
    for width in (360, 1200):
        with every.test(label_of(width)):
            page = opened("index.html", width=width)
            home = page.get_by_role("combobox", name="Search all statements")
            home.fill("mông cổ")
            options = page.locator(".hero__find").get_by_role("option")
            expect(options.first).to_contain_text("Mongolia")
            expect(page.locator(".find").get_by_role("option")).to_have_count(0)
            page.evaluate(AXE.read_text(encoding="utf-8"))
            assert page.evaluate(VIOLATIONS) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            home.press("ArrowDown")
            assert home.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
            home.press("Escape")
            expect(page.locator(".hero__find .find__panel")).to_be_hidden()
            page.keyboard.press("ArrowDown")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            page.wait_for_url("**/partners/mongolia.html")


def test_leaving_the_box_closes_its_list(opened: Opener) -> None:
    page = opened("index.html")
    page.keyboard.press("/")
    page.keyboard.type("malaysia")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".find .find__panel")).to_be_hidden()


def test_the_marked_words_of_a_claim(opened: Opener) -> None:
    page = opened("index.html")
    page.keyboard.press("/")
    page.keyboard.type("$286.3 million")
    best = page.get_by_role("group", name="Best matches").get_by_role("option")
    expect(best.first.locator(".find__title mark")).to_have_text(["286.3", "million"])
    quoted = best.filter(has=page.locator("q")).first
    expect(quoted.locator("q mark")).to_have_text(["286.3", "million"])


def test_what_is_not_there_is_said(opened: Opener) -> None:
    page = opened("index.html")
    page.keyboard.press("/")
    for query, said in (
        ("Sweden", "No source here names Sweden."),
        ("xyzzy", "Nothing found for “xyzzy”."),
    ):
        box(page).fill(query)
        expect(page.locator(".find .find__note")).to_contain_text(said)
        expect(page.locator(".find .find__said")).to_contain_text(said)
        expect(page.get_by_role("option")).to_have_count(0)


def test_a_blocked_index_says_so_and_leads_to_the_list(opened: Opener) -> None:
    page = opened("partners/japan.html", block="**/search/core.js")
    page.keyboard.press("/")
    page.keyboard.type("malaysia")
    expect(page.locator(".find .find__note")).to_contain_text("cannot be loaded")
    page.locator(".find .find__note a").click()
    page.wait_for_url("**/a-z.html")


def test_an_index_that_comes_back_is_used(opened: Opener) -> None:
    page = opened("partners/japan.html", block="**/search/core.js")
    page.keyboard.press("/")
    page.keyboard.type("malaysi")
    expect(page.locator(".find .find__note")).to_contain_text("cannot be loaded")
    page.context.unroute("**/search/core.js")
    page.keyboard.type("a")
    expect(page.get_by_role("option").first).to_contain_text("Malaysia")


def test_on_a_phone_the_box_lies_over_the_page(opened: Opener, every: Every) -> None:
    page = opened("partners/japan.html", width=360, has_touch=True)
    expect(box(page)).to_be_hidden()
    page.get_by_role("link", name="Search").tap()
    expect(box(page)).to_be_focused()
    page.keyboard.type("mongolia")
    option = page.get_by_role("option").first
    expect(option).to_be_visible()
    for each in page.get_by_role("option").all() + page.locator(".find__form button").all():
        with every.test(label_of(each)):
            assert each.evaluate("e => e.getBoundingClientRect().height") >= 44, each.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Close the search").tap()
    expect(box(page)).to_be_hidden()
    page.get_by_role("link", name="Search").tap()
    page.get_by_role("option").first.tap()
    page.wait_for_url("**/partners/mongolia.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_that_axe_finds(opened: Opener, width: int, scheme: str) -> None:
    page = opened("search.html?q=trade+2024&year=2024", width=width, color_scheme=scheme)
    expect(page.locator("li.result").first).to_be_visible()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(VIOLATIONS) == []
    page.get_by_role("button", name="Show all again").click()
    page.locator("#results-q").fill('"Vietnam and Japan opened a school"')
    expect(page.locator(".result__passage")).to_be_visible()
    assert page.evaluate(VIOLATIONS) == []
    page.locator("#results-q").fill("trade zebra")
    expect(page.locator("s, [data-labelled]").first).to_be_visible()
    assert page.evaluate(VIOLATIONS) == []
    page.goto(page.url.partition("search.html")[0] + "partners/japan.html")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.keyboard.press("/")
    expect(page.get_by_role("group", name="For example")).to_be_visible()
    assert page.evaluate(VIOLATIONS) == []
    box(page).fill("trade")
    expect(page.get_by_role("group", name="Best matches")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(VIOLATIONS) == []


# --- the results page -------------------------------------------------------------------------------


def test_an_address_that_was_shared(opened: Opener) -> None:
    page = opened("search.html?q=trade&year=2023&kind=event")
    expect(page.locator("li.result").first).to_be_visible()
    assert page.get_by_role("checkbox", checked=True).count() == 2
    for result in page.locator("ol.results > li.result").all():
        expect(result.locator(".kind")).to_have_text("event")
        expect(result.locator(".when")).to_contain_text("2023")
    expect(page).to_have_title("trade – Search – Bamboo")


def test_facets_count_what_they_would_leave(opened: Opener) -> None:
    page = opened("search.html?q=unesco")
    facet = page.get_by_role("group", name="Year")
    label = facet.locator("label", has_text="2023")
    count = int(label.locator(".note").inner_text())
    label.click()
    expect(page.locator(".results__status")).to_have_text(f"{count} result" + ("s" if count > 1 else ""))
    expect(facet.get_by_role("checkbox", name="2023")).to_be_focused()
    expect(facet.locator("label", has_text="2024")).to_be_visible()


def test_back_and_forward(opened: Opener) -> None:
    page = opened("search.html?q=unesco")
    expect(page.locator("li.result").first).to_be_visible()
    all_of_them = page.locator(".results__status").inner_text()
    page.get_by_role("checkbox", name=re.compile("^Partners ")).check()
    expect(page).to_have_url(re.compile(r"q=unesco&kind=partner$"))
    expect(page.locator(".results__status")).not_to_have_text(all_of_them)
    page.get_by_role("combobox", name="Order").select_option("date")
    expect(page).to_have_url(re.compile(r"kind=partner&sort=date$"))
    page.locator("#results-q").fill("halal")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page).to_have_url(re.compile(r"q=halal"))
    page.go_back()
    page.go_back()
    page.go_back()
    expect(page.locator(".results__status")).to_have_text(all_of_them)
    expect(page.locator("#results-q")).to_have_value("unesco")
    page.go_forward()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)


def test_by_date(opened: Opener) -> None:
    page = opened("search.html?q=japan&sort=date")
    expect(page.locator("li.result").first).to_be_visible()
    years = [
        int(re.findall(r"\d{4}", when)[-1]) for when in page.locator("ol.results .when").all_inner_texts()
    ]
    assert years == sorted(years, reverse=True)
    assert len(set(years)) > 1


def test_more_than_fit(opened: Opener) -> None:
    page = opened("search.html?q=2024")
    expect(page.locator("ol.results > li.result")).to_have_count(30)
    page.locator(".results__more").click()
    expect(page.locator("ol.results > li.result")).to_have_count(60)
    expect(page.locator("a.result__link").nth(30)).to_be_focused()
    page.reload()
    expect(page.locator("ol.results > li.result")).to_have_count(60)


def test_from_a_result_to_its_words_in_their_source(opened: Opener) -> None:
    page = opened("search.html?q=landscape&kind=event")
    result = page.locator("li.result").first
    expect(result.locator(".result__text mark").first).to_have_text("landscape")
    words = result.locator(".result__text").inner_text().strip("… ")
    result.locator(".result__place").click()
    page.wait_for_url("**/sources/*.html#passage-*")
    sought = page.locator(".cited--sought")
    expect(sought.first).to_be_in_viewport()
    assert words[:40] in " ".join("".join(sought.all_text_contents()).split())
    assert "landscape" in page.locator("mark.sought").all_inner_texts()


def test_the_list_as_a_file(opened: Opener, site: Path) -> None:
    page = opened("search.html?q=Mông+Cổ")
    expect(page.locator("li.result").first).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download as CSV").click()
    assert saved.value.suggested_filename == "bamboo-search.csv"
    data = Path(saved.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["title"] for row in rows] == titles(page)
    assert rows[0]["address"] == (site / "partners" / "mongolia.html").as_uri()
    assert rows[1]["partners"] == "Mongolia"
    assert "Mông Cổ" in rows[1]["quote"]
    assert any("Mongolia" in row["quote"] for row in rows[2:])


def test_without_a_query_there_are_some_to_try(opened: Opener) -> None:
    page = opened("search.html")
    tries = page.locator(".results__hints a")
    expect(tries.first).to_be_visible()
    for number in range(tries.count()):
        tries.nth(number).click()
        expect(page.locator("ol.results > li.result").first).to_be_visible()
        page.go_back()
        expect(tries.first).to_be_visible()


def test_labels_on_what_is_no_answer(opened: Opener) -> None:
    page = opened("search.html?q=trade+zebra")
    expect(page.locator(".results__none")).to_contain_text("Nothing here has all the words")
    labelled = page.locator("section[data-labelled]")
    expect(labelled.get_by_role("heading")).to_have_text("These lack some of the words")
    assert page.locator("li.result").count() == labelled.locator("li.result").count() > 0


def test_the_rest_of_a_query_is_answered_in_the_box_too(opened: Opener) -> None:
    page = opened("about.html")
    box(page).fill("sweden trade")
    expect(page.locator(".find__note")).to_have_text("No source here names Sweden.")
    labelled = page.get_by_role("group", name="These lack some of the words")
    expect(labelled.get_by_role("option").first.locator("s")).to_have_text("sweden")
    assert page.get_by_role("option").count() == labelled.get_by_role("option").count()
    box(page).fill("trade zebra")
    expect(page.locator(".find__note")).to_contain_text("Nothing here has all the words")
    expect(labelled.get_by_role("option").first.locator("s")).to_have_text("zebra")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_visible()
    assert "about.html" not in page.url


def test_a_word_that_results_lack_is_struck_through(opened: Opener) -> None:
    page = opened("search.html?q=mongolia+zebra")
    expect(page.locator("a.result__link").first).to_have_text("Mongolia")
    expect(page.locator("li.result s").first).to_have_text("zebra")
    expect(page.locator(".results__remark")).to_have_text(
        "Nothing here has all the words of “mongolia zebra”."
    )
    expect(page.locator(".results__body h2")).to_have_text("These lack some of the words")
    page.goto(page.url.replace("search.html?q=mongolia+zebra", "about.html"))
    box(page).fill("mongolia zebra")
    expect(page.get_by_role("option").first).to_contain_text("Mongolia")
    expect(page.get_by_role("option").first.locator("s")).to_have_text("zebra")


def test_a_corrected_word_is_named_and_can_be_looked_for_as_it_is(opened: Opener) -> None:
    page = opened("search.html?q=mongola")
    note = page.locator(".results__remark").first
    expect(note).to_have_text("Showing results for Mongolia; search for mongola instead.")
    note.get_by_role("link").click()
    expect(page.locator(".results__none")).to_be_visible()


def test_marks_that_nothing_has_are_told_and_the_letters_answered(opened: Opener) -> None:
    page = opened("search.html?q=Lê+Thị+Hóa")
    told = (
        "Nothing here has “Lê Thị Hóa” with these marks. "
        "The results match the letters with other marks or none."
    )
    expect(page.locator(".results__remark").first).to_have_text(told)
    expect(page.locator("a.result__link").first).to_have_text("Le Thi Hoa")
    page.goto(page.url.partition("?")[0].replace("search.html", "about.html"))
    box(page).fill("Lê Thị Hóa")
    expect(page.locator(".find__line").first).to_have_text(told)


def test_a_country_no_source_names_is_told_and_the_rest_is_answered(opened: Opener) -> None:
    page = opened("search.html?q=sweden+mongolia")
    expect(page.locator(".results__remark").first).to_have_text("No source here names Sweden.")
    expect(page.locator("a.result__link").first).to_have_text("Mongolia")


def test_limits_that_leave_nothing(opened: Opener) -> None:
    page = opened("search.html?q=mongolia&year=2004")
    expect(page.locator(".results__none")).to_have_text("Nothing found with these limits.")
    page.get_by_role("button", name="Show all again").click()
    expect(page.locator("li.result").first).to_be_visible()


def test_a_blocked_index_on_the_results_page(opened: Opener) -> None:
    page = opened("search.html?q=malaysia", block="**/search/core.js")
    expect(page.locator(".results__failed")).to_contain_text("cannot be loaded")
    page.locator(".results__failed a").click()
    page.wait_for_url("**/a-z.html")


def test_without_scripts(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1200, "height": 800})
    page = context.new_page()
    page.goto((site / "partners" / "japan.html").as_uri())
    box(page).fill("tô lâm")
    box(page).press("Enter")
    page.wait_for_url("**/search.html?q=*")
    page.locator("noscript a, .results-page .lead a").first.click()
    page.wait_for_url("**/a-z.html")
    page.get_by_role("link", name="Vietnamese", exact=True).click()
    expect(page.get_by_role("link", name="Tô Lâm", exact=True)).to_be_visible()
    context.close()


# --- from the words of the sources to their page ---------------------------------------------------


def test_words_in_quotation_marks_lead_to_their_place_in_the_source(opened: Opener) -> None:
    page = opened("search.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field = page.locator("#results-q")
    field.fill("japan")
    expect(page.locator("li.result").first).to_be_visible()
    assert not any("/search/text-" in url for url in asked)
    field.fill('"Vietnam and Japan opened a school in Hanoi"')
    passage = page.locator("li.result").first
    expect(passage.locator("q mark")).to_have_text("Vietnam and Japan opened a school in Hanoi.")
    expect(passage.locator(".result__about")).to_contain_text("passage")
    expect(passage.locator(".result__quoting a").first).to_contain_text("school")
    assert any("/search/text-" in url for url in asked)
    passage.locator(".result__link").click()
    page.wait_for_url(re.compile(r"sources/japan-letter-2024\.html#passage-\d+-\d+$"))
    marks = page.locator("mark.sought")
    expect(marks.first).to_be_in_viewport()
    marked = " ".join("".join(marks.all_text_contents()).split())
    assert marked == "Vietnam and Japan opened a school in Hanoi."
    page.get_by_role("button", name="Clear marks").click()
    expect(marks).to_have_count(0)
    page.reload()
    page.wait_for_load_state()
    expect(marks).to_have_count(0)


def test_a_pasted_text_is_found_in_the_box(opened: Opener) -> None:
    page = opened("index.html")
    page.keyboard.press("/")
    box(page).fill("On April 3, 2024 Viet Nam and Japan openend a school in Hanoi")
    option = page.get_by_role("option").first
    expect(option.locator("q mark")).to_contain_text("opened a school in Hanoi")
    option.click()
    page.wait_for_url("**/sources/japan-letter-2024.html#passage-*")
    expect(page.locator("mark.sought").first).to_be_in_viewport()


def test_a_page_opens_at_the_words_where_its_first_screen_lacks_them(opened: Opener) -> None:
    page = opened("index.html", width=360)
    page.evaluate(
        "bambooSearch.leave(new URL('about.html', bambooSearch.root).href, { terms: new Set(['licence']) })"
    )
    page.goto(page.url.replace("index.html", "about.html"))
    expect(page.locator("mark.sought").first).to_be_in_viewport()
    assert page.evaluate("scrollY") > 100


# --- while it loads, and before anything is typed ---------------------------------------------------


def test_that_an_answer_is_on_its_way_is_said(opened: Opener) -> None:
    held: list[Route] = []
    page = opened("partners/japan.html", hold=held)
    page.keyboard.press("/")
    page.keyboard.type("malaysia")
    expect(page.locator(".find .find__note")).to_have_text("Searching …", timeout=1000)
    busy = page.locator(".find [role=listbox]")
    expect(busy).to_have_attribute("aria-busy", "true")
    page.wait_for_timeout(50)
    held[0].continue_()
    expect(page.get_by_role("option").first).to_contain_text("Malaysia")
    expect(busy).to_have_attribute("aria-busy", "false")
    expect(page.locator(".find .find__note")).to_be_hidden()
    page.goto(page.url.replace("partners/japan.html", "search.html?q=malaysia"), wait_until="commit")
    expect(page.locator(".results__loading")).to_have_text("Searching …")
    expect(page.locator(".results__body")).to_have_attribute("aria-busy", "true")
    held[1].continue_()
    expect(page.locator("li.result").first).to_be_visible()
    expect(page.locator(".results__body")).to_have_attribute("aria-busy", "false")


def test_an_empty_box_offers_recent_searches_and_examples(opened: Opener) -> None:
    page = opened("search.html?q=mongolia")
    expect(page.locator("li.result").first).to_be_visible()
    page.goto(page.url.replace("search.html?q=mongolia", "partners/japan.html"))
    page.keyboard.press("/")
    recent = page.get_by_role("group", name="Recent searches")
    expect(recent.get_by_role("option")).to_have_text(["mongolia"])
    expect(page.get_by_role("group", name="For example").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert box(page).get_attribute("aria-activedescendant") == recent.get_by_role("option").get_attribute(
        "id"
    )
    page.get_by_role("button", name="Clear recent searches").click()
    expect(recent).to_have_count(0)
    expect(box(page)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("group", name="For example")).to_be_visible()
    expect(recent).to_have_count(0)


# --- the page's one field, its filters and its keys -------------------------------------------------


def test_one_field_that_answers_while_one_types(opened: Opener) -> None:
    page = opened("search.html")
    assert page.locator("input[name=q]").count() == 1
    page.keyboard.press("/")
    field = page.locator("#results-q")
    expect(field).to_be_focused()
    page.keyboard.type("mongol")
    expect(page.locator("a.result__link").first).to_have_text("Mongolia")
    expect(page).to_have_url(re.compile(r"\?q=mongol$"))
    page.keyboard.press("ArrowDown")
    links = page.locator("a.result__link")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the results")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Results")).to_be_focused()


def test_what_narrows_the_results_is_shown_and_taken_back_on_a_phone(opened: Opener) -> None:
    page = opened("search.html?q=2024&kind=event&year=2024", width=360, has_touch=True)
    pills = page.locator(".pill")
    expect(pills).to_have_text([re.compile("^Events"), re.compile("^2024")])
    for pill in pills.all():
        assert pill.evaluate("e => e.getBoundingClientRect().height") >= 44
    before = page.locator(".results__status").inner_text()
    page.get_by_role("button", name="Events (remove)").tap()
    expect(pills).to_have_count(1)
    expect(pills.first).to_be_focused()
    expect(page).to_have_url(re.compile(r"q=2024&year=2024$"))
    expect(page.locator(".results__status")).not_to_have_text(before)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_kinds_of_pages_are_apart_from_kinds_of_statements(opened: Opener) -> None:
    page = opened("search.html?q=trade")
    pages, statements = (page.get_by_role("group", name=name, exact=True) for name in ("Pages", "Statements"))
    figures = pages.get_by_role("checkbox", name=re.compile("^Figures"))
    figures.check()
    expect(pages.get_by_role("checkbox", checked=True)).to_have_count(1)
    expect(statements.get_by_role("checkbox", checked=True)).to_have_count(0)
    expect(page.locator("li.result .kind").first).to_have_text("figure")
    expect(page.locator("li.result .when")).to_have_count(0)
