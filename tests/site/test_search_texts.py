"""The source texts in the index: what of them is there, in which parts, and how a part is found."""

from __future__ import annotations

import json
from typing import Any

import project
import pytest
from bamboo.graph.claims import Graph, link
from bamboo.kinds.library import load
from bamboo.site import search
from bamboo.site.blocks.passages import lines
from bamboo.site.search import texts
from bamboo.site.search.wordlist import shortened
from hypothesis import given
from hypothesis import strategies as some


@pytest.fixture(scope="module")
def linked() -> Graph:
    return link(load(project.SAMPLE))


def scripts(graph: Graph) -> dict[str, Any]:
    """What each script hands over, by name."""
    found = {}
    for name, text in texts.files(graph):
        value = text.removeprefix(f'bambooSearch.load("{name}",').removesuffix(");\n")
        found[name] = json.loads(value)
    return found


def held(graph: Graph) -> list[dict[str, Any]]:
    """The texts of all parts."""
    return [
        text for name, rows in scripts(graph).items() if name.startswith("text-") for text in rows["texts"]
    ]


def words_of(text: dict[str, Any]) -> list[str]:
    pieces = [piece for _, *its in text["lines"] for piece in its]
    shown = "".join(piece if isinstance(piece, str) else piece[0] if piece else " […] " for piece in pieces)
    return shown.split()


def test_all_that_a_page_shows_is_there_and_nothing_else(linked: Graph) -> None:
    for text in held(linked):
        ident = text["url"].removeprefix("sources/").removesuffix(".html")
        shown = "".join(
            piece.text if piece.text != "[…]" else " […] "
            for line in lines(linked, linked.library.sources[ident])
            if any(any(map(str.isalnum, piece.text)) for piece in line.pieces)
            for piece in line.pieces
        )
        assert words_of(text) == shown.split(), ident


def test_of_a_text_that_may_not_be_shown_whole_no_other_word_is_public(linked: Graph) -> None:
    (cited,) = (ident for ident, entry in linked.library.sources.items() if entry.record.display == "cited")
    public = "".join(file.text for file in search.files(linked))
    shown = "".join(p.text for line in lines(linked, linked.library.sources[cited]) for p in line.pieces)
    words = linked.seed(cited).text.partition("\n")[2].split()  # its title is public
    runs = [" ".join(words[at : at + 4]) for at in range(len(words) - 3)]
    hidden = [run for run in runs if run not in " ".join(shown.split())]
    assert len(hidden) > 20
    assert [run for run in hidden if run in public] == []


def test_a_long_text_is_in_parts_that_overlap(linked: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {text["url"]: words_of(text) for text in held(linked)}
    monkeypatch.setattr(texts, "PART", 400)
    parts: dict[str, list[list[str]]] = {}
    for text in held(linked):
        parts.setdefault(text["url"], []).append(words_of(text))
    assert max(map(len, parts.values())) > 2
    for url, its in parts.items():
        joined = [f" {' '.join(part)} " for part in its]
        for at in range(len(whole[url]) - 10):
            stretch = " ".join(whole[url][at : at + 10])
            assert any(f" {stretch} " in part for part in joined), (url, stretch)


def test_the_first_script_says_which_parts_hold_which_rare_words(
    linked: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "PART", 500)
    (_, where), *parts = scripts(linked).items()
    assert where["parts"] == [name for name, _ in parts]
    assert len(where["words"].split()) == len(where["where"].split()) > 100
    places = {place for each in where["where"].split() for place in each.split(".")}
    assert {int(place, 36) for place in places} == set(range(len(parts)))


def test_what_quotes_a_passage_is_named(linked: Graph) -> None:
    (name, rows), *_ = ((n, r) for n, r in scripts(linked).items() if n.startswith("text-"))
    urls = {claim.url: claim.label for claim in linked.claims.values()}
    assert len(rows["statements"]) > 50, name
    assert all(urls[url] == title for url, title in rows["statements"] if url in urls)
    assert {place for text in rows["texts"] for _, *its in text["passages"] for place in its} == set(
        range(len(rows["statements"]))
    )


@given(some.lists(some.text(alphabet="abcđé\U0001f38b", min_size=1), unique=True))
def test_a_list_of_words_is_made_short_without_loss(listed: list[str]) -> None:
    ordered = sorted(listed)
    found, before = [], ""
    for one in shortened(ordered).split():
        before = before[: int(one[0], 36)] + one[1:]
        found.append(before)
    assert found == ordered
