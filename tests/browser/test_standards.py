"""Every kind of page as others judge sites: WCAG by axe-core, valid HTML, links, weight, quiet layout."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import node
import pytest
import yaml
from pages import KINDS, all_pages
from playwright.sync_api import Browser
from watched import Watched, uri

NPM = Path(__file__).parent.parent / "npm"
WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The two schemes differ in nothing but colours.
COLOURS = ["color-contrast", "link-in-text-block"]
RULES = {"light": {"type": "tag", "values": TAGS}, "dark": {"type": "rule", "values": COLOURS}}
AXE = """rules => axe.run(document, {resultTypes: ["violations"], preload: false, runOnly: rules}).then(
  found => found.violations.map(rule => `${rule.id}: ${rule.help}; ${rule.nodes.length} times, such as ` +
    `${rule.nodes[0].html.slice(0, 200)} (${rule.nodes[0].target})`))"""
SHIFT = """() => new Promise(done => { let sum = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
}).observe({type: "layout-shift", buffered: true}); setTimeout(() => done(sum), 250); })"""
HEAVIEST = 150_000  # bytes of a page with all it asks for, gzipped, without the search's index


@pytest.fixture(params=[(w, s) for w in WIDTHS for s in SCHEMES], ids=lambda pair: f"{pair[0]}-{pair[1]}")
def watched(request: pytest.FixtureRequest, browser: Browser, site: Path) -> Iterator[Watched]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = Watched(context.new_page(), site)
    found.scheme = scheme
    yield found
    context.close()
    assert found.wrong == []


def test_axe_finds_nothing_on_any_kind_of_page(watched: Watched) -> None:
    source = (NPM / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    found = {}
    for address in KINDS:
        page = watched.open(address)
        page.evaluate(source)
        if said := page.evaluate(AXE, RULES[watched.scheme]):
            found[address] = said
    assert not found, json.dumps(found, indent=1)


def test_axe_does_find_faults(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html><body><img src='data:,'><a href='#'></a></body></html>")
    page.evaluate((NPM / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    assert page.evaluate(AXE, RULES["light"])


def html_validate(paths: list[Path]) -> list[dict[str, Any]]:
    """What html-validate says: file, line, rule, message and selector of each complaint."""
    done = node.run(NPM / "htmlvalidate.mjs", *map(str, paths), capture_output=True)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_html_is_valid(site: Path) -> None:
    kinds = [site / kind for kind in KINDS if "?" not in kind]
    others = [path for path in all_pages(site) if path not in kinds]
    paths = [*kinds, site / "404.html", *others[:: max(1, len(others) // 25)]]
    exceptions = yaml.safe_load((NPM / "html_exceptions.yml").read_text(encoding="utf-8"))
    needed = set()
    wrong = []
    for said in html_validate(paths):
        known = [
            index
            for index, one in enumerate(exceptions)
            if one["rule"] == said["ruleId"] and one["selector"] in (said["selector"] or "")
        ]
        needed.update(known)
        if not known:
            wrong.append(f"{said['file']}:{said['line']} {said['ruleId']}: {said['message']}")
    assert wrong == []
    assert needed == set(range(len(exceptions))), "an exception that no page needs"


def test_html_validate_does_find_faults(tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    path.write_text("<!doctype html><p><div></div></p><img>", encoding="utf-8")
    assert html_validate([path])


def test_linkinator_finds_nothing(site: Path) -> None:
    script = NPM / "node_modules" / "linkinator" / "build" / "src" / "cli.js"
    words = [".", "--recurse", "--skip", r"^https?://(?!localhost|127\.)", "--format", "json"]
    done = node.run(script, *words, capture_output=True, cwd=site)
    found = json.loads(done.stdout)
    assert [link for link in found["links"] if link["state"] == "BROKEN"] == []
    assert len(found["links"]) > len(KINDS)
    assert done.returncode == 0


def test_no_page_is_heavy(browser: Browser, site: Path) -> None:
    """Each page with every style, script and picture that a browser asks for."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in KINDS:
        asked.clear()
        page.goto(uri(site, address))
        files = {re.split("[?#]", url)[0] for url in asked if url.startswith("file:")}
        files -= {url for url in files if "/search/core" in url or "minisearch" in url}
        weight = sum(len(gzip.compress((site / path_of(site, url)).read_bytes())) for url in files)
        assert weight <= HEAVIEST, f"{address}: {weight} bytes"
    context.close()


def path_of(site: Path, url: str) -> Path:
    """The file behind a file: address."""
    return Path(unquote(urlsplit(url).path)).relative_to(site)


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_jumps_while_a_page_loads(browser: Browser, site: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for address in KINDS:
        page.goto(uri(site, address))
        assert page.evaluate(SHIFT) < 0.1, address
    context.close()


def test_text_twice_as_large_still_fits_a_phone(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    wide = {}
    for address in KINDS:
        page.goto(uri(site, address))
        page.evaluate(
            "document.documentElement.style.fontSize = "
            "2 * parseFloat(getComputedStyle(document.documentElement).fontSize) + 'px'"
        )
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide[address] = over
    context.close()
    assert not wide
