"""What a search costs: bytes on the way, time from the first key to results, time from a key to results.

Times are taken inside the page, from the key that is pressed until the list has changed. The numbers of a
machine mean little; those of the three searches in one run can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.search.engines import PATIENCE
from benchmarks.search.score import median
from benchmarks.search.serving import Served, transferred

WORDS = ("japan",)
TYPED = ("strategic partnership", "to lam", "unesco", "800 billion", "camboda", "overs viet")
START = "about.html"
"""A page like any other, on which the visit begins."""
NEXT = "partners/cuba.html"


@dataclass(frozen=True)
class Box:
    """Where to type and what appears. Pagefind is asked by its interface: no box, so nothing to draw."""

    field: str
    results: str


BOXES = {
    "Bamboo": Box("#bamboo-search", "[role=listbox] [role=option] .find__facts"),
    "Material": Box(".md-search__input", ".md-search-result__item"),
}

# Resolves with the milliseconds from the next key until an element is there that was not there before.
_FIRST = """
results => {
  window.first = new Promise(resolve => {
    addEventListener("keydown", () => {
      const begin = performance.now();
      const look = () => {
        if (!document.querySelector(results)) return;
        watch.disconnect();
        resolve(performance.now() - begin);
      };
      const watch = new MutationObserver(look);
      watch.observe(document.body, { childList: true, subtree: true });
      look();
    }, { once: true, capture: true });
  });
}
"""

# The same from each key until the list was made anew: a mark put into it is gone.
_KEY = """
list => {
  window.each = new Promise(resolve => {
    const end = begin => {
      const stop = taken => { watch.disconnect(); clearTimeout(late); resolve(taken); };
      const watch = new MutationObserver(() => stop(performance.now() - begin));
      const late = setTimeout(() => stop(null), 1000);
      const all = { childList: true, subtree: true };
      for (const each of document.querySelectorAll(list)) watch.observe(each, all);
    };
    addEventListener("keydown", () => end(performance.now()), { once: true, capture: true });
  });
}
"""

_LISTS = {"Bamboo": "[role=listbox]", "Material": ".md-search-result__list"}

_PAGEFIND_FIRST = """
async ([base, ranking, text]) => {
  const begin = performance.now();
  const pagefind = window.pagefind = await import(base + "pagefind/pagefind.js");
  await pagefind.options({ ranking });
  const { results } = await pagefind.search(text);
  await Promise.all(results.slice(0, 5).map(each => each.data()));
  return performance.now() - begin;
}
"""

_PAGEFIND_KEY = """
async text => {
  const begin = performance.now();
  const { results } = await window.pagefind.search(text);
  await Promise.all(results.slice(0, 5).map(each => each.data()));
  return performance.now() - begin;
}
"""


@dataclass(frozen=True)
class Cost:
    """Of one search on one site. Bytes are compressed; times are medians in milliseconds, but for `worst`."""

    before: int
    requests_before: int
    first: int
    files: int
    cold: float
    warm: float
    key: float
    worst: float


def cost(
    browser: Browser,
    name: str,
    served: Served,
    idle: set[str],
    ranking: object,
    times: int,
    words: Sequence[str] = WORDS,
) -> Cost:
    """Measure a search. `idle` are the files that a page of the site without any search asks for.

    A visit begins with one of `words` after the other; the bytes are those of the one that takes most.
    """
    cold, warm, typed = [], [], []
    before: set[str] = set()
    used: set[str] = set()
    for text in [*words] * times:
        context = browser.new_context(bypass_csp=True)
        page = _visit(context, served, START)
        before = set(served.asked) - idle
        served.forget()
        cold.append(first(page, name, served, ranking, text))
        now = set(served.asked) - idle - {START, NEXT} - before
        used = max(used, now, key=lambda asked: _bytes(served, asked))
        page.goto(served.base + NEXT, wait_until="networkidle")
        warm.append(first(page, name, served, ranking, text))
        typed += keys(page, name)
        context.close()
    return Cost(
        before=_bytes(served, before),
        requests_before=len(before),
        first=_bytes(served, used),
        files=len(used),
        cold=median(cold),
        warm=median(warm),
        key=median(typed),
        worst=max(typed),
    )


def asked_by_a_page(browser: Browser, served: Served) -> set[str]:
    """What opening a page asks for, the page itself left out."""
    context = browser.new_context(bypass_csp=True)
    _visit(context, served, START).goto(served.base + NEXT, wait_until="networkidle")
    context.close()
    return set(served.asked) - {START, NEXT}


def _visit(context: BrowserContext, served: Served, address: str) -> Page:
    served.forget()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(served.base + address, wait_until="networkidle")
    served.asked[:] = [asked for asked in served.asked if asked != address]
    return page


def first(page: Page, name: str, served: Served, ranking: object, text: str) -> float:
    """Milliseconds from the first key to results, on a page where nothing was searched for yet."""
    if name not in BOXES:
        return float(page.evaluate(_PAGEFIND_FIRST, [served.base, ranking, text]))
    box = BOXES[name]
    page.evaluate(_FIRST, box.results)
    page.focus(box.field)
    page.keyboard.type(text)
    taken = float(page.evaluate("window.first"))
    # What it loads to answer better counts too.
    page.wait_for_function("!document.querySelector('[aria-busy=true]')")
    page.wait_for_load_state("networkidle")
    return taken


def keys(page: Page, name: str) -> list[float]:
    """Milliseconds from each key to its results, once loaded. Keys that change nothing are not counted."""
    taken = []
    for text in TYPED:
        if name not in BOXES:
            taken += [page.evaluate(_PAGEFIND_KEY, text[:end]) for end in range(1, len(text) + 1)]
            continue
        page.fill(BOXES[name].field, "")
        for key in text:
            page.evaluate(_KEY, _LISTS[name])
            page.keyboard.press("Space" if key == " " else key)
            taken.append(page.evaluate("window.each"))
    return [float(one) for one in taken if one is not None]


def _bytes(served: Served, names: set[str]) -> int:
    return sum(transferred(served.file(name)) for name in names if served.file(name).is_file())
