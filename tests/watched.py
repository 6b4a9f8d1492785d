"""A page in a browser, opened from disk, that remembers what went wrong on it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

Scheme = Literal["light", "dark"]
ICON = "/assets/bamboo.svg"
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def uri(site: Path, address: str) -> str:
    """A page of the built site on disk, with its query and anchor."""
    path = re.split("[?#]", address)[0]
    return (site / path).as_uri() + address.removeprefix(path)


class Watched:
    """Errors and warnings of the console, failed requests, and any request to another host."""

    def __init__(self, page: Page, site: Path) -> None:
        self.page = page
        self.site = site
        self.wrong: list[str] = []
        page.on("console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("requestfailed", lambda request: self._failed(request.url, request.failure))
        page.on("request", lambda request: self._asked(request.url))

    def _failed(self, url: str, why: str | None) -> None:
        # Who leaves a page while its icon is on the way has lost nothing. A missing icon has another reason.
        if not (why == "net::ERR_ABORTED" and url.endswith(ICON)):
            self.wrong.append(f"failed: {url}")

    def _asked(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:", "about:")):
            self.wrong.append(f"asked another host: {url}")

    def open(self, address: str) -> Page:
        self.page.goto(uri(self.site, address))
        return self.page
