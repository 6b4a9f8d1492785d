"""The timeline and the calendar: all that is dated, and nothing with a finer date than its sources give."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import dated
import pages
import project
import pytest
from bamboo.build import build
from bamboo.graph.claims import link
from bamboo.kinds.library import load
from bamboo.site.blocks.happenings import happenings
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
    calendar = Calendar.from_ical(text)
    # What it cannot read, it leaves out and notes here.
    assert [component.errors for component in calendar.walk() if component.errors] == []
    for event in calendar.walk("VEVENT"):
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


@dataclass(frozen=True)
class Shown:
    """A claim on the timeline: the heading above it, its own date, its year, and whether it is folded."""

    heading: str
    own: str
    year: str
    fold: str
    under: str


def entries(page: Path) -> dict[str, Shown]:
    """Each claim on the timeline; `under` is the claim that it is told with."""
    found = {}
    for item in pages.tree(page).xpath("//li[starts-with(@id, 'at-')]"):
        head = item.xpath("ancestor-or-self::li[parent::ul[contains(@class, 'timeline__list')]]")[0]
        section, fold = head.xpath("./ancestor::section"), head.xpath("./ancestor::details")
        own = head.find_class("timeline__when")
        year = item.xpath("./ancestor::div[@class='timeline']/preceding-sibling::h2[1]")[0]
        ident = str(item.get("id")).removeprefix("at-")
        assert ident not in found
        found[ident] = Shown(
            pages.text(section[0].xpath("./h3")[0]) if section else "",
            pages.text(own[0]) if own else "",
            pages.text(year).removesuffix("¶").strip(),
            str(fold[0].get("data-switch")) if fold else "",
            "" if head is item else str(head.get("id")).removeprefix("at-"),
        )
    return found


SPOKEN = ("assessment", "policy", "plan")
CHANGED = ("established", "upgraded", "lowered", "suspended", "resumed")


def test_years_are_in_one_order_and_open_with_their_changes_of_tier(site: Path) -> None:
    page = pages.tree(site / "timeline.html")
    years = [pages.text(h2)[:4] for h2 in page.xpath("//h2[starts-with(@id, 'year-')]")]
    assert years == sorted(years, reverse=True)
    first = [pages.text(h3) for h3 in page.xpath("//div[@class='timeline']/*[1]/h3")]
    assert "Changes of tier dated only to 2024" in first
    for year in page.xpath("//div[@class='timeline']"):
        headings = [pages.text(h3).startswith("Changes of tier") for h3 in year.xpath("./section/h3")]
        assert not any(headings[1:])


def test_the_timeline_is_complete_and_dates_nothing_finer_than_the_sources(site: Path, every: Every) -> None:
    found = entries(site / "timeline.html")
    facts = {fact["id"]: fact for fact in data(site, "facts")}
    assert set(found) == set(facts)
    links = pages.references(site, site / "timeline.html")
    addresses = {reference.address for reference in links}
    for ident, fact in facts.items():
        with every.test(label_of(ident, fact)):
            shown = found[ident]
            when = facts[shown.under or ident]["when"]
            assert fact["url"] in addresses
            assert shown.year == when[:4]
            yearly = bool(re.fullmatch(r"\d{4}[~?%]?(/\d{4}[~?%]?)?", when))
            raised = (fact["relation"] or {}).get("change") in CHANGED
            folded = "years" if yearly and not raised else ""
            assert shown.fold == ("said" if fact["kind"] in SPOKEN else folded)
            if yearly and raised:
                assert shown.heading == f"Changes of tier dated only to {when[:4]}"
            elif shown.fold:
                assert (shown.own == "") == bool(re.fullmatch(r"\d{4}", when))
            elif re.fullmatch(r"\d{4}-\d\d~?", when):
                assert shown.own.endswith("no day stated")
                assert not re.search(r"\b\d{1,2}\b", shown.own)
            elif re.fullmatch(f"{DAY}(/{DAY})?", when):
                assert shown.own.startswith(str(int(when[8:10])))
                assert shown.own.endswith(when[:4])
            else:
                assert shown.own == ""
                assert "–" in shown.heading
    heads = [facts[ident]["when"] for ident, shown in found.items() if not shown.under]
    moments = [str(m) for m in pages.tree(site / "timeline.html").xpath("//time/@datetime")]
    assert sorted(moments) == sorted(when for when in heads if re.fullmatch(rf"{DAY}|\d{{4}}-\d\d", when))


def days_of(when: str) -> tuple[str, str]:
    """The first and the last day, as far as they are given; they can be compared as text."""
    first, _, last = when.partition("/")
    return first, (last or first) + "~"


def test_one_trip_is_one_entry_and_only_that(site: Path, every: Every) -> None:
    """What is told together overlaps in time and has a partner or an event in common, and not otherwise."""
    facts = {fact["id"]: fact for fact in data(site, "facts")}
    events = {term["id"] for term in data(site, "terms") if term["kind"] == "event"}
    found = entries(site / "timeline.html")
    together = {ident: shown.under for ident, shown in found.items() if shown.under}
    for ident, under in together.items():
        with every.test(label_of(ident, under)):
            one, other = facts[ident], facts[under]
            (start, end), (first, last) = days_of(one["when"]), days_of(other["when"])
            assert start <= last
            assert first <= end
            partners = {*one["partners"]} & {*other["partners"]}
            assert partners or {*one["terms"]} & {*other["terms"]} & events
            if not re.match(DAY, one["when"]) and not {*one["terms"]} & {*other["terms"]} & events:
                assert one["when"] == other["when"]
                assert partners == {*one["partners"], *other["partners"]}
    days = {
        ident: fact
        for ident, fact in facts.items()
        if re.fullmatch(f"{DAY}(/{DAY})?", fact["when"]) and fact["kind"] not in SPOKEN
    }
    for ident, fact in days.items():
        for other, further in days.items():
            with every.test(label_of(ident, other)):
                if fact["when"] == further["when"] and {*fact["partners"]} & {*further["partners"]}:
                    assert (found[ident].under or ident) == (found[other].under or other)


def test_what_is_not_surely_one_trip_is_not_told_as_one(tmp_path: Path) -> None:
    folder = dated.folder(tmp_path)
    graph = link(load(folder))
    claim = graph.claims["on-days"]
    brazil = replace(claim, id="a", partners=("brazil",))
    within = replace(claim, id="b", partners=("brazil", "norway"), when="2024-03-01")
    others = [
        replace(claim, id="c", partners=("norway",), when="2024-03-03"),
        replace(claim, id="d", partners=("brazil",), when="2024-03"),
        replace(claim, id="e", partners=("brazil",), when="2024-03-01~"),
        replace(claim, id="f", partners=("brazil",), when="2024"),
        replace(claim, id="g", partners=(), when="2024-03-01"),
        replace(claim, id="h", terms=("forum-2024",), when="2024-05"),
        replace(claim, id="i", terms=("forum-2024",), when="2024-05-02"),
        replace(claim, id="j", terms=("forum-2024",), when="2024-01/2024-06"),
        replace(claim, id="k", terms=("strategic-partnership",), when="2024-05-02"),
    ]
    found = {frozenset(c.id for c in h.claims) for h in happenings(graph, [brazil, within, *others])}
    assert found == {frozenset("ab"), frozenset("hi"), *(frozenset(c) for c in "cdefgjk")}
    (trip,) = (h for h in happenings(graph, [within, brazil]) if h.also)
    assert trip.head.id == "a"


def test_the_strip_of_months_counts_what_is_in_them(site: Path) -> None:
    page = pages.tree(site / "timeline.html")
    months = {str(a.get("data-month")): a for a in page.xpath("//nav[@class='months']//a")}
    sections = {
        str(s.get("id")): len(s.xpath("./ul/li"))
        for s in page.xpath("//section[starts-with(@id, 'in-')]")
        if re.fullmatch(r"in-\d{4}-\d\d", s.get("id"))
    }
    assert len(months) > 5
    assert {f"in-{month}" for month in months} == set(sections)
    for month, a in months.items():
        assert a.get("href") == f"#in-{month}"
        assert str(sections[f"in-{month}"]) in pages.text(a)
    years = {month[:4] for month in months}
    assert len(page.xpath("//nav[@class='months']//li")) == 12 * len(years)


def test_every_way_of_dating_has_its_place(tmp_path: Path) -> None:
    view = timeline(link(load(dated.folder(tmp_path))))
    placed = {}
    for year in view.years:
        for stretch in year.stretches:
            for entry in stretch.entries:
                placed[entry.id] = (year.link.label, stretch.heading, entry.when, entry.moment)
        for fold in year.folds:
            for batch in fold.batches:
                for entry in batch.entries:
                    placed[entry.id] = (year.link.label, fold.label, entry.when, entry.moment)
    assert placed["on-a-day"] == ("2024", "March 2024", "5 March 2024", "2024-03-05")
    assert placed["on-days"] == ("2024", "February 2024", "28 February 2024 – 1 March 2024", "")
    assert placed["about-a-day"] == ("2024", "March 2024", "about 6 March 2024", "")
    assert placed["perhaps-a-day"] == ("2024", "March 2024", "7 March 2024 (uncertain)", "")
    assert placed["in-a-month"] == ("2024", "March 2024", "March 2024", "2024-03")
    assert placed["in-months"] == ("2024", "January–June 2024", "", "")
    assert placed["in-a-year"] == ("2024", "Also dated only to 2024", "", "2024")
    assert placed["about-a-year"] == ("2024", "Also dated only to 2024", "about 2024", "")
    assert placed["in-years"] == ("2023", "Dated only to 2023", "2023 – 2024", "")
    assert placed["over-new-year"][:3] == ("2023", "December 2023", "30 December 2023 – 2 January 2024")
    assert placed["open-door"][1] == "What is said of 2024"
    march = next(s for y in view.years for s in y.stretches if s.heading == "March 2024")
    assert [entry.id for entry in march.entries] == ["perhaps-a-day", "about-a-day", "on-a-day", "in-a-month"]
    anchors = [stretch.anchor for year in view.years for stretch in year.stretches]
    assert len(anchors) == len(set(anchors))


def test_a_project_without_claims_has_a_timeline(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    project.change(folder, {"remove": ["data", "seeds"]})
    (folder / "data").mkdir()
    view = timeline(link(load(folder)))
    assert (len(view.years), len(view.strip)) == (0, 0)
    assert view.total == "0 entries"


@pytest.fixture
def page(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    return context.new_page()


def unfold(page: Page) -> None:
    button = page.get_by_role("button", name="Filter")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")


def shown(page: Page) -> set[str]:
    """Ids of the claims that can be seen."""
    found = page.eval_on_selector_all(
        "li[id^=at-]", "items => items.filter(i => i.checkVisibility()).map(i => i.id)"
    )
    return {str(ident).removeprefix("at-") for ident in found}


def heads(site: Path) -> dict[str, set[str]]:
    """The entries of the timeline: of each the claims that it tells."""
    found: dict[str, set[str]] = {}
    for ident, one in entries(site / "timeline.html").items():
        found.setdefault(one.under or ident, set()).add(ident)
    return found


def asked_for(site: Path, **chosen: str) -> set[str]:
    """The claims of the entries that the choices leave."""
    facts = {fact["id"]: fact for fact in data(site, "facts")}

    def values(name: str, fact: dict[str, Any]) -> list[str]:
        return [fact["kind"]] if name == "kind" else list(fact[f"{name}s"])

    return {
        ident
        for told in heads(site).values()
        if all(any(value in values(name, facts[i]) for i in told) for name, value in chosen.items())
        for ident in told
    }


def entries_of(site: Path, idents: set[str]) -> int:
    return sum(1 for told in heads(site).values() if told <= idents)


def test_a_reader_filters_and_the_address_remembers(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri())
    visits = asked_for(site, kind="visit")
    # On a phone the lists to choose from are folded, so that the first entry comes soon.
    expect(page.get_by_label("Kind")).to_be_hidden()
    first = page.locator(".timeline__claim").first.bounding_box()
    assert first is not None
    assert first["y"] < 900
    unfold(page)
    page.get_by_label("Kind").select_option("visit")
    assert shown(page) == visits
    status = page.get_by_role("status")
    total = len(heads(site))
    # What is in a closed fold is not seen.
    seen = len(pages.tree(site / "timeline.html").xpath("//section//ul[@class='timeline__list']/li"))
    assert 0 < seen < total
    expect(status.first).to_have_text(f"{entries_of(site, visits)} of {total} entries")
    assert page.url.endswith("timeline.html?kind=visit")
    page.get_by_label("Partner").select_option("japan")
    both = asked_for(site, kind="visit", partner="japan")
    assert both
    assert shown(page) == both
    assert page.url.endswith("?kind=visit&partner=japan")
    address = page.url
    assert page.locator(".timeline:not([hidden])").count() == 1
    page.get_by_role("button", name="Show all").click()
    assert page.url.endswith("timeline.html")
    expect(status.first).to_have_text(f"{seen} of {total} entries")
    page.locator(".timeline__fold summary").first.click()
    expect(status.first).not_to_have_text(f"{seen} of {total} entries")
    page.goto("about:blank")
    page.goto(address)
    assert shown(page) == both
    expect(page.get_by_label("Kind")).to_have_value("visit")
    page.goto((site / "timeline.html").as_uri() + "?kind=<b>&theme=no-such&month=2024-13&said=2")
    expect(status.first).to_have_text(f"{seen} of {total} entries")
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0


def test_a_filter_that_nothing_meets_says_so(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri() + "?kind=visit&partner=malawi")
    assert shown(page) == set()
    expect(page.get_by_role("status").first).to_have_text(
        f"0 of {len(heads(site))} entries. None has both “visit” and “Malawi”."
    )
    assert page.locator(".timeline:not([hidden])").count() == 0
    assert page.locator(".months a[href]").count() == 0


def test_the_strip_of_months_follows_the_filter_and_paper_shows_the_folds(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri() + "?partner=japan")
    here = asked_for(site, partner="japan")
    found = entries(site / "timeline.html")
    months = Counter(
        one.heading for ident, one in found.items() if ident in here and not one.under and not one.fold
    )
    strip = page.locator(".months a[href] .unseen").all_text_contents()
    assert strip
    for said in strip:
        month, _, many = said.partition(": ")
        assert int(many.split()[0]) == months[month] > 0
    page.goto((site / "timeline.html").as_uri() + "?partner=japan&month=2024-08")
    expect(page.get_by_role("status").first).to_contain_text("and “August 2024”. Without the month: ")
    page.goto((site / "timeline.html").as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert shown(page) == set(found)


def test_a_month_of_the_strip_filters_and_a_second_click_ends_it(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri())
    before = shown(page)
    month = page.locator(".months a[data-month='2024-08']")
    month.click()
    here = {
        ident
        for ident, one in entries(site / "timeline.html").items()
        if one.heading == "August 2024" and not one.fold
    }
    assert here
    assert shown(page) == here
    assert page.url.endswith("?month=2024-08")
    expect(month).to_have_attribute("aria-current", "true")
    month.click()
    assert shown(page) == before
    assert page.url.endswith("timeline.html")


def test_switches_show_what_is_said_and_what_is_dated_to_a_year(page: Page, site: Path) -> None:
    found = entries(site / "timeline.html")
    page.goto((site / "timeline.html").as_uri())
    assert shown(page) == {ident for ident, one in found.items() if not one.fold}
    unfold(page)
    page.get_by_label("What is said").check()
    assert shown(page) == {ident for ident, one in found.items() if one.fold != "years"}
    assert page.url.endswith("?said=1")
    page.get_by_label("What is dated only to a year").check()
    assert shown(page) == set(found)
    page.reload()
    assert shown(page) == set(found)
    page.get_by_label("What is said").uncheck()
    assert shown(page) == {ident for ident, one in found.items() if one.fold != "said"}


def test_a_link_to_a_folded_claim_opens_it(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri() + "#at-brazil-strategic-partnership")
    expect(page.locator("#at-brazil-strategic-partnership")).to_be_in_viewport()


def test_without_scripts_the_timeline_is_whole(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "timeline.html").as_uri())
    expect(page.locator("form.filters")).to_be_hidden()
    assert page.locator("li[id^=at-]").count() == len(data(site, "facts"))
    page.locator(".timeline summary").first.click()
    expect(page.locator(".timeline details[open] li").first).to_be_visible()
    page.locator(".months a").last.click()
    expect(page.locator("section:target")).to_be_in_viewport()
    context.close()
