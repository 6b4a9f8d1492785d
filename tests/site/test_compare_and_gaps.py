"""What is side by side, and what no source says: every cell is what the public data says, or a gap."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import axe
import pages
import project
import pytest
from bamboo.build import build
from claims import cells, claims, covered, data, hrefs, value_of, years
from every import Every
from labels import label_of
from lxml import html
from playwright.sync_api import Browser, Page, expect
from watched import Watched

MISSING = "not in the sources"


def columns(site: Path, table: html.HtmlElement) -> list[str]:
    """The years of a table, which are those with anything in it."""
    years_of = [pages.text(head) for head in table.xpath("./thead//th")[1:]]
    assert years_of == [year for year in covered(site) if year in years_of]
    for at, year in enumerate(years_of):
        cells_of = [row.xpath("./td")[at] for row in table.xpath("./tbody/tr")]
        assert any(pages.text(cell) != MISSING for cell in cells_of), year
    return years_of


def test_years_stand_side_by_side_with_every_value_or_a_gap(site: Path, every: Every) -> None:
    page = pages.tree(site / "compare.html")
    found = {(address, year): cell for address, year, cell in cells(page, "compare")}
    tables = {
        address: columns(site, table)
        for table in page.find_class("compare")
        for row in table.xpath("./tbody/tr")
        for address in hrefs(row.xpath("./th")[0])
    }
    for indicator in data(site, "indicators"):
        given = {y for row in indicator["observations"] for y in years(row["period"])} & set(covered(site))
        # A figure of one year has nothing to be beside.
        assert (indicator["url"] in tables) == (len(given) > 1)
        for year in covered(site) if len(given) > 1 else []:
            with every.test(label_of(indicator, year)):
                rows = [row for row in indicator["observations"] if year in years(row["period"])]
                reports = [(row, report) for row in rows for report in row["reports"]]
                if not reports:
                    if year in tables[indicator["url"]]:
                        assert pages.text(found[indicator["url"], year]) == MISSING
                    continue
                cell = found[indicator["url"], year]
                values = [
                    (pages.text(value.find("a")), hrefs(value), pages.text(value))
                    for value in cell.find_class("value")
                ]
                assert MISSING not in pages.text(cell)
                for row, report in reports:
                    assert any(
                        said == value_of(report)
                        and {row["url"], f"sources/{report['source']}.html"} <= to
                        and (report["scope"] or "") in shown
                        for said, to, shown in values
                    ), (row["id"], report["source"])
                assert {said for said, _, _ in values} == {value_of(r) for _, r in reports}


HAPPENED = ("relation", "visit", "agreement", "event", "membership", "observation")


def about(site: Path, kind: str, ident: str) -> dict[str, dict[str, Any]]:
    """The claims about a partner, theme or year, by address."""
    every_claim = claims(site)
    if kind == "years":
        idents = {i for i, claim in every_claim.items() if ident in years(claim["when"])}
    else:
        idents = next(set(entity["claims"]) for entity in data(site, kind) if entity["id"] == ident)
    return {every_claim[i]["url"]: every_claim[i] for i in idents}


def kind_of(claim: dict[str, Any]) -> str:
    return "observation" if claim["indicator"] else str(claim["kind"])


def test_what_the_picker_reads_is_what_the_public_data_says(site: Path, every: Every) -> None:
    text = (site / "compare/data.js").read_text(encoding="utf-8")
    assert not set(text) & set("<>&\u2028\u2029")
    given = json.loads(text.removeprefix('bambooCompare.load("data",').removesuffix(");\n"))
    table = given["claims"]
    assert len(table) == len({address for _, address, _ in table})
    options = {
        str(option.get("value")): pages.text(option)
        for option in pages.tree(site / "compare.html").xpath("//select[@id='pick']//option")
    }
    for kind in ("partners", "themes", "years"):
        expected = {entity["id"] for entity in data(site, kind)} if kind != "years" else None
        subjects = given["subjects"][kind]
        assert expected is None or {subject[0] for subject in subjects} == expected
        for ident, name, address, rows, shared in subjects:
            with every.test(label_of(kind, ident)):
                assert options[f"{kind}/{ident}"] == name
                assert (site / address).is_file()
                found = about(site, kind, ident)
                for wanted, row in zip(HAPPENED, rows, strict=True):
                    assert {table[at][1] for at in row} == {
                        url for url, claim in found.items() if kind_of(claim) == wanted
                    }
                others = [about(site, kind, other[0]) for other in subjects if other[0] != ident]
                assert {table[at][1] for at in shared} == {
                    url for url in found if any(url in other for other in others)
                }


def test_ready_pages_hold_what_is_picked_most(site: Path, every: Every) -> None:
    (box,) = pages.tree(site / "compare.html").find_class("ready")
    ready = sorted(hrefs(box))
    assert ready == sorted(str(path.relative_to(site)) for path in (site / "compare").rglob("*.html"))
    folders = {str(Path(address).parent).removeprefix("compare").strip("/") for address in ready}
    assert folders == {"", "themes", "years"}
    for address in ready:
        folder, _, name = address.removeprefix("compare/").removesuffix(".html").rpartition("/")
        kind, up = (folder, "../../") if folder else ("partners", "../")
        one, _, other = name.partition("-and-")
        with every.test(label_of(address)):
            page = pages.tree(site / address)
            (table,) = page.find_class("compare--picked")
            found = [about(site, kind, ident) for ident in (one, other)]
            shown = [
                {href for row in table.xpath("./tbody/tr") for href in hrefs(row.xpath("./td")[at])}
                for at in (0, 1)
            ]
            for mine, claims_of in zip(shown, found, strict=True):
                assert mine == {
                    f"{up}{url}" for url, claim in claims_of.items() if kind_of(claim) in HAPPENED
                }
            above = page.xpath("//p[@class='picked__shared']/following-sibling::ul[1]")
            both = {f"{up}{url}" for url in found[0] if url in found[1]}
            assert (hrefs(above[0]) if above else set()) == both
            assert f"{up}compare.html?{kind}={one},{other}" in hrefs(page)


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 360, "height": 800}).new_page()


def add(page: Page, name: str) -> None:
    page.get_by_label("Two to four").select_option(label=name)
    page.get_by_role("button", name="Add").click()


def picked(page: Page) -> list[tuple[str, list[list[str]]]]:
    """The comparison on the page: each heading with the addresses in its cells, from the site's root."""
    found: list[tuple[str, list[list[str]]]] = page.eval_on_selector_all(
        ".compare--picked tbody tr",
        """rows => rows.map(row => [row.querySelector('th').textContent,
          [...row.querySelectorAll('td')].map(cell =>
            [...cell.querySelectorAll('a')].map(a => a.href.split('/site/')[1]))])""",
    )
    return found


def test_what_a_reader_picks_is_what_the_ready_page_shows(page: Page, site: Path) -> None:
    watched = Watched(page, site)
    watched.open("compare.html")
    assert page.evaluate("typeof bambooCompare") == "undefined"  # nothing is loaded before it is wanted
    add(page, "Japan")
    expect(page.locator(".picker__status")).to_contain_text("Add one to three others")
    assert picked(page) == []
    add(page, "Mongolia")
    expect(page.locator(".picker__status")).to_have_text("Japan and Mongolia, side by side.")
    assert page.url.endswith("compare.html?partners=japan,mongolia")
    here, shared = picked(page), page.locator(".picked__shared").all_inner_texts()
    page.goto((site / "compare/japan-and-mongolia.html").as_uri())
    assert picked(page) == here != []
    assert page.locator(".picked__shared").all_inner_texts() == shared
    page.goto((site / "compare.html").as_uri() + "?partners=japan,mongolia")
    page.wait_for_selector(".compare--picked")
    assert picked(page) == here
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_role("button", name="Remove Japan").click()
    expect(page.locator(".compare--picked")).to_have_count(0)
    assert page.url.endswith("compare.html?partners=mongolia")
    assert watched.wrong == []


def test_at_most_four_of_one_kind_and_nothing_unknown(page: Page, site: Path) -> None:
    page.goto((site / "compare.html").as_uri() + "?years=2023,2024,1066,<b>,2023")
    page.wait_for_selector(".compare--picked")
    assert [text.strip() for text in page.locator(".compare--picked thead th").all_inner_texts()] == [
        "2023",
        "2024",
    ]
    assert page.locator("option[value='partners/japan']").is_disabled()
    page.goto((site / "compare.html").as_uri() + "?partners=japan,mongolia,unesco,malaysia,brazil")
    page.wait_for_selector(".compare--picked")
    assert page.locator(".compare--picked thead th").count() == 4
    expect(page.get_by_label("Two to four")).to_be_disabled()
    assert axe.violations(page, "light") == []


def test_without_scripts_years_and_ready_pages_can_be_read(browser: Browser, site: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((site / "compare.html").as_uri())
    expect(page.locator("form.picker")).to_be_hidden()
    expect(page.locator("table.compare").first).to_be_visible()
    page.get_by_role("link", name="Japan and Mongolia").click()
    expect(page.locator(".compare--picked")).to_be_visible()


def test_gaps_are_those_of_the_data(site: Path, every: Every) -> None:
    page = pages.tree(site / "gaps.html")
    found = claims(site)
    shown = {(address, year): cell for address, year, cell in cells(page, "matrix")}
    expected = set()
    for kind in ("partners", "themes"):
        for entity in data(site, kind):
            for year in covered(site):
                with every.test(label_of(year)):
                    expected.add((entity["url"], year))
                    many = sum(year in years(found[ident]["when"]) for ident in entity["claims"])
                    cell = shown[entity["url"], year]
                    said = pages.text(cell)
                    if many:
                        assert said == f"{many} {'statement' if many == 1 else 'statements'}"
                        assert next(iter(hrefs(cell))).partition("#")[0] == entity["url"]
                    else:
                        assert said == f"–{MISSING}", (entity["id"], year)
                        assert not hrefs(cell)
    for indicator in data(site, "indicators"):
        by_year = {
            year: sum(len(r["reports"]) for r in indicator["observations"] if year in years(r["period"]))
            for year in covered(site)
        }
        if any(by_year.values()) and not all(by_year.values()):
            for year, many in by_year.items():
                with every.test(label_of(year, many)):
                    expected.add((indicator["url"], year))
                    said = pages.text(shown[indicator["url"], year])
                    assert said.startswith(f"{many} quote") if many else said == f"–{MISSING}"
    assert set(shown) == expected


def test_partners_by_year_count_what_facts_say(site: Path, every: Every) -> None:
    """The same from facts.json alone, for partners that no figure belongs to."""
    page = pages.tree(site / "gaps.html")
    shown = {(address, year): cell for address, year, cell in cells(page, "matrix")}
    named: dict[tuple[str, str], int] = defaultdict(int)
    for fact in data(site, "facts"):
        for partner in fact["partners"]:
            for year in years(fact["when"]):
                named[f"partners/{partner}.html", year] += 1
    facts = {fact["id"] for fact in data(site, "facts")}
    for partner in data(site, "partners"):
        if set(partner["claims"]) <= facts:
            for year in covered(site):
                with every.test(label_of(year)):
                    gap = MISSING in pages.text(shown[partner["url"], year])
                    assert gap == (named[partner["url"], year] == 0), (partner["id"], year)


def test_countries_without_a_stated_tier_are_named(site: Path, every: Every) -> None:
    page = pages.tree(site / "gaps.html")
    tiered = {fact["relation"]["partner"] for fact in data(site, "facts") if fact["relation"]}
    named = {address for chips in page.xpath("//details//ul[@class='chips']") for address in hrefs(chips)}
    countries = [partner for partner in data(site, "partners") if partner["kind"] == "country"]
    assert named == {country["url"] for country in countries if country["id"] not in tiered}
    for kind in {partner["kind"] for partner in data(site, "partners")}:
        with every.test(label_of(kind)):
            meaning = page.get_element_by_id(f"kind-{kind}")
            assert "not a statement about the world" in pages.text(meaning)


def test_what_texts_leave_out_of_themselves_is_listed(site: Path, every: Every) -> None:
    listed = pages.tree(site / "gaps.html").xpath("//dl[@class='facets']")[0]
    said = {next(iter(hrefs(term))): pages.text(term.getnext()) for term in listed.iter("dt")}
    for source in data(site, "coverage"):
        with every.test(label_of(source)):
            address = f"sources/{source['id']}.html"
            card = pages.tree(site / address).find_class("facets")[0]
            missing = [pages.text(t.getnext()) for t in card.iter("dt") if pages.text(t) == "Not stated"]
            assert [said[address]] == (missing or ["all is stated"])


def test_few_claims_make_no_year_to_compare_and_say_so(tmp_path: Path, every: Every) -> None:
    folder = project.base(tmp_path)
    unneeded = [f"data/facts/2024/{ident}.yml" for ident in ("trade-said", "forum-first")]
    project.change(folder, {"remove": unneeded})
    card = folder / "data" / "sources" / "small-review.yml"
    words = ("Minister An Binh said that", "The forum was the first.")
    aside = "".join(f"  - reason: navigation\n    quote: {quote}\n" for quote in words)
    card.write_text(card.read_text(encoding="utf-8") + aside, encoding="utf-8")
    site = build(folder)
    assert site.findings == ()
    made = {page.path: page.text for page in site.pages}
    for name in ("compare.md", "gaps.md"):
        with every.test(label_of(name)):
            assert "No year has at least 10 statements" in made[name]
