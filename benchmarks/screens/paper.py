"""How many sheets of paper pages print on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.statements.figures import Figure

# Sheets of A4.
YEAR, BRIEFING = 20, 2


def measured(site: Path, browser: Browser, heaviest: int | None = None) -> Iterator[Figure]:
    """The fullest year, and the briefings; with `heaviest`, only so many of them, those with most on them."""
    fullest = max((site / "years").glob("2*.html"), key=_size)
    address = fullest.relative_to(site).as_posix()
    yield Figure("sheets of the fullest year", sheets(browser, site, address), most=YEAR, about=address)
    briefings = sorted((site / "briefings").rglob("*.html"), key=_size, reverse=True)[:heaviest]
    printed = {path: sheets(browser, site, path.relative_to(site).as_posix()) for path in briefings}
    most = max(printed, key=lambda path: printed[path])
    yield Figure(
        "sheets of the longest briefing",
        printed[most],
        most=BRIEFING,
        about=f"of {len(printed)}; {most.relative_to(site).as_posix()}",
    )


def sheets(browser: Browser, site: Path, address: str) -> int:
    """The sheets of A4 that a page prints on."""
    page = browser.new_page()
    page.goto((site / address).as_uri())
    made = page.pdf(format="A4")
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", made))


def _size(path: Path) -> int:
    return path.stat().st_size
