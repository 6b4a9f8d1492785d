"""An address where nothing stands: the page that a host shows there leads on."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect


class Host(http.server.SimpleHTTPRequestHandler):
    """A host that answers like most: 404.html where there is no file."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def host(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_it_offers_to_search_for_the_words_of_the_address(host: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{host}/partners/brazil-and-friends.html")
    expect(page.locator("h1")).to_have_text("There is no such page")
    expect(page).to_have_title("Page not found – Bamboo")
    page.goto(f"{host}/partner/brazil.html")
    page.get_by_role("link", name="Search for “brazil”").click()
    page.wait_for_url("**/search.html?q=brazil")
    expect(page.locator("a.result__link").first).to_contain_text("Brazil")
    page.close()


def test_it_helps_without_scripts_and_hostile_addresses_do_nothing(host: str, browser: Browser) -> None:
    quiet = browser.new_context(java_script_enabled=False).new_page()
    quiet.goto(f"{host}/a/b/c.html")
    quiet.locator("article, main").get_by_role("link", name="A–Z", exact=True).first.click()
    quiet.wait_for_url("**/a-z.html")
    quiet.close()
    page = browser.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("pageerror", lambda error: said.append(str(error)))
    for hostile in ("%3Cimg%20src=x%20onerror=alert(1)%3E", "%22%3E%3Cscript%3Ealert(1)", "x%25zz", "%zz"):
        page.goto(f"{host}/{hostile}")
        expect(page.locator("a.lost")).to_be_visible()
    assert said == []
    page.close()


def test_its_own_address_is_nothing_to_search_for(host: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{host}/404.html")
    expect(page.locator("a.lost")).to_have_text("Search for what you came for")
    page.close()
