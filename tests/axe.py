"""What axe-core finds on the pages of a site, in light and in dark."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import node
from playwright.sync_api import Browser, Page
from watched import Scheme, Watched

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The two schemes differ in nothing but colours.
COLOURS = ["color-contrast", "link-in-text-block"]
RULES = {"light": {"type": "tag", "values": TAGS}, "dark": {"type": "rule", "values": COLOURS}}
# Colours are judged as they are in the end, not on their way there while a page loads.
STILL = "*, ::before, ::after { transition: none !important; }"
# The theme's own name of each scheme.
NAMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
# What answers to a new width does so before the second frame.
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
RUN = """rules => axe.run(document, {resultTypes: ["violations"], preload: false, runOnly: rules}).then(
  found => found.violations.map(rule => `${rule.id}: ${rule.help}; ${rule.nodes.length} times, such as ` +
    `${rule.nodes[0].html.slice(0, 200)} (${rule.nodes[0].target})`))"""


@cache
def source() -> str:
    """The script of axe-core."""
    return (node.MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, scheme: Scheme) -> list[str]:
    """What breaks the rules on an open page, for the given scheme of colours."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(source())
    found: list[str] = page.evaluate(RUN, RULES[scheme])
    return found


def assert_axe_finds_nothing(
    browser: Browser, site: Path, addresses: Iterable[str], widths: Sequence[int], dark: bool
) -> None:
    """Each page is loaded once, at the first width, and then made as wide as the others and dark."""
    found = {}
    context = browser.new_context(viewport={"width": widths[0], "height": 800}, color_scheme="light")
    watched = Watched(context.new_page(), site)
    for address in addresses:
        page = watched.open(address)
        page.add_style_tag(content=STILL)
        page.wait_for_function(f"document.body.dataset.mdColorScheme === '{NAMES['light']}'")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(DRAWN)
            if said := violations(page, "light"):
                found[f"{address} ({width} px)"] = said
        if dark:
            page.set_viewport_size({"width": widths[0], "height": 800})
            page.emulate_media(color_scheme="dark")
            page.evaluate(f"document.body.dataset.mdColorScheme = '{NAMES['dark']}'")
            if said := violations(page, "dark"):
                found[f"{address} (dark)"] = said
            page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": widths[0], "height": 800})
    context.close()
    assert not found, json.dumps(found, indent=1)
    assert watched.wrong == []
