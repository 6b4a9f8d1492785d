"""The sites as readers get them, each built once a run, and the browser to look at them."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import audit
import chromium
import project
import pytest
from every import Every
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

# The same examples at every run, and no deadline: a slow machine is no mistake.
settings.register_profile("bamboo", deadline=None, derandomize=True)
settings.load_profile("bamboo")


@pytest.fixture
def every() -> Every:
    """For a test that goes through many things: `with every.test(label): …`."""
    return Every()


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """A test fails at its end with all that `every` collected."""
    every = pyfuncitem.funcargs.get("every")
    try:
        done = yield
    except Exception as error:
        if isinstance(every, Every) and every.failures:
            error.add_note(every.report())
        raise
    if isinstance(every, Every) and every.failures:
        pytest.fail(every.report(), pytrace=False)
    return done


@pytest.fixture(scope="session", autouse=True)
def one_cache(shared: Path) -> None:
    """All builds of this run share what they keep, so that templates are compiled once."""
    os.environ["BAMBOO_CACHE"] = str(shared / "cache")
    # Each process of this run has a core.
    os.environ["BAMBOO_WORKERS"] = "1"


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for all processes of this run, with blanks and Vietnamese letters in its name."""
    base = tmp_path_factory.getbasetemp()
    # Each worker of pytest-xdist has a folder of its own in that of the run.
    run = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = run / "Quan hệ Việt Nam"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def sample_site(shared: Path) -> Path:
    """The folder of the built site of the sample project."""
    return built(shared / "sample", project.SAMPLE)


@pytest.fixture(scope="session")
def live_site(shared: Path) -> Path:
    """The folder of the built site of the live data."""
    return built(shared / "live", project.ROOT)


def built(folder: Path, root: Path) -> Path:
    """The site of a project's data, built by the process that comes first; the others wait for it."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            project.with_program(project.copy_of_the_data(folder, root))
            project.add_hook(folder, Path(audit.__file__))
            # An address that the theme would ask for the number of stars: no page may ask anybody.
            done = project.bamboo(folder, "build", BAMBOO_REPO_URL="https://github.com/bamboo/bamboo")
            (folder / "build.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    site = folder / "site"
    assert site.is_dir(), (folder / "build.log").read_text(encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest) -> Path:
    """The site that a module's tests look at: that of the live data in tests/data, elsewhere the sample's."""
    live = request.path.is_relative_to(project.ROOT / "tests" / "data")
    found = request.getfixturevalue("live_site" if live else "sample_site")
    assert isinstance(found, Path)
    return found


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
