"""The sample's site as Zensical builds it from what `bamboo pages --project` writes: readers can do the same.

The tests in browsers are those of the other site, over this one.
"""

from __future__ import annotations

import copy
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pages
import project
import pytest
from browser.test_browser import (
    test_a_student_searches_and_finds,
    test_every_kind_of_page_fits_and_asks_nobody,
    test_from_a_sentence_to_the_words_that_prove_it,
)
from browser.test_standards import test_linkinator_finds_nothing
from browser.test_take import context, test_what_is_saved_on_one_page_is_in_my_list
from playwright.sync_api import Browser
from test_timeline import page, test_a_reader_filters_and_the_address_remembers
from watched import Watched

__all__ = [
    "context",
    "page",
    "test_a_reader_filters_and_the_address_remembers",
    "test_a_student_searches_and_finds",
    "test_every_kind_of_page_fits_and_asks_nobody",
    "test_from_a_sentence_to_the_words_that_prove_it",
    "test_linkinator_finds_nothing",
    "test_what_is_saved_on_one_page_is_in_my_list",
]


@pytest.fixture(scope="module")
def site(shared: Path) -> Path:
    """Built by the process that comes first; the others wait for it."""
    folder = shared / "zensical"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            root = project.with_program(project.copy_of_the_data(shared / "for zensical"))
            written = project.command(root, "pages", str(folder), "--project")
            assert written.returncode == 0, written.stderr
            words = [sys.executable, "-m", "zensical", "build", "--strict"]
            known = {
                "BAMBOO_REPO_URL": "https://github.com/b/b",
                "BAMBOO_SITE_URL": "https://bamboo.example/x/",
            }
            environment = {**os.environ, **known}
            done = subprocess.run(
                words, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
            shutil.copytree(folder / "beside", folder / "site", dirs_exist_ok=True)
            # What the tests compare the site with.
            project.copy_of_the_data(folder)
    return folder / "site"


@pytest.fixture
def watched(browser: Browser, site: Path) -> Iterator[Watched]:
    made = browser.new_context(viewport={"width": 360, "height": 800})
    found = Watched(made.new_page(), site)
    yield found
    made.close()
    assert found.wrong == []


def test_every_page_says_the_same_as_in_the_site_of_mkdocs(site: Path, sample_site: Path) -> None:
    names = {path.relative_to(sample_site) for path in pages.all_pages(sample_site)}
    assert names == {path.relative_to(site) for path in pages.all_pages(site)}
    differ = [name for name in sorted(names) if said(site / name) != said(sample_site / name)]
    assert differ == []


def said(path: Path) -> list[tuple[str, str]]:
    """The words of a page, and where each of its links leads; to edit a page is offered by the one alone."""
    whole = copy.deepcopy(pages.tree(path))
    for element in whole.xpath("//a[contains(@class, 'md-content__button')] | //p[@class='printed']"):
        element.drop_tree()
    article = whole.xpath("//article[contains(@class, 'md-content__inner')]")[0]
    found = [("", pages.text(article))]
    return found + [(link.get("href"), pages.text(link)) for link in article.xpath(".//a[@href]")]
