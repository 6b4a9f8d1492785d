"""The live site on paper: the year with most on it stays short, a briefing is two sheets at most."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser
from watched import uri

YEAR = 20
BRIEFING = 2
# Of the briefings the heaviest are printed: the others have less on them.
PRINTED = 6


def sheets(browser: Browser, site: Path, address: str) -> int:
    """The sheets of A4 that a page prints on."""
    page = browser.new_page()
    page.goto(uri(site, address))
    made = page.pdf(format="A4")
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", made))


def test_the_fullest_year_prints_on_few_sheets(browser: Browser, site: Path) -> None:
    fullest = max((site / "years").glob("2*.html"), key=lambda path: path.stat().st_size)
    assert sheets(browser, site, fullest.relative_to(site).as_posix()) <= YEAR


def test_a_briefing_prints_on_two_sheets(browser: Browser, site: Path) -> None:
    briefings = sorted((site / "briefings").rglob("*.html"), key=lambda path: -path.stat().st_size)
    assert len(briefings) > PRINTED
    long = {
        path.name: printed
        for path in briefings[:PRINTED]
        if (printed := sheets(browser, site, path.relative_to(site).as_posix())) > BRIEFING
    }
    assert long == {}
