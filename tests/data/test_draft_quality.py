"""How good what `bamboo draft` suggests is for each live source, as if that source were new."""

from __future__ import annotations

import re
from functools import cache

import project
import pytest
from bamboo.editing.draft.suggestions import Suggestions, suggest
from bamboo.kinds.library import Library, load
from drafted import told
from every import Every
from labels import label_of

from benchmarks.draft import measure

SOURCES = sorted(path.stem for path in (project.ROOT / "data" / "sources").glob("*.yml"))


@cache
def library() -> Library:
    return load(project.ROOT)


@cache
def as_new(source: str) -> tuple[Library, Suggestions]:
    """The library without a source's evidence, and what is suggested for it then."""
    bare = measure.without(library(), source)
    return bare, suggest(bare, source)


@pytest.mark.parametrize("source", SOURCES)
def test_a_draft_confirmed_as_it_is_passes_every_check(source: str) -> None:
    bare, found = as_new(source)
    assert len(found.drafts) > 10
    # A source's words may print only the year of a convention; the editor's sentence says the claim's own.
    left = [message for message in told(bare, found) if "; the claim says “" not in message]
    assert left == []


def test_how_good_the_suggestions_are(every: Every) -> None:
    """A little below what benchmarks/draft prints, so that a change for the worse is seen."""
    rows = [measure.compared(library(), *as_new(source)[:1], source, as_new(source)[1]) for source in SOURCES]
    whole = measure.total(rows)
    floors = {
        "passages": (0.97, 0.98),
        "partners": (0.95, 0.65),
        "people": (0.95, 0.47),
        "told": (0.72, 0.76),
    }
    for name, (precision, recall) in floors.items():
        with every.test(label_of(name, precision)):
            score = getattr(whole, name)
            assert score.precision.value >= precision, name
            assert score.recall.value >= recall, name
    for name, floor in {"theme": 0.48, "any_theme": 0.70, "when": 0.82, "kind": 0.58}.items():
        with every.test(label_of(name, floor)):
            assert getattr(whole, name).value >= floor, name
    # What is learned earns its place: each source by itself is filed better than by the commonest.
    for row in rows:
        with every.test(label_of(row)):
            assert row.theme.value > row.common_theme.value + 0.1, row.source
            assert row.kind.value > row.common_kind.value, row.source
    assert whole.kind.value > whole.common_kind.value + 0.09


def test_the_guide_prints_what_is_measured(every: Every) -> None:
    """Each figure of the guide's table, give or take 0.1: the data grow with each edit."""
    guide = (project.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = [measure.compared(library(), *as_new(source)[:1], source, as_new(source)[1]) for source in SOURCES]
    table = measure.table(rows).splitlines()
    begin = guide.index(table[0])
    printed = guide[begin:].split("\n\n")[0].splitlines()
    assert [line.split("|")[1] for line in printed] == [line.split("|")[1] for line in table]
    for here, there in zip(printed[2:], table[2:], strict=True):
        with every.test(label_of(here, there)):
            said = [float(value) for value in re.findall(r"\d\.\d\d", here)]
            assert said == pytest.approx([float(value) for value in re.findall(r"\d\.\d\d", there)], abs=0.1)
