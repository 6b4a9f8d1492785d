"""How heavy the pages of a built site are, by kind, and how long the heaviest take to become usable."""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

MOST_BYTES, MOST_ELEMENTS = 150_000, 3_000
SLOWER = 4  # times: a phone's processor
_TAG = re.compile(r"<[a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Weight:
    """A page: bytes compressed with gzip, and elements."""

    address: str
    size: int
    elements: int

    @property
    def kind(self) -> str:
        """Pages of one kind have one folder, or a name of their own."""
        folder, slash, _ = self.address.partition("/")
        if not slash:
            return self.address
        return f"{folder}/index.html" if self.address.endswith("/index.html") else f"{folder}/…"

    @property
    def heavy(self) -> bool:
        """Whether it is over a bound."""
        return self.size > MOST_BYTES or self.elements > MOST_ELEMENTS


def weigh(site: Path) -> list[Weight]:
    """Every page, the heaviest first."""
    found = []
    for path in site.rglob("*.html"):
        content = path.read_bytes()
        many = len(_TAG.findall(content.decode("utf-8")))
        found.append(Weight(path.relative_to(site).as_posix(), len(gzip.compress(content, 6)), many))
    return sorted(found, key=lambda page: (-page.size, page.address))


def by_kind(pages: Iterable[Weight]) -> dict[str, list[Weight]]:
    """Pages by their kind, the kinds with the heaviest page first."""
    kinds: dict[str, list[Weight]] = {}
    for page in pages:
        kinds.setdefault(page.kind, []).append(page)
    return kinds


def usable(browser: Browser, site: Path, pages: Sequence[Weight]) -> dict[str, float]:
    """Seconds from asking for a page to the second frame after it has loaded, on a slow processor."""
    found = {}
    for one in pages:
        page = browser.new_page()
        driver = page.context.new_cdp_session(page)
        driver.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.set_default_timeout(180_000)
        begun = time.perf_counter()
        page.goto((site / one.address).as_uri(), wait_until="load")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        found[one.address] = time.perf_counter() - begun
        page.close()
    return found
