"""The live site on paper: the year with most on it stays short, a briefing is two sheets at most."""

from __future__ import annotations

from pathlib import Path

from every import Every
from playwright.sync_api import Browser

from benchmarks.screens import paper

# Of the briefings the heaviest are printed: the others have less on them.
PRINTED = 6


def test_the_fullest_year_and_the_briefings_print_on_few_sheets(
    browser: Browser, site: Path, every: Every
) -> None:
    found = list(paper.measured(site, browser, PRINTED))
    assert len(found) == 2
    for figure in found:
        with every.test(figure.name):
            assert figure.holds, figure.row()
