"""How each search is asked in a real browser. What it answers are addresses in order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from playwright.sync_api import Page

from benchmarks.search import score
from benchmarks.search.lists import is_list

PATIENCE = 60_000
"""Milliseconds after which a search that has not answered is taken to be broken."""


class Engine(Protocol):
    """One search on one site."""

    name: str

    def prepare(self, page: Page) -> None:
        """What must be in place before the first page opens."""

    def open(self, page: Page, base: str) -> None:
        """Open a page from which queries can be asked."""

    def answer(self, page: Page, base: str, text: str) -> list[str]:
        """Pages that a query finds, in order."""


@dataclass
class Bamboo:
    """The page of results. What is labelled as something else than an answer does not count as one."""

    name: str = "Bamboo"

    def prepare(self, page: Page) -> None:
        pass

    def open(self, page: Page, base: str) -> None:
        page.goto(base + "search.html?q=vietnam")
        page.wait_for_selector("ol.results > li.result", timeout=PATIENCE)

    def answer(self, page: Page, base: str, text: str) -> list[str]:
        """As by an address that was shared, without loading the page anew."""
        links = page.evaluate(
            """text => new Promise((resolve, reject) => {
              const SHOWN = "ol.results > li.result, .results__none";
              document.querySelectorAll("ol.results, .results__none").forEach(each => each.remove());
              history.replaceState(null, "", "?q=" + encodeURIComponent(text));
              const look = () => {
                if (!document.querySelector(SHOWN)) return;
                watch.disconnect();
                resolve([...document.querySelectorAll("ol.results > li.result")]
                  .filter(item => !item.closest("[data-labelled]"))
                  .map(item => item.querySelector("a.result__link").href));
              };
              const watch = new MutationObserver(look);
              watch.observe(document.body, { childList: true, subtree: true });
              setTimeout(() => reject(new Error("no results for " + text)), 20000);
              dispatchEvent(new PopStateEvent("popstate"));
            })""",
            text,
        )
        return score.pages(links, base, is_list)


# Types a query into the box and resolves with the addresses of what it offers, once the old list is gone,
# nothing there is loading any more, and nothing has changed for a while.
_TYPE = """
text => new Promise((resolve, reject) => {
  const QUIET = 60, PATIENCE = 20000;
  const find = document.querySelector(".find");
  const input = find.querySelector("[role=combobox]");
  const list = find.querySelector("[role=listbox]");
  const begin = performance.now();
  let changed = begin;
  const watch = new MutationObserver(() => { changed = performance.now(); });
  watch.observe(find, { childList: true, subtree: true, attributes: true, characterData: true });
  const old = document.createElement("i");
  list.replaceChildren(old);
  const look = () => {
    const now = performance.now();
    const busy = old.isConnected || find.parentNode.querySelector("[aria-busy=true]");
    if (now - begin > PATIENCE) return reject(new Error("the box does not answer " + text));
    if (busy || now - changed < QUIET) return setTimeout(look, 10);
    watch.disconnect();
    resolve([...list.querySelectorAll("[role=option]")]
      .filter(option => !option.closest("[data-labelled]"))
      .map(option => option.href)
      .filter(Boolean));
  };
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  look();
})
"""


@dataclass
class BambooBox:
    """The box in the header of any page: what it offers while a query is typed, in the order it is shown in.

    What leads to the page of results is no answer.
    """

    name: str = "Bamboo's box"

    def prepare(self, page: Page) -> None:
        pass

    def open(self, page: Page, base: str) -> None:
        page.goto(base + "about.html", wait_until="load")
        page.locator(".find [role=combobox]").focus()
        self.answer(page, base, "vietnam")

    def answer(self, page: Page, base: str, text: str) -> list[str]:
        found = score.pages(page.evaluate(_TYPE, text), base, is_list)
        return [address for address in found if address != "search.html"]


# Its worker tells the page what it found; the list on the page shows that, in that order.
_LISTEN = """
(() => {
  const Real = window.Worker;
  window.found = null;
  window.Worker = class extends Real {
    constructor(...of) {
      super(...of);
      this.addEventListener("message", ({ data }) => {
        if (data.type === 3) window.found = data.data.items;
      });
    }
  };
})();
"""


@dataclass
class Material:
    """Material's own search, typed into its box.

    It answers with pages that lack some of the words and says which. Such an answer is labelled, so it is
    none where nothing should be found; where something should be, it counts, in Material's favour.
    """

    name: str = "Material"

    def prepare(self, page: Page) -> None:
        page.add_init_script(_LISTEN)

    def open(self, page: Page, base: str) -> None:
        page.goto(base + "index.html", wait_until="load")
        page.locator(".md-search__input").focus()
        self.answer(page, base, "vietnam")

    def answer(self, page: Page, base: str, text: str, labelled: bool = True) -> list[str]:
        page.evaluate(
            """text => {
              window.found = null;
              const box = document.querySelector(".md-search__input");
              box.value = text;
              box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
            }""",
            text,
        )
        page.wait_for_function("window.found", timeout=PATIENCE)
        items = page.evaluate(
            """labelled => window.found
              .filter(([first, ...rest]) => labelled
                || [first, ...rest].some(part => Object.values(part.terms).length
                  && Object.values(part.terms).every(Boolean)))
              .map(([first]) => first.location)""",
            labelled,
        )
        return score.pages(items, base)


@dataclass
class Pagefind:
    """Pagefind by its JavaScript interface, as its own box uses it."""

    ranking: Mapping[str, Any] = field(default_factory=dict)
    name: str = "Pagefind"

    def prepare(self, page: Page) -> None:
        pass

    def open(self, page: Page, base: str) -> None:
        page.goto(base + "index.html", wait_until="load")
        page.evaluate(
            """async ([base, ranking]) => {
              window.pagefind = await import(base + "pagefind/pagefind.js");
              await window.pagefind.options({ ranking });
              await window.pagefind.init();
            }""",
            [base, json.loads(json.dumps(self.ranking))],
        )

    def answer(self, page: Page, base: str, text: str) -> list[str]:
        items = page.evaluate(
            """async ([text, depth]) => {
              const { results } = await window.pagefind.search(text);
              return Promise.all(results.slice(0, depth).map(async each => (await each.data()).url));
            }""",
            [text, score.DEPTH],
        )
        return score.pages(items, base)
