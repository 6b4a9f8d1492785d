"""First screens of the live site: a new reader's questions, the quote of a fact, and no page without end."""

from __future__ import annotations

from pathlib import Path

from every import Every
from playwright.sync_api import Browser

from benchmarks.screens import lists
from benchmarks.screens.measure import measured

# Pages that are opened in each size; the benchmark opens all.
HEAVIEST = 30


def test_first_screens_answer_and_pages_end(site: Path, browser: Browser, every: Every) -> None:
    """The figures of `make bench-screens`, each within its bound, by the pages nearest to it."""
    found = [*measured(site, browser, HEAVIEST), *lists.measured(site)]
    assert len(found) == 8
    for figure in found:
        with every.test(figure.name):
            assert figure.holds, figure.row()
