"""Old addresses go on leading somewhere, without a server and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import project
import pytest
from every import Every
from labels import label_of
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the base project, which has a renamed theme and a removed claim."""
    folder = project.with_program(project.base(tmp_path_factory.mktemp("a site") / "with blanks"))
    done = project.bamboo(folder, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_an_old_address_leads_to_the_new_one(small_site: Path, browser: Browser, scripts: bool) -> None:
    page = browser.new_context(java_script_enabled=scripts).new_page()
    page.goto((small_site / "themes" / "alliances.html").as_uri())
    page.wait_for_url("**/themes/partnerships.html")
    assert page.locator("h1").first.inner_text().startswith("Partnerships")


def test_an_old_address_can_be_read_where_nothing_leads_on(small_site: Path) -> None:
    text = (small_site / "themes" / "alliances.html").read_text(encoding="utf-8")
    assert '<a href="partnerships.html">Partnerships</a>' in text
    assert 'content="noindex"' in text


def test_a_removed_claim_says_why_and_what_may_help(small_site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((small_site / "facts" / "2024" / "forum-postponed.html").as_uri())
    assert "The review was misread; it speaks of another forum." in page.locator("main").inner_text()
    page.get_by_role("link", name="the first of its kind").click()
    page.wait_for_url("**/facts/2024/forum-held.html")


def test_old_addresses_are_in_no_list_and_in_no_data(small_site: Path, every: Every) -> None:
    lists = [
        *small_site.rglob("index.html"),
        *(small_site / "a-z").glob("*.html"),
        *(path for path in small_site.rglob("*.json") if path.name != "moved.json"),
    ]
    for path in lists:
        with every.test(label_of(path)):
            text = path.read_text(encoding="utf-8")
            assert "alliances" not in text, path
            assert "forum-postponed" not in text, path
