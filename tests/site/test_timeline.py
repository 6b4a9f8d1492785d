"""The timeline and the calendar: all that is dated, and nothing with a finer date than its sources give."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import dated
import pages
import project
import pytest
from bamboo.build import build
from bamboo.graph.claims import link
from bamboo.kinds.library import load
from bamboo.site.pages.timeline import timeline
from claims import claims, data
from every import Every
from icalendar import Calendar
from labels import label_of
from playwright.sync_api import Browser, Page, expect

DAY = r"\d{4}-\d\d-\d\d"


def day(text: str) -> date:
    return date.fromisoformat(text)


def events(text: str) -> dict[str, tuple[date, date, str]]:
    """Events by the id of their fact: first day, last day, summary."""
    found = {}
    for event in Calendar.from_ical(text).walk("VEVENT"):
        ident, _, domain = str(event["uid"]).partition("@")
        assert domain == "bamboo"
        assert ident not in found
        last = event.decoded("dtend") - timedelta(days=1)
        found[ident] = (event.decoded("dtstart"), last, str(event["summary"]))
    return found


def expected(facts: list[dict[str, str]]) -> dict[str, tuple[date, date, str]]:
    """What stands in the calendar by the rule: a day, or an interval of days, with no mark of doubt."""
    found = {}
    for fact in facts:
        if re.fullmatch(f"{DAY}(/{DAY})?", fact["when"]):
            first, _, last = fact["when"].partition("/")
            found[fact["id"]] = (day(first), day(last or first), fact["sentence"])
    return found


def test_the_calendar_holds_what_is_dated_to_the_day(site: Path, every: Every) -> None:
    raw = (site / "data/v1/events.ics").read_bytes()
    assert all(line.endswith(b"\r") for line in raw.split(b"\n")[:-1])
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    found = events(raw.decode("utf-8"))
    assert len(found) > 8
    assert found == expected(data(site, "facts"))
    for event in Calendar.from_ical(raw.decode("utf-8")).walk("VEVENT"):
        with every.test(label_of(event)):
            assert "url" not in event  # it is not known where the site will be, and an address must be whole
            fact = claims(site)[str(event["uid"]).partition("@")[0]]
            for row in fact["evidence"]:
                if "deliveres" not in row["quote"] and "32th" not in row["quote"]:
                    assert " ".join(row["quote"].split()) in str(event["description"])


def test_hostile_and_uncertain_claims_in_the_calendar(tmp_path: Path) -> None:
    folder = dated.folder(tmp_path)
    first, again = build(folder, "https://example.org/b/"), build(folder, "https://example.org/b/")
    assert first.findings == ()
    files = {file.address: file.content for file in first.files}
    assert files == {file.address: file.content for file in again.files}
    text = files["data/v1/events.ics"].decode("utf-8")
    found = events(text)
    assert found == expected(json.loads(files["data/v1/facts.json"]))
    assert {"on-a-day", "on-days", "over-new-year", "hostile-4"} <= set(found)
    assert not {"about-a-day", "perhaps-a-day", "in-a-month", "in-months", "in-a-year"} & set(found)
    assert found["on-days"][:2] == (date(2024, 2, 28), date(2024, 3, 1))
    assert "DTEND;VALUE=DATE:20240302" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    urls = {str(event["url"]) for event in Calendar.from_ical(text).walk("VEVENT")}
    assert "https://example.org/b/facts/2024/on-a-day.html" in urls


def entries(page: Path) -> dict[str, tuple[str, str, str]]:
    """Each entry of the timeline: the heading of its stretch, its own date, and the year it stands under."""
    found = {}
    for item in pages.tree(page).xpath("//ul[contains(@class, 'timeline__list')]/li"):
        stretch = item.xpath("./ancestor::section")[0]
        own = item.find_class("timeline__when")
        year = item.xpath("./ancestor::div[@class='timeline']/preceding-sibling::h2[1]")[0]
        ident = str(item.get("id")).removeprefix("at-")
        assert ident not in found
        found[ident] = (
            pages.text(stretch.xpath("./h3")[0]),
            pages.text(own[0]) if own else "",
            pages.text(year).removesuffix("¶").strip(),
        )
    return found


def test_the_timeline_is_complete_and_dates_nothing_finer_than_the_sources(site: Path, every: Every) -> None:
    found = entries(site / "timeline.html")
    assert set(found) == set(claims(site))
    links = pages.references(site, site / "timeline.html")
    addresses = {reference.address for reference in links}
    for ident, claim in claims(site).items():
        with every.test(label_of(ident, claim)):
            heading, own, year = found[ident]
            when = claim["when"]
            assert claim["url"] in addresses
            assert year == when[:4]
            if re.fullmatch(r"\d{4}", when):
                assert heading.startswith(f"In {when} ")
                assert own == ""
            elif re.fullmatch(r"\d{4}-\d\d~?", when):
                assert own.endswith("no day stated")
                assert not re.search(r"\b\d{1,2}\b", own)
            elif re.fullmatch(f"{DAY}(/{DAY})?", when):
                assert own.startswith(str(int(when[8:10])))
                assert own.endswith(when[:4])
            else:
                assert own == ""
                assert "–" in heading
    moments = [str(m) for m in pages.tree(site / "timeline.html").xpath("//time/@datetime")]
    assert sorted(moments) == sorted(
        c["when"] for c in claims(site).values() if re.fullmatch(rf"{DAY}|\d{{4}}-\d\d", c["when"])
    )


def test_every_way_of_dating_has_its_place(tmp_path: Path) -> None:
    view = timeline(link(load(dated.folder(tmp_path))))
    placed = {
        entry.id: (year.link.label, stretch.heading, entry.when, entry.moment)
        for year in view.years
        for stretch in year.stretches
        for batch in stretch.batches
        for entry in batch.entries
    }
    assert placed["on-a-day"] == ("2024", "March 2024", "5 March 2024", "2024-03-05")
    assert placed["on-days"] == ("2024", "February 2024", "28 February 2024 – 1 March 2024", "")
    assert placed["about-a-day"] == ("2024", "March 2024", "about 6 March 2024", "")
    assert placed["perhaps-a-day"] == ("2024", "March 2024", "7 March 2024 (uncertain)", "")
    assert placed["in-a-month"] == ("2024", "March 2024", "March 2024", "2024-03")
    assert placed["in-months"] == ("2024", "January–June 2024", "", "")
    assert placed["in-a-year"] == ("2024", "In 2024", "", "2024")
    assert placed["about-a-year"] == ("2024", "In 2024", "about 2024", "")
    assert placed["in-years"] == ("2023", "2023 – 2024", "", "")
    assert placed["over-new-year"][:3] == ("2023", "December 2023", "30 December 2023 – 2 January 2024")
    march = next(s for y in view.years for s in y.stretches if s.heading == "March 2024")
    order = [entry.id for batch in march.batches for entry in batch.entries]
    assert order == ["on-a-day", "about-a-day", "perhaps-a-day", "in-a-month"]
    anchors = [stretch.anchor for year in view.years for stretch in year.stretches]
    assert len(anchors) == len(set(anchors))


def test_a_project_without_claims_has_a_timeline(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    project.change(folder, {"remove": ["data", "seeds"]})
    (folder / "data").mkdir()
    view = timeline(link(load(folder)))
    assert view.years == ()
    assert view.lead.startswith("0 statements")


@pytest.fixture
def page(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    return context.new_page()


def shown(page: Page) -> set[str]:
    """Ids of the entries that can be seen."""
    found = page.eval_on_selector_all(
        ".timeline__list > li", "items => items.filter(i => i.checkVisibility()).map(i => i.id)"
    )
    return {str(ident).removeprefix("at-") for ident in found}


def test_a_reader_filters_and_the_address_remembers(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri())
    visits = {ident for ident, c in claims(site).items() if c.get("kind") == "visit"}
    page.get_by_label("Kind").select_option("visit")
    assert shown(page) == visits
    status = page.get_by_role("status")
    expect(status.first).to_have_text(f"{len(visits)} of {len(claims(site))} statements")
    assert page.url.endswith("timeline.html?kind=visit")
    page.get_by_label("Partner").select_option("japan")
    both = {ident for ident in visits if "japan" in claims(site)[ident]["partners"]}
    assert both
    assert shown(page) == both
    assert page.url.endswith("?kind=visit&partner=japan")
    address = page.url
    assert page.locator(".timeline:not([hidden])").count() == 1
    year = page.locator(".timeline:not([hidden])")
    told = sum(1 for c in claims(site).values() if c["when"].startswith("2023"))
    expect(year.locator(".count span")).to_have_text(f"{len(both)} of {told} statements")
    page.get_by_role("button", name="Show all").click()
    assert page.url.endswith("timeline.html")
    expect(status.first).to_have_text(f"{len(claims(site))} statements")
    page.goto("about:blank")
    page.goto(address)
    assert shown(page) == both
    expect(page.get_by_label("Kind")).to_have_value("visit")
    page.goto((site / "timeline.html").as_uri() + "?kind=<b>&theme=no-such")
    expect(status.first).to_have_text(f"{len(claims(site))} statements")
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0


def test_a_filter_that_nothing_meets_says_so(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri() + "?kind=visit&partner=malawi")
    assert shown(page) == set()
    expect(page.get_by_role("status").first).to_have_text(f"0 of {len(claims(site))} statements")
    assert page.locator(".timeline:not([hidden])").count() == 0


def test_a_link_to_a_folded_claim_opens_it(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri() + "#at-brazil-strategic-partnership")
    expect(page.locator("#at-brazil-strategic-partnership")).to_be_in_viewport()


def test_without_scripts_the_timeline_is_whole(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "timeline.html").as_uri())
    expect(page.locator("form.filters")).to_be_hidden()
    assert page.locator(".timeline__list > li").count() == len(claims(site))
    page.locator(".timeline summary").first.click()
    expect(page.locator(".timeline details[open] li").first).to_be_visible()
    context.close()
