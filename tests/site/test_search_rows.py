"""The index names its own columns, kinds and facets: the scripts have no list of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

QUERIES = [
    "japan",
    "to lam",
    "trade turnover",
    "Nhật Bản",
    "2024",
    "kiều bào",
    "austr",
    "Mongola",
    "contribute",
]
ASK = """queries => bambooSearch.ready().then(() => queries.map(query =>
  bambooSearch.find(query).results.map(({ url, title, kind, doc }) => [
    url, title, kind, doc.when, doc.quotes?.map(one => one.text),
    bambooSearch.facets().slice(1).map(facet => bambooSearch.values(doc, facet)),
  ])))"""


def turned(core: dict[str, Any]) -> dict[str, Any]:
    """The same index with its columns the other way round, but for the last ones, which rows may lack."""
    found = {**core, "columns": {}}
    for rows, columns in core["columns"].items():
        all_have = len(columns) - (2 if rows == "passages" else 1)
        found["columns"][rows] = [*reversed(columns[:all_have]), *columns[all_have:]]
        found[rows] = [[*reversed(row[:all_have]), *row[all_have:]] for row in core[rows]]
    return found


def renamed(core: dict[str, Any]) -> dict[str, Any]:
    """The same index in other words."""
    return {
        **core,
        "kinds": [{**kind, "label": kind["label"].upper()} for kind in core["kinds"]],
        "claimKinds": [label.upper() for label in core["claimKinds"]],
        "facets": [{**facet, "label": f"By {facet['name']}"} for facet in core["facets"]],
    }


@pytest.fixture
def changed(browser: Browser, site: Path, tmp_path: Path) -> Iterator[Page]:
    """The search page of a site with an index in another order and other words."""
    shutil.copytree(site / "assets", tmp_path / "assets")
    shutil.copy(site / "search.html", tmp_path)
    (tmp_path / "search").mkdir()
    text = (site / "search/core.js").read_text(encoding="utf-8")
    start, end = text.index("{"), text.rindex("}") + 1
    core = json.dumps(renamed(turned(json.loads(text[start:end]))))
    (tmp_path / "search/core.js").write_text(text[:start] + core + text[end:], encoding="utf-8")
    context = browser.new_context()
    opened = context.new_page()
    opened.goto((tmp_path / "search.html").as_uri())
    yield opened
    context.close()


def test_columns_may_come_in_any_order_and_kinds_have_any_label(
    changed: Page, browser: Browser, site: Path
) -> None:
    context = browser.new_context()
    usual = context.new_page()
    usual.goto((site / "search.html").as_uri())
    expected = usual.evaluate(ASK, QUERIES)
    context.close()
    assert all(answers for answers in expected)
    assert changed.evaluate(ASK, QUERIES) == [
        [[url, title, kind.upper(), *more] for url, title, kind, *more in answers] for answers in expected
    ]


def test_results_are_narrowed_by_the_facets_of_the_index(changed: Page) -> None:
    changed.goto(f"{changed.url}?q=japan&partner=japan&kind=VISIT")
    expect(changed.locator("ol.results > li.result").first).to_be_visible()
    assert set(changed.locator(".result .kind").all_inner_texts()) == {"VISIT"}
    legends = changed.locator("fieldset.facet legend").all_text_contents()
    assert legends == ["By kind", "Statements", "By year", "By theme", "By partner", "By source"]
    shown = changed.locator("fieldset.facet").nth(4).locator("label").first.text_content()
    assert shown is not None
    assert shown.split()[0] == "Japan"
