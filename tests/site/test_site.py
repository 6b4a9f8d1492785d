"""The built site: every claim on every page it belongs to, every link good, nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pages
import pytest
from bamboo.site.table import TABLE
from claims import data, hrefs
from every import Every
from labels import label_of

COVERAGE_KEYS = ["id", "words", "cited", "set_aside", "unaccounted", "runs"]
KNOWN = {
    "relation",
    "evidence",
    "roles",
    "said_by",
    "differs",
    "note",
    "title",
    "sentence",
    "cautions",
    "agreement",
}
FACT_KEYS = ["id", "url", "kind", "claim", "when", "themes", "partners", "people", "terms"]


def years(when: str) -> range:
    parts = [int(part[:4]) for part in when.split("/")]
    return range(parts[0], parts[-1] + 1)


def test_every_fact_is_on_every_page_it_belongs_to(site: Path, every: Every) -> None:
    facts = data(site, "facts")
    assert len(facts) == len(list((site.parent / "data" / "facts").rglob("*.yml"))) > 0
    for fact in facts:
        homes = [fact["url"]]
        homes += [f"years/{year}.html" for year in years(fact["when"])]
        for kind in ("themes", "partners", "people", "terms"):
            homes += [f"{kind}/{ident}.html" for ident in fact[kind]]
        places = {
            f"../sources/{row['source']}.html#passage-{row['start']}-{row['end']}" for row in fact["evidence"]
        }
        for home in homes:
            with every.test(label_of(home)):
                if home.startswith(
                    "years/"
                ):  # in a line, which leads to the fact and to words of each source
                    (line,) = pages.tree(site / home).xpath(f"//*[@id='claim-{fact['id']}']")
                    assert f"../{fact['url']}" in hrefs(line), (fact["id"], home)
                    if "relation" not in fact:
                        proofs = places & hrefs(line)
                        proven = {proof.partition("#")[0] for proof in proofs}
                        assert proven == {place.partition("#")[0] for place in places}, (fact["id"], home)
                    continue
                shown = pages.claims_on(site / home)
                assert fact["id"] in shown, f"{fact['id']} is not on {home}"
                if home == fact["url"]:
                    heading = pages.tree(site / home).xpath("//h1")[0]
                    assert fact["title"] == pages.text(heading).removesuffix("¶").strip()
                    assert fact["claim"].removesuffix(".") in pages.text(pages.tree(site / home))
                else:
                    assert fact["claim"] in pages.text(shown[fact["id"]])
                for row in fact["evidence"]:
                    assert " ".join(row["quote"].split()) in pages.text(pages.tree(site / home)), (
                        fact["id"],
                        home,
                    )


def test_every_observation_is_on_its_pages(site: Path, every: Every) -> None:
    for indicator in data(site, "indicators"):
        with every.test(label_of(indicator)):
            assert indicator["observations"], indicator["id"]
            for observation in indicator["observations"]:
                page, _, anchor = observation["url"].partition("#")
                assert anchor in pages.anchors(site / page)
                assert observation["id"] in pages.claims_on(site / page)
                for year in years(observation["period"]):
                    links = [r.address for r in pages.references(site, site / f"years/{year}.html")]
                    assert f"../{observation['url']}" in links
                for theme in indicator["themes"]:
                    assert observation["id"] in pages.claims_on(site / f"themes/{theme}.html")


def test_public_data_has_the_agreed_form(site: Path, every: Every) -> None:
    seeds = {
        source["id"]: (site.parent / "seeds" / source["seed"]).read_bytes().decode("utf-8")
        for source in data(site, "sources")
    }

    def check(row: dict[str, Any]) -> None:
        assert seeds[row["source"]][row["start"] : row["end"]] == row["quote"]

    claims = set()
    for fact in data(site, "facts"):
        with every.test(label_of(fact)):
            assert list(fact)[: len(FACT_KEYS)] == FACT_KEYS
            assert set(fact) - set(FACT_KEYS) <= KNOWN
            assert bool(fact.get("relation")) == (fact["kind"] == "relation")
            assert fact["evidence"]
            for row in fact["evidence"]:
                check(row)
            claims.add(fact["id"])
    for indicator in data(site, "indicators"):
        with every.test(label_of(indicator)):
            assert list(indicator) == ["id", "url", "name", "unit", "counted", "themes", "observations"]
            for observation in indicator["observations"]:
                assert (
                    {"id", "url", "period", "reports"}
                    <= set(observation)
                    <= {"id", "url", "period", "reports", "differs", "cautions"}
                )
                for row in observation["reports"]:
                    assert list(row)[:7] == ["source", "value", "unit", "qualifier", "quote", "start", "end"]
                    assert isinstance(row["value"], int | float)
                    check(row)
                claims.add(observation["id"])
    for kind in ("partners", "people", "themes", "terms", "sources", "years"):
        for entity in data(site, kind):
            with every.test(label_of(entity)):
                assert {"id", "url", "name", "also_known_as", "claims"} <= set(entity)
                assert set(entity["claims"]) <= claims
                assert (site / entity["url"]).is_file()
    for source in data(site, "coverage"):
        with every.test(label_of(source)):
            assert list(source) == [*COVERAGE_KEYS, "set_aside_by_reason"]
            assert source["runs"] == []
            assert sum(source["set_aside_by_reason"].values()) == source["set_aside"]
            assert source["words"] == source["cited"] + source["set_aside"] + source["unaccounted"]


def test_the_source_page_is_the_seed_and_links_both_ways(site: Path, every: Every) -> None:
    facts = data(site, "facts")
    for source in data(site, "sources"):
        with every.test(label_of(source)):
            seed = (site.parent / "seeds" / source["seed"]).read_bytes().decode("utf-8")
            page = pages.tree(site / source["url"])
            lines = "\n".join(line.text_content() for line in page.find_class("seed__line"))
            assert lines == seed if source["display"] == "full" else seed not in lines
            links = {reference.address for reference in pages.references(site, site / source["url"])}
            for fact in facts:
                for row in fact["evidence"]:
                    if row["source"] != source["id"]:
                        continue
                    assert f"../{fact['url']}" in links
                    anchor = f"passage-{row['start']}-{row['end']}"
                    marked = page.xpath(f"//*[contains(concat(' ', @data-passages, ' '), ' {anchor} ')]")
                    assert "".join(m.text_content() for m in marked) == row["quote"].replace("\n", "")
                    back = {r.address for r in pages.references(site, site / fact["url"])}
                    assert any(address.endswith(f"{source['url']}#{anchor}") for address in back)


def test_every_link_leads_somewhere(site: Path) -> None:
    bad = []
    for path in pages.all_pages(site):
        for reference in pages.references(site, path):
            found = pages.target(site, reference)
            if found is None:
                continue
            to, anchor = found
            if not to.is_file() or (anchor and to.suffix == ".html" and anchor not in pages.anchors(to)):
                bad.append(reference)
    assert bad == []


def test_every_page_is_of_a_kind_of_the_page_table(site: Path) -> None:
    """So no kind of page escapes what is asked of one page of each kind."""
    known = {site / page for here in pages.by_kind(site).values() for page in here}
    leading_on = {path for path in pages.old(site) if pages.tree(path).xpath("//meta[@http-equiv='refresh']")}
    assert {*pages.all_pages(site)} - leading_on == known
    # A site that was made without git has no page of changes; of nothing here is there too much for a page.
    cut = {"in_year", "facts_in_year", "timeline_in_year", "figures_of_theme", "differences"}
    assert pages.by_kind(site).keys() == {row.name for row in TABLE} - {"changes"} - cut


def test_ids_are_unique_on_a_page(site: Path, every: Every) -> None:
    for path in pages.all_pages(site):
        with every.test(label_of(path)):
            idents = [str(ident) for ident in pages.tree(path).xpath("//@id")]
            assert len(idents) == len(set(idents)), path


def test_nothing_is_asked_of_another_host(site: Path, every: Every) -> None:
    for path in pages.all_pages(site):
        for reference in pages.references(site, path):
            with every.test(label_of(reference)):
                assert not (reference.fetched and pages.target(site, reference) is None), reference
    for style in (site / "assets").glob("*.css"):
        with every.test(label_of(style)):
            text = style.read_text(encoding="utf-8")
            # A picture written into a style may name its licence; only what is asked for counts.
            assert re.findall(r"""(?:url\(|@import)\s*["']?\s*(?:https?:)?//[^)"';]*""", text) == []


def test_every_page_can_be_reached_from_home(site: Path) -> None:
    home = (site / "index.html").resolve()
    seen, waiting = {home}, [home]
    while waiting:
        path = waiting.pop()
        for reference in pages.references(site.resolve(), path):
            found = None if reference.fetched else pages.target(site.resolve(), reference)
            if found and found[0].suffix == ".html" and found[0].is_file() and found[0] not in seen:
                seen.add(found[0])
                waiting.append(found[0])
    assert {path.resolve() for path in {*pages.all_pages(site)} - pages.old(site)} == seen


def test_what_a_text_does_not_state_is_shown_as_a_gap(site: Path, every: Every) -> None:
    card = pages.tree(site / "sources" / "fm-son-2024-review.html").find_class("facets")[0]
    said = {pages.text(term): pages.text(term.getnext()) for term in card.iter("dt")}
    for label in ("Title", "Author", "Publisher", "Published"):
        with every.test(label_of(label)):
            assert label not in said
            assert label in said["Not stated"].split(", ")
    korea = pages.text(pages.tree(site / "partners" / "republic-of-korea.html"))
    assert "No source states a tier of relations" in korea


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("partners/australia.html", ["comprehensive strategic partnership", "upgraded", "2024"]),
        ("years/2024.html", ["800", "nearly", "194", "Malawi", "UNESCO"]),
        ("themes/overseas-vietnamese.html", ["nearly 6", "Resolution No. 36"]),
        ("partners/mongolia.html", ["Mông Cổ", "comprehensive partnership"]),
        ("a-z/vietnamese.html", ["Hàn Quốc", "Phạm Minh Chính", "Úc"]),
    ],
)
def test_what_a_student_looks_up_is_there(site: Path, page: str, words: list[str], every: Every) -> None:
    shown = pages.text(pages.tree(site / page)).casefold()
    for word in words:
        with every.test(label_of(word)):
            assert word.casefold() in shown, f"{word} on {page}"
