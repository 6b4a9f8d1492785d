"""Every kind of page as others judge sites: WCAG by axe-core, valid HTML, links, weight, quiet layout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import node
import pytest
import yaml
from axe import assert_axe_finds_nothing, violations
from every import Every
from pages import all_pages, kinds
from playwright.sync_api import Browser

from benchmarks.screens import loading

NPM = Path(__file__).parent.parent / "npm"
WIDTHS = (360, 768, 1440)
# Tests that the kinds of pages are dealt to, so that two processes share them.
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_kind_of_page(part: int, browser: Browser, site: Path) -> None:
    """In the dark, whose colours are the same at all widths, at the narrowest."""
    assert_axe_finds_nothing(browser, site, kinds(site)[part::PARTS], WIDTHS, dark=True)


def test_axe_does_find_faults(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html><body><img src='data:,'><a href='#'></a></body></html>")
    assert violations(page, "light")
    page.close()


def html_validate(paths: list[Path]) -> list[dict[str, Any]]:
    """What html-validate says: file, line, rule, message and selector of each complaint."""
    done = node.run(NPM / "htmlvalidate.mjs", *map(str, paths), capture_output=True)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_html_is_valid(site: Path) -> None:
    shown = [site / kind for kind in kinds(site) if "?" not in kind]
    others = [path for path in all_pages(site) if path not in shown]
    paths = [*shown, site / "404.html", *others[:: max(1, len(others) // 25)]]
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
    assert len(found["links"]) > len(kinds(site))
    assert done.returncode == 0


@pytest.mark.parametrize("width", loading.WIDTHS)
def test_no_page_is_heavy_and_nothing_jumps_while_one_loads(
    browser: Browser, site: Path, width: int, every: Every
) -> None:
    for address, found in loading.loaded(site, browser, width, kinds(site)).items():
        with every.test(address):
            assert found.weight <= loading.HEAVIEST
            assert found.shift < loading.SHIFT


def test_a_page_that_jumps_is_seen_also_behind_others_and_by_its_weight(
    browser: Browser, tmp_path: Path
) -> None:
    late = "setTimeout(() => document.querySelector('b').style.height = '300px', 100)"
    text = "<!doctype html><b style='display: block'></b><p style='height: 90vh'>Words.</p>"
    addresses = [f"{number}.html" for number in range(loading.TABS + 1)]
    for address in addresses:
        (tmp_path / address).write_text(text, encoding="utf-8")
    (tmp_path / "0.html").write_text(f"{text}<script src=0.js></script>", encoding="utf-8")
    (tmp_path / "0.js").write_text(late, encoding="utf-8")
    found = loading.loaded(tmp_path, browser, 360, addresses)
    assert [address for address in addresses if found[address].shift >= loading.SHIFT] == ["0.html"]
    assert found["0.html"].weight > found["1.html"].weight > 0
