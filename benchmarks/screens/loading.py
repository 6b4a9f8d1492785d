"""What a page asks for, and whether anything on it moves while it loads."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page

from benchmarks.statements.figures import Figure

# Bytes of a page with all it asks for, gzipped, without the search's index; and how much of it may move.
HEAVIEST, SHIFT = 150_000, 0.1
WIDTHS = (360, 1440)

# Pages that are open at a time: while one is watched, the next ones load.
TABS = 4

# All that moves from the first frame until so long after a page is loaded.
_MOVED = """() => new Promise(done => {
  let sum = 0;
  const add = list => { for (const entry of list) if (!entry.hadRecentInput) sum += entry.value; };
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({type: "layout-shift", buffered: true});
  const left = 250 + performance.getEntriesByType("navigation")[0].loadEventEnd - performance.now();
  setTimeout(() => { add(observer.takeRecords()); done(sum); }, Math.max(50, left));
})"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Bytes of a page with every style, script and picture that a browser asks for, and how much of it moves,
    as browsers count it."""

    weight: int
    shift: float


def measured(site: Path, browser: Browser, addresses: Iterable[str]) -> Iterator[Figure]:
    """The heaviest of these pages, and those that move most, by width."""
    addresses = list(addresses)
    loads = {width: loaded(site, browser, width, addresses) for width in WIDTHS}
    weights = {one: max(found[one].weight for found in loads.values()) for one in addresses}
    heaviest = max(weights, key=lambda address: weights[address])
    yield Figure(
        "bytes of the heaviest page, gzipped, with all it asks for",
        weights[heaviest],
        most=HEAVIEST,
        about=f"of {len(weights)} kinds; {heaviest}",
    )
    for width, found in loads.items():
        most = max(found, key=lambda address: found[address].shift)
        name = f"how much of a page moves while it loads, {width} px wide"
        moved = found[most].shift
        yield Figure(name, moved, most=SHIFT, about=most if moved else "nothing on any")


def loaded(site: Path, browser: Browser, width: int, addresses: Iterable[str]) -> dict[str, Loaded]:
    """What a browser of this width makes of each page."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    tabs = [_Tab(context.new_page()) for _ in range(TABS)]
    found = {}
    for tab, address in zip(cycle(tabs), addresses, strict=False):
        found.update(tab.left())
        tab.open(site, address)
    for tab in tabs:
        found.update(tab.left())
    context.close()
    return found


class _Tab:
    """A page that is open, and what it asked for."""

    def __init__(self, page: Page) -> None:
        self._page, self._address = page, ""
        self._asked: list[str] = []
        page.on("request", lambda request: self._asked.append(request.url))

    def open(self, site: Path, address: str) -> None:
        self._address = address
        self._asked.clear()
        self._page.goto(f"{site.as_uri()}/{address}")

    def left(self) -> dict[str, Loaded]:
        """What is known of the page that is left now, if there is one."""
        if not self._address:
            return {}
        # Asked for first: it waits until the page is loaded and still.
        shift = float(self._page.evaluate(_MOVED))
        files = {re.split("[?#]", url)[0] for url in self._asked if url.startswith("file:")}
        files -= {url for url in files if "/search/core" in url or "minisearch" in url}
        return {self._address: Loaded(sum(map(_weight, files)), shift)}


@cache
def _weight(url: str) -> int:
    """Bytes of a file, gzipped: most pages ask for the same styles and scripts."""
    return len(gzip.compress(Path(unquote(urlsplit(url).path)).read_bytes()))
