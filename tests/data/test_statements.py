"""The statements are few, short and titled, and no two are alike: as benchmarks/statements measures it."""

from __future__ import annotations

import project
import pytest
from bamboo.kinds.library import load

from benchmarks.statements import claims
from benchmarks.statements.figures import Figure

FIGURES = {figure.name: figure for figure in claims.measured(load(project.ROOT))}


@pytest.mark.parametrize("name", FIGURES)
def test_each_figure_of_the_data_keeps_its_bound(name: str) -> None:
    assert FIGURES[name].bound
    assert FIGURES[name].holds, FIGURES[name].row()


def test_a_figure_beyond_its_bound_does_not_hold() -> None:
    assert Figure("", 17, most=17).holds
    assert not Figure("", 17.5, most=17).holds
    assert Figure("", 180, 180, 300).holds
    assert not Figure("", 179, 180, 300).holds


def test_likeness_counts_words_and_not_their_order() -> None:
    assert claims.likeness("Vietnam thanked Japan.", "Japan thanked Vietnam") == 1
    assert claims.likeness("Vietnam thanked Japan", "Cuba voted") == 0
    assert claims.likeness("a b c d", "a b x y") == 0.5
