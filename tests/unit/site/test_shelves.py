"""Names from A to Z: on pages that end, cut where a page would not, and each name on one of them."""

from __future__ import annotations

import project
import pytest
from bamboo.data.seed import bare_letters
from bamboo.graph.claims import Graph, link
from bamboo.kinds.library import load
from bamboo.site.blocks import shelves
from bamboo.site.blocks.shelves import Shelf
from bamboo.site.pages.moved import moved


@pytest.fixture(scope="module")
def graph() -> Graph:
    return link(load(project.SAMPLE))


def names(found: tuple[Shelf, ...]) -> list[tuple[str, str]]:
    return [(name.name, name.link.address) for shelf in found for name in shelf.names]


def test_a_letter_of_many_names_has_several_pages(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = shelves.shelves(graph)
    assert {shelf.parts for shelf in whole} == {1}
    monkeypatch.setattr(shelves, "MOST", 4)
    cut = shelves.shelves(graph)
    assert names(cut) == names(whole)
    assert all(len(shelf.names) <= 4 for shelf in cut)
    assert len({shelf.address for shelf in cut}) == len(cut)
    # The first part keeps the address of the letter.
    assert {shelf.address for shelf in whole} == {shelf.address for shelf in cut if shelf.part == 1}


def test_rare_letters_share_a_page_and_keep_their_addresses(graph: Graph) -> None:
    whole = [shelf for shelf in shelves.shelves(graph) if not shelf.lang]
    shared = [shelf for shelf in whole if len(shelf.letters) > 1]
    assert shared
    assert all(len(shelf.names) >= shelves.FEWEST for shelf in whole)
    for shelf in shared:
        assert shelf.label == f"{shelf.letters[0].letter}–{shelf.letters[-1].letter}"
        # No letter is there that could be without.
        assert len(shelf.names) - len(shelf.letters[-1].names) < shelves.FEWEST or shelf is whole[-1]
    old = {
        page.address: page.to.address for page in moved(graph) if page.to and page.address.startswith("a-z/")
    }
    assert old == {
        f"a-z/{letter.anchor}.html": f"{shelf.address}#{letter.anchor}"
        for shelf in shared
        for letter in shelf.letters[1:]
    }


def test_a_single_rare_letter_has_its_page(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "FEWEST", 1000)
    found = [shelf.label for shelf in shelves.shelves(graph)]
    assert found[0] == shelves.DIGITS
    assert len(found) == 3


def test_letters_are_those_of_the_names(graph: Graph) -> None:
    for shelf in shelves.shelves(graph):
        for letter in shelf.letters:
            for name in letter.names:
                first = next(c for c in name.name if c.isalnum())
                assert first.isdigit() or shelf.lang or bare_letters(first).upper() == letter.letter
