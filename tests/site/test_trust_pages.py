"""Where sources differ, and how much of each text is accounted for, as the public data says."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pages
import project
import pytest
from bamboo.graph import claims as graph
from bamboo.kinds.library import load
from bamboo.site.blocks.coverage import coverage_of
from claims import claims, data, hrefs, value_of
from every import Every
from labels import label_of
from lxml import html

KINDS = ["value", "qualifier", "definition", "period"]


def kinds_of(claim: dict[str, Any]) -> list[str]:
    """In what its sources give different answers."""
    return [row["kind"] for row in claim["differs"] if row["kind"] in KINDS]


def test_every_difference_stands_under_its_kind_and_nothing_else_does(site: Path, every: Every) -> None:
    page = pages.tree(site / "disagreements.html")
    found = claims(site)
    expected: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for claim in found.values():
        for kind in kinds_of(claim):
            expected[kind].add(claim["id"])
    entries = {str(entry.get("id")): entry for entry in page.find_class("difference")}
    assert set(entries) == {f"{kind}-{ident}" for kind in KINDS for ident in expected[kind]}
    chips = {pages.text(a): pages.text(a.getparent()) for a in page.find_class("lead")[0].iter("a")}
    for kind, idents in expected.items():
        with every.test(label_of(kind, idents)):
            many = len(idents)
            if not many:
                assert kind not in chips
                assert f"kind-{kind}" not in pages.anchors(site / "disagreements.html")
                continue
            assert chips[kind] == f"{kind} {many} {'statement' if many == 1 else 'statements'}"
            assert f"kind-{kind}" in pages.anchors(site / "disagreements.html")
            for ident in idents:
                claim, entry = found[ident], entries[f"{kind}-{ident}"]
                assert claim["url"] in hrefs(entry)
                notes = [pages.text(note) for note in entry.find_class("differs")]
                assert notes == [row["note"] for row in claim["differs"] if row["kind"] == kind]
                assert not [fold for fold in entry.iter("details") if "open" in fold.attrib]
                assert_columns(entry.xpath("./details")[0], claim)
                assert_answers(entry.find_class("answers")[0], claim)


def assert_answers(element: html.HtmlElement, claim: dict[str, Any]) -> None:
    """An answer of each source, in the order of the evidence: each of its values, or its words, once."""
    sources = dict.fromkeys(row["source"] for row in claim["rows"])
    for answer, source in zip(element.xpath("./li"), sources, strict=True):
        rows = [row for row in claim["rows"] if row["source"] == source]
        assert any(f"sources/{source}.html#passage-" in address for address in hrefs(answer))
        given = [
            f"{value_of(row)} {row.get('scope', '')}".strip()
            if claim["indicator"]
            else f"“{' '.join(row['quote'].split())}”"
            for row in rows
        ]
        assert [pages.text(one) for one in answer.find_class("answers__one")] == list(dict.fromkeys(given))


def assert_columns(element: html.HtmlElement, claim: dict[str, Any]) -> None:
    """One column for each source, with its quotes, values and scopes, in the order of the evidence."""
    columns = element.find_class("columns__one")
    assert len(columns) == len({row["source"] for row in claim["rows"]})
    for column, source in zip(columns, dict.fromkeys(row["source"] for row in claim["rows"]), strict=True):
        assert any(address.endswith(f"sources/{source}.html") for address in hrefs(column))
        shown = pages.text(column)
        for row in (row for row in claim["rows"] if row["source"] == source):
            assert " ".join(row["quote"].split()) in shown
            anchor = f"sources/{source}.html#passage-{row['start']}-{row['end']}"
            assert any(address.endswith(anchor) for address in hrefs(column))
            if claim["indicator"]:
                said = value_of(row)
                assert f"{said} {row['scope']}" in shown if "scope" in row else said in shown


def test_claims_and_their_pages_lead_to_their_differences(site: Path, every: Every) -> None:
    found = claims(site)
    for path in pages.all_pages(site):
        for ident, card in pages.claims_on(path).items():
            with every.test(label_of(ident, card)):
                own = path == site / found[ident]["url"]
                shown = pages.tree(path) if own else card
                places = {href.partition("#")[2] for href in hrefs(shown) if "disagreements.html#" in href}
                assert places == {f"{kind}-{ident}" for kind in kinds_of(found[ident])}, (path, ident)
    for claim in found.values():
        page, _, _ = claim["url"].partition("#")
        if kinds_of(claim):
            own = pages.tree(site / page)
            assert_columns(pages.claims_on(site / page)[claim["id"]] if claim["indicator"] else own, claim)


def test_the_panel_of_a_source_says_what_coverage_says(site: Path, every: Every) -> None:
    for source in data(site, "coverage"):
        with every.test(label_of(source)):
            path = site / "sources" / f"{source['id']}.html"
            panel = pages.tree(path).find_class("account")[0]
            rows = {
                str(row.get("data-account")): pages.text(row.xpath("./td")[0])
                for row in panel.xpath(".//tr[@data-account]")
            }
            expected = {
                "cited": source["cited"],
                **source["set_aside_by_reason"],
                "open": source["unaccounted"],
            }
            assert sum(expected.values()) == source["words"]
            assert sum(source["set_aside_by_reason"].values()) == source["set_aside"]
            assert rows.pop("words") == f"{source['words']:,} words"
            assert rows == {name: f"{many:,}" for name, many in expected.items()}
            runs = panel.xpath(".//ul[@class='account__runs']/li")
            assert len(runs) == len(source["runs"])
            for item, run in zip(runs, source["runs"], strict=True):
                assert " ".join(run.get("text", "").split()) in pages.text(item)
                assert {href[1:] for href in hrefs(item)} <= pages.anchors(path)
            parts = {row.get("class").rpartition("--")[2] for row in panel.find_class("account__part")}
            assert parts == {name for name, many in expected.items() if many}
            assert "Computed from the quotes" in pages.text(panel)


def test_home_leads_to_differences_and_gaps(site: Path) -> None:
    home = pages.tree(site / "index.html")
    assert {"disagreements.html", "gaps.html", "compare.html"} <= hrefs(home)


@pytest.mark.parametrize("display", ["full", "cited"])
def test_an_open_stretch_is_named_with_its_line(tmp_path: Path, display: str) -> None:
    folder = project.base(tmp_path)
    seed = folder / "seeds" / "small-review.txt"
    before = seed.read_text(encoding="utf-8")
    seed.write_text(before + "Five words nobody has cited.\n", encoding="utf-8")
    card = folder / "data" / "sources" / "small-review.yml"
    lines = [line for line in card.read_text(encoding="utf-8").splitlines() if "sha256" not in line]
    digest = hashlib.sha256(seed.read_bytes()).hexdigest()
    card.write_text("\n".join([*lines, f"sha256: {digest}", f"display: {display}"]), encoding="utf-8")
    found = coverage_of(graph.link(load(folder)), "small-review")
    assert found.bar[-1].style == "open"
    (run,) = found.runs
    assert run.line.label == f"line {before.count(chr(10)) + 1}"
    assert run.words == "5 words"
    whole = display == "full"
    assert bool(run.line.address) == whole
    assert run.text == ("Five words nobody has cited." if whole else "")
