"""A source's page: numbered passages and their notes lead to each other, overlaps and kinds of lines show."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pages
from bamboo.graph.cited import definition
from bamboo.graph.claims import link
from bamboo.kinds.library import load
from claims import data, hrefs
from every import Every
from labels import label_of
from lxml import html


def passages(page: html.HtmlElement) -> dict[str, html.HtmlElement]:
    return {str(mark.get("id")): mark for mark in page.find_class("seed__start")}


def test_each_passage_has_a_number_and_a_note_that_lead_to_each_other(site: Path, every: Every) -> None:
    linked = link(load(site.parent))
    for source in data(site, "sources"):
        with every.test(label_of(source)):
            page = pages.tree(site / source["url"])
            marks = passages(page)
            notes = {str(note.get("id")): note for note in page.find_class("note-on")}
            assert {f"note-{anchor}" for anchor in marks} == set(notes)
            assert [mark.get("data-number") for mark in marks.values()] == [
                str(number) for number in range(1, len(marks) + 1)
            ]
            expected: dict[str, set[str]] = {}
            for claim in linked.claims.values():
                for passage in claim.passages():
                    if passage.source == source["id"]:
                        expected.setdefault(passage.address.partition("#")[2], set()).add(f"../{claim.url}")
            for term in linked.library.terms:
                for cited in definition(linked.library, term):
                    for passage in (cited, *cited.context):
                        if passage.source == source["id"]:
                            to = f"../terms/{term}.html"
                            expected.setdefault(passage.address.partition("#")[2], set()).add(to)
            assert set(marks) == set(expected)
            for anchor, mark in marks.items():
                note = notes[f"note-{anchor}"]
                assert mark.get("href") == f"#note-{anchor}"
                assert note.get("data-passage") == anchor
                assert hrefs(note) == expected[anchor] | {f"#{anchor}"}
                assert (
                    mark.text_content() == ""
                )  # the number is made by the style sheet: the text stays the source's
                assert mark.get("aria-label")


def test_marks_are_exact_where_passages_overlap(site: Path, every: Every) -> None:
    overlaps = 0
    for source in (source for source in data(site, "sources") if source["display"] == "full"):
        with every.test(label_of(source)):
            seed = (site.parent / "seeds" / source["seed"]).read_bytes().decode("utf-8")
            page = pages.tree(site / source["url"])
            at = 0
            found: dict[str, list[tuple[int, int]]] = {}
            for number, line in enumerate(page.find_class("seed__line")):
                at += number > 0  # the line break between two lines
                for element in line:
                    text = element.text_content()
                    if "cited" in element.get("class", "").split():
                        names = element.get("data-passages").split()
                        overlaps += len(names) > 1
                        for name in names:
                            found.setdefault(name, []).append((at, at + len(text)))
                    at += len(text)
            assert at == len(seed)
            assert set(found) == set(passages(page))
            for name, spans in found.items():
                start, end = (int(part) for part in name.split("-")[1:])
                assert (spans[0][0], spans[-1][1]) == (start, end), name
                for (_, end_before), (next_start, _) in pairwise(spans):
                    assert seed[end_before:next_start].strip("\n") == "", name
    assert overlaps > len(data(site, "facts")) // 5


def test_what_carries_no_claim_shows_of_which_kind_it_is(site: Path) -> None:
    kinds = {reason for source in data(site, "coverage") for reason in source["set_aside_by_reason"]}
    shown = {
        name.removeprefix("seed__line--")
        for source in data(site, "sources")
        for line in pages.tree(site / source["url"]).find_class("seed__line")
        for name in line.get("class").split()
        if name.startswith("seed__line--")
    }
    assert shown == kinds | {"caption"}
    page = pages.tree(site / "sources" / "wvr-2024-h1.html")
    (caption,) = [
        line for line in page.find_class("seed__line") if "Thủ tướng Phạm Minh Chính" in pages.text(line)
    ]
    assert "seed__line--caption" in caption.get("class")
    assert [piece.get("lang") for piece in caption.find_class("cited")] == ["vi"]
