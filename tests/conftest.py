"""The site as readers get it: built once, from a copy in a folder with blanks and Vietnamese letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import chromium
import project
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

# The same examples at every run, and no deadline: a slow machine is no mistake.
settings.register_profile("bamboo", deadline=None, derandomize=True)
settings.load_profile("bamboo")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    folder = project.with_program(project.copy_of_the_data(tmp_path_factory.mktemp("Quan hệ Việt Nam")))
    done = project.bamboo(folder, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that asks nobody for anything."""
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.MISSING)
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path, args=flags)
        yield running
        running.close()
