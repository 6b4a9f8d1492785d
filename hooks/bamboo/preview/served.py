"""Answers a browser: a page at once where it is up to date, and the news when the page that it shows is not.

MkDocs keeps every request waiting while it builds, and then has every open page loaded again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from html import escape
from threading import Condition
from typing import Any
from urllib.parse import urlsplit

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_POLL = re.compile(r"/livereload/([0-9]+)/[0-9]+")
# A browser that has waited so many seconds is answered, and asks again.
_PATIENCE = 60
# So many pages are taken to be open: those asked for last.
_OPEN = 4
# The empty place above every page that Material keeps for announcements.
_PLACE = '<div data-md-component="announce">'


class Served:
    """In front of `app`, MkDocs' own server of files. Builds have numbers that grow, given by MkDocs."""

    def __init__(self, app: App, mount: str) -> None:
        self._app, self._mount = app, mount
        self.findings = ""
        """What is wrong with the data, shown above every page."""
        self._state = Condition()
        self._building = False
        self._current: set[str] = set()
        self._changed: dict[str, int] = {}
        self._all_changed = 0
        self._asked: list[str] = []

    @property
    def open(self) -> tuple[str, ...]:
        """The pages that are open in a browser, as far as is known, the one asked for last first."""
        with self._state:
            return tuple(self._asked)

    def begin(self) -> None:
        """From now on, pages wait that are not yet up to date."""
        with self._state:
            self._building = True
            self._current.clear()

    def end(self) -> None:
        """All pages are as they are to be."""
        with self._state:
            self._building = False
            self._current.clear()
            self._state.notify_all()

    def show(self, current: Collection[str], changed: Collection[str], build: int) -> None:
        """Say of pages that they are up to date, and of some of them that they have `changed` in a build."""
        with self._state:
            self._current |= {*current}
            self._changed |= dict.fromkeys(changed, build)
            self._state.notify_all()

    def show_all(self, build: int, findings: str) -> None:
        """Say that every page has changed in a build, and what to show above it."""
        with self._state:
            self.findings = findings
            self._all_changed = build
            self._state.notify_all()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""
        path = environ["PATH_INFO"]
        if poll := _POLL.fullmatch(path):
            seen = int(poll[1])
            page = self._page(urlsplit(environ.get("HTTP_REFERER", "")).path)
            with self._state:
                self._ask(page)
                self._state.wait_for(lambda: self._last_change(page) > seen, _PATIENCE)
                said = max(self._last_change(page), seen)
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [b"%d" % said]
        page = self._page(path)
        if page.endswith(".html"):
            with self._state:
                self._ask(page)
                self._state.wait_for(lambda: not self._building or page in self._current)
            if self.findings and page not in self._current:
                return self._with_findings(environ, start_response)
        return self._app(environ, start_response)

    def _last_change(self, page: str) -> int:
        return max(self._changed.get(page, 0), self._all_changed)

    def _with_findings(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        heads: list[tuple[str, list[tuple[str, str]]]] = []
        answer = self._app(environ, lambda status, headers: heads.append((status, headers)))
        body = with_findings(b"".join(answer).decode("utf-8"), self.findings).encode("utf-8")
        status, headers = heads[0]
        rest = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*rest, ("Content-Length", str(len(body)))])
        return [body]

    def _page(self, path: str) -> str:
        address = path.removeprefix(self._mount)
        return f"{address}index.html" if not address or address.endswith("/") else address

    def _ask(self, page: str) -> None:
        self._asked = [page, *(other for other in self._asked if other != page)][:_OPEN]


def with_findings(html: str, findings: str) -> str:
    """A finished page with what is wrong with the data written above it."""
    if not findings:
        return html
    shown = f'<div class="md-banner"><pre class="findings" role="alert">{escape(findings)}</pre></div>'
    return html.replace(_PLACE, _PLACE + shown, 1)
