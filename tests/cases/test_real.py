"""Statements about short texts: the true ones pass, the false ones are noticed; the exceptions are listed."""

from __future__ import annotations

from pathlib import Path

import pytest
import realtexts


@pytest.mark.parametrize("file", realtexts.files(), ids=lambda path: path.stem)
def test_statements_are_judged_rightly(file: Path) -> None:
    """`python -m benchmarks.reading --write` takes those that are right now off the list."""
    wrong = [one.label for one in realtexts.read(file) if not one.judged()]
    assert wrong == [label for label in realtexts.not_yet() if label.split(" ")[0] == file.stem]


def test_no_exception_is_of_no_statement() -> None:
    labels = {one.label for file in realtexts.files() for one in realtexts.read(file)}
    assert set(realtexts.not_yet()) <= labels
