"""Years side by side, and what no source says: every cell is what the public data says, or a gap."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pages
import project
from bamboo.build import build
from claims import cells, claims, covered, data, hrefs, value_of, years
from every import Every
from labels import label_of

MISSING = "not in the sources"
LISTED = ("relation", "agreement", "event", "plan")


def test_years_stand_side_by_side_with_every_value_or_a_gap(site: Path, every: Every) -> None:
    page = pages.tree(site / "compare.html")
    found = {(address, year): cell for address, year, cell in cells(page, "compare")}
    expected = set()
    for indicator in data(site, "indicators"):
        here = [row for row in indicator["observations"] if set(years(row["period"])) & set(covered(site))]
        for year in covered(site) if here else []:
            with every.test(label_of(year)):
                expected.add((indicator["url"], year))
                cell = found[indicator["url"], year]
                rows = [row for row in here if year in years(row["period"])]
                values = [
                    (pages.text(value.find("a")), hrefs(value), pages.text(value))
                    for value in cell.find_class("value")
                ]
                reports = [(row, report) for row in rows for report in row["reports"]]
                if not reports:
                    assert pages.text(cell) == MISSING
                    continue
                assert MISSING not in pages.text(cell)
                for row, report in reports:
                    assert any(
                        said == f"{value_of(report)} {report['unit']}"
                        and {row["url"], f"sources/{report['source']}.html"} <= to
                        and report.get("scope", "") in shown
                        for said, to, shown in values
                    ), (row["id"], report["source"])
                assert {said for said, _, _ in values} == {f"{value_of(r)} {r['unit']}" for _, r in reports}
    for fact in data(site, "facts"):
        if fact["kind"] in LISTED:
            theme = f"themes/{fact['themes'][0]}.html"
            for year in covered(site):
                if year in years(fact["when"]):
                    expected |= {(theme, each) for each in covered(site)}
    assert set(found) == expected


def test_claims_of_some_kinds_stand_in_their_year_and_theme(site: Path, every: Every) -> None:
    page = pages.tree(site / "compare.html")
    shown: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for heading, year, cell in cells(page, "compare--claims"):
        with every.test(label_of(heading, year)):
            here = hrefs(cell)
            assert here or pages.text(cell) == MISSING
            for address in here:
                shown[address].add((heading, year))
    for fact in data(site, "facts"):
        with every.test(label_of(fact)):
            listed = fact["kind"] in LISTED
            places = {
                (f"themes/{fact['themes'][0]}.html", y) for y in years(fact["when"]) if y in covered(site)
            }
            assert shown[fact["url"]] == (places if listed else set()), fact["id"]


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


def test_partners_without_a_stated_tier_are_named(site: Path, every: Every) -> None:
    page = pages.tree(site / "gaps.html")
    tiered = {fact["relation"]["partner"] for fact in data(site, "facts") if "relation" in fact}
    named = {address for chips in page.xpath("//details//ul[@class='chips']") for address in hrefs(chips)}
    assert named == {p["url"] for p in data(site, "partners") if p["id"] not in tiered}
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
