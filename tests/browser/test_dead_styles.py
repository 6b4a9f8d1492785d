"""No rule of style is left over: each selector of ours matches something that some page can show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from bamboo.site import styles
from pages import all_pages, kinds
from playwright.sync_api import Browser, Page
from watched import uri

# Selectors that match nothing as pages are built or while the test walks them, each with its reason.
ALLOWED = Path(__file__).parent / "styles_without_a_page.yml"

# Each selector by itself: of nested rules, of lists, and of each branch of :is(). What a reader does (points
# at it, has the focus on it) is taken away, and so are parts of elements that only styles know.
SELECTORS = r"""text => {
  const top = list => {  // the parts of a list, split at its own commas
    let depth = 0, from = 0; const parts = [];
    for (let at = 0; at < list.length; at += 1) {
      if ("([".includes(list[at])) depth += 1;
      else if (")]".includes(list[at])) depth -= 1;
      else if (list[at] === "," && !depth) { parts.push(list.slice(from, at)); from = at + 1; }
    }
    return [...parts, list.slice(from)].map(part => part.trim());
  };
  const branches = (selector, from = 0) => {
    const start = selector.indexOf(":is(", from);
    if (start < 0) return [selector];
    let end = start + 4;
    for (let depth = 1; depth; end += 1) depth += {"(": 1, ")": -1}[selector[end]] || 0;
    const inside = top(selector.slice(start + 4, end - 1)).flatMap(one => branches(one));
    return inside.flatMap(one =>
      branches(`${selector.slice(0, start)}:is(${one})${selector.slice(end)}`, start + one.length + 5));
  };
  const state = ":(hover|focus|focus-visible|focus-within|target|placeholder-shown)(?![\\w-])";
  const still = selector => selector
    .replace(new RegExp(`:not\\(${state}\\)`, "g"), "")
    .replace(/::?(first-letter|::?[a-z-]+(?=$|\s))/g, "")
    .replace(/::[a-z-]+/g, "")
    .replace(new RegExp(state, "g"), "")
    .replaceAll(":is()", "")
    .replace(/^$|(?<=[\s>+~])$/, "*");
  const found = new Set();
  const walk = (rules, parents) => {
    for (const rule of rules) {
      const written = rule.selectorText ? top(rule.selectorText) : [];
      const own = written.flatMap(one =>
        one.includes("&") ? parents.map(parent => one.replaceAll("&", `:is(${parent})`)) : [one]);
      if (rule.style?.length) own.flatMap(one => branches(one)).forEach(one => found.add(still(one)));
      if (rule.cssRules) walk(rule.cssRules, own.length ? own : parents);
    }
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  walk(sheet.cssRules, []);
  return [...found];
}"""
UNUSED = "list => list.filter(one => !document.querySelector(one))"
UNUSED_OF = """([list, texts]) => {
  const pages = texts.map(text => new DOMParser().parseFromString(text, "text/html"));
  return list.filter(one => !pages.some(page => page.querySelector(one)));
}"""
PAGES_AT_ONCE = 50


def selectors(page: Page, text: str) -> list[str]:
    """The selectors of a style sheet, each as one that can be asked for."""
    return sorted(page.evaluate(SELECTORS, text))


def used(page: Page, site: Path) -> Iterator[None]:
    """Pages in the states that scripts and readers bring them into, one after the other."""
    for address in [*kinds(site), "404.html"]:
        page.goto(uri(site, address))
        yield
    quoted = '"Vietnam and Japan opened a school"'
    for query in (
        "2024",
        "australia&kind=visit",
        "zzzzqqq",
        "mongolia+halal",
        "nhat+ban",
        "mongola",
        "tourists",
        "trade+zebra",
        quoted,
    ):
        page.goto(uri(site, f"search.html?q={query}"))
        page.wait_for_selector(".results__status:not(:empty)")
        page.wait_for_selector(".result, .results__none")
        yield
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(uri(site, "index.html"))
    page.locator("#home-q").fill("mongolia")
    page.wait_for_selector(".hero__find mark")
    yield
    page.goto(uri(site, "partners/japan.html"))
    page.locator(".find-open").click()
    page.wait_for_selector(".find__clear")
    yield
    for query in ("bui thanh", "mongolia halal", "nhat ban", "mongola", quoted):
        page.locator("#bamboo-search").fill(query)
        page.wait_for_selector(f".find__title:has-text('for “{query}”'), .find__note:has-text('{query}')")
        page.keyboard.press("ArrowDown")
        yield
    page.wait_for_selector(".find__passage")
    yield
    page.locator(".find__passage").first.click()
    page.wait_for_selector(".sought-clear")
    yield
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto(uri(site, "partners/japan.html"))
    page.locator("a[data-note]").first.hover()
    page.wait_for_selector(".note-card p")
    yield
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.resolve(); }")
    page.get_by_role("button", name="Copy with source").first.click()
    page.get_by_role("button", name="Copied").first.wait_for()
    yield
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Copy with source").first.click()
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.wait_for_selector(".take__text")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    yield
    page.get_by_role("link", name="My list").click()
    page.wait_for_selector(".list-page .claim")
    yield
    page.goto(uri(site, "sources/wvr-2024-h1.html"))
    start = page.locator(".seed__start").last
    page.goto(uri(site, f"sources/wvr-2024-h1.html#{start.get_attribute('id')}"))
    page.locator(".cited--sought").first.hover()
    yield
    page.locator(".note-on").first.hover()
    yield
    page.goto(uri(site, "timeline.html?month=2024-08"))
    yield
    page.goto(uri(site, "compare.html?partners=japan,mongolia"))
    page.wait_for_selector(".compare--picked")
    yield


def unused(page: Page, site: Path, left: list[str]) -> list[str]:
    """The selectors that match nothing on any page in any of its states."""
    for _ in used(page, site):
        left = page.evaluate(UNUSED, left)
    every = all_pages(site)
    for at in range(0, len(every), PAGES_AT_ONCE):
        if left:
            texts = [path.read_text(encoding="utf-8") for path in every[at : at + PAGES_AT_ONCE]]
            left = page.evaluate(UNUSED_OF, [left, texts])
    return left


def test_every_rule_has_a_page(browser: Browser, site: Path) -> None:
    allowed = yaml.safe_load(ALLOWED.read_text(encoding="utf-8"))
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    found = unused(page, site, selectors(page, styles.sheet([])))
    page.close()
    excused = {one["selector"]: [s for s in found if one["selector"] in s] for one in allowed}
    assert [s for s in found if not any(s in those for those in excused.values())] == []
    assert [selector for selector, those in excused.items() if not those] == [], (
        "an excuse that no rule needs"
    )
    assert all(one["reason"] for one in allowed)


def test_a_dead_rule_is_seen(browser: Browser) -> None:
    page = browser.new_page()
    text = """@layer a { .here, .gone { color: red }
      @media print { :is(.here, ul.lost) a:hover::after { top: 0 } }
      .here { & .inside, & .outside { color: red } } } :focus-visible { color: red }"""
    page.set_content("<html class=here><a></a><b class=inside></b></html>")
    assert page.evaluate(UNUSED, selectors(page, text)) == [".gone", ":is(.here) .outside", ":is(ul.lost) a"]
    page.close()
