"""Asks the search of a built site in its own page, and holds its answers against a table of cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

ASK = """queries => bambooSearch.ready().then(() => queries.map(query => {
  const { results, labelled, absent, nowhere } = bambooSearch.find(query);
  return {
    urls: results.map(one => one.url),
    full: results.some(one => !one.missing.length),
    absent,
    nowhere,
    labelled: labelled && labelled.kind,
  };
}))"""

# Query by query what must be found: see the head of a file of cases.
Cases = dict[str, dict[str, Any]]


def read(path: Path) -> dict[str, Cases]:
    """The cases of a file by group."""
    found: dict[str, Cases] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def ask(page: Page, queries: list[str]) -> list[dict[str, Any]]:
    """What the site answers to each query."""
    answers: list[dict[str, Any]] = page.evaluate(ASK, queries)
    return answers


def addresses(answer: dict[str, Any]) -> list[str]:
    """The pages of an answer, without `.html`."""
    return [url.partition("#")[0].removesuffix(".html") for url in answer["urls"]]


def wrong(page: Page, cases: Cases) -> dict[str, object]:
    """The queries that are not answered as the cases say."""
    answers = ask(page, list(cases))
    return {
        query: (wanted, addresses(answer)[:4], answer["absent"], answer["nowhere"])
        for (query, wanted), answer in zip(cases.items(), answers, strict=True)
        if not _as_wanted(answer, wanted)
    }


def _as_wanted(answer: dict[str, Any], wanted: dict[str, Any]) -> bool:
    found = addresses(answer)
    if answer["nowhere"] != [wanted[key] for key in ("nowhere",) if key in wanted]:
        return False
    if "first" in wanted:
        return found[:1] == [wanted["first"]]
    if "within 3" in wanted:
        return wanted["within 3"] in found[:3]
    if "fewer" in wanted:
        return not answer["full"] and bool(found or answer["labelled"] == "fewer")
    country = wanted["nothing"]
    return not found and bool(answer["absent"] == ([] if country is True else [country]))
