"""What a page asks for, and whether anything on it moves while it loads."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

from benchmarks.statements.figures import Figure

# Bytes of a page with all it asks for, gzipped, without the search's index; and how much of it may move.
HEAVIEST, SHIFT = 150_000, 0.1
WIDTHS = (360, 1440)

_MOVED = """() => new Promise(done => { let sum = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
}).observe({type: "layout-shift", buffered: true}); setTimeout(() => done(sum), 250); })"""


def measured(site: Path, browser: Browser, addresses: Iterable[str]) -> Iterator[Figure]:
    """The heaviest of these pages, and those that move most, by width."""
    addresses = list(addresses)
    weights = weighed(site, browser, addresses)
    heaviest = max(weights, key=lambda address: weights[address])
    yield Figure(
        "bytes of the heaviest page, gzipped, with all it asks for",
        weights[heaviest],
        most=HEAVIEST,
        about=f"of {len(weights)} kinds; {heaviest}",
    )
    for width in WIDTHS:
        moved = shifts(site, browser, width, addresses)
        most = max(moved, key=lambda address: moved[address])
        name = f"how much of a page moves while it loads, {width} px wide"
        yield Figure(name, moved[most], most=SHIFT, about=most if moved[most] else "nothing on any")


def weighed(site: Path, browser: Browser, addresses: Iterable[str]) -> dict[str, int]:
    """The weight of each page: with every style, script and picture that a browser asks for."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found = {}
    for address in addresses:
        asked.clear()
        page.goto(f"{site.as_uri()}/{address}")
        files = {re.split("[?#]", url)[0] for url in asked if url.startswith("file:")}
        files -= {url for url in files if "/search/core" in url or "minisearch" in url}
        found[address] = sum(_weight(url) for url in files)
    context.close()
    return found


def shifts(site: Path, browser: Browser, width: int, addresses: Iterable[str]) -> dict[str, float]:
    """How much of each page moves, as browsers count it."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    found = {}
    for address in addresses:
        page.goto(f"{site.as_uri()}/{address}")
        found[address] = float(page.evaluate(_MOVED))
    context.close()
    return found


@cache
def _weight(url: str) -> int:
    """Bytes of a file, gzipped: most pages ask for the same styles and scripts."""
    return len(gzip.compress(Path(unquote(urlsplit(url).path)).read_bytes()))
