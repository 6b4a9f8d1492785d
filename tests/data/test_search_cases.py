"""What queries find in the live data: the table of search_cases.yml."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import project
import pytest
import searching
from playwright.sync_api import Browser, Page

CASES = searching.read(Path(__file__).parent / "search_cases.yml")


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto((site / "search.html").as_uri())
    yield opened
    context.close()


@pytest.mark.parametrize("group", CASES)
def test_the_table(group: str, page: Page) -> None:
    cases = {
        query: {how: project.now_at(to) if isinstance(to, str) else to for how, to in wanted.items()}
        for query, wanted in CASES[group].items()
    }
    assert searching.wrong(page, cases) == {}
