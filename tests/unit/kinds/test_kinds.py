"""One list of each: kinds of records, of claims, of partners and of terms. All else is read from it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import project
import pytest
from bamboo import kinds
from bamboo.data.records import declared
from bamboo.graph import addresses
from bamboo.kinds.base import Kind
from bamboo.kinds.claims import CLAIMS, FACT_KINDS, OBSERVATION
from bamboo.kinds.library import load
from bamboo.kinds.overview import OBSERVATIONS
from bamboo.site.pagekind import Each, One
from bamboo.site.render import TEMPLATES
from bamboo.site.table import TABLE
from every import Every
from labels import label_of

PROGRAM = project.ROOT / "hooks" / "bamboo"


def literals() -> Iterator[tuple[str, set[str]]]:
    """Every list, tuple, set and mapping that the program writes out, outside of kinds/: place and texts."""
    for path in PROGRAM.rglob("*.py"):
        if path.parent.name == "kinds":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
            texts = {str(part.value) for part in parts if isinstance(part, ast.Constant)}
            if isinstance(node, ast.expr) and texts:
                yield f"{path.relative_to(PROGRAM)}:{node.lineno}", texts


@pytest.mark.parametrize(
    ("names", "most"),
    [
        ({kind.name for kind in kinds.ALL}, 5),  # some fields are called as the kind they refer to
        ({kind.label for kind in kinds.ALL}, 3),
        ({kind.name for kind in CLAIMS}, 4),  # the four that years are compared by
        *(({sort.name for sort in kind.sorts}, 3) for kind in kinds.ALL if kind.sorts),
    ],
    ids=["records", "labels", "claims", "partners", "terms"],
)
def test_there_is_no_second_list(names: set[str], most: int) -> None:
    assert [place for place, texts in literals() if len(texts & names) > most] == []


def test_names_and_addresses_are_one_to_one(every: Every) -> None:
    for names in (
        [k.name for k in kinds.ALL],
        [k.address for k in kinds.ALL],
        [k.template for k in kinds.ALL],
    ):
        with every.test(label_of(names)):
            assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", kinds.ALL, ids=list(kinds.BY_NAME))
def test_every_kind_has_its_pages_and_words(kind: Kind[Any]) -> None:
    index = addresses.index(kind.name)
    sections = [row.section for row in TABLE if isinstance(row, Each) and row.section]
    if kind.single:  # one record, one page
        assert kind.section in {row.menu.label for row in TABLE if isinstance(row, One) and row.menu}
        return
    assert {section.label for section in sections if section.address == index} == {kind.section}
    assert index in {row.address for row in TABLE if isinstance(row, One)}
    assert any((folder / kind.template).is_file() for folder in TEMPLATES)
    assert kind.one
    assert kind.label
    assert kind.asked or kind not in kinds.SUBJECTS


@pytest.mark.parametrize("kind", kinds.ALL, ids=list(kinds.BY_NAME))
def test_references_are_to_kinds_and_sorts_that_there_are(kind: Kind[Any], every: Every) -> None:
    for path, part in declared(kind.record):
        with every.test(label_of(path, part)):
            if part.ref:
                assert set(part.ref.kinds) <= {*kinds.BY_NAME, OBSERVATIONS}, path
                assert not part.ref.sort or kinds.BY_NAME[part.ref.kinds[0]].sort(part.ref.sort), path


def test_the_library_has_every_kind() -> None:
    library = load(project.CASES / "base")
    assert [*library.records] == [kind.name for kind in kinds.ALL]
    assert {kind for kind, _ in library.entries()} == {kind.name for kind in kinds.ALL}


def test_facts_are_of_every_kind_of_claim_but_one() -> None:
    assert {*FACT_KINDS, OBSERVATION.name} == {kind.name for kind in CLAIMS}
