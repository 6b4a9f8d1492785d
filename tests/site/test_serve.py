"""`mkdocs serve` shows a saved change, says what is wrong with a bad one, and goes on."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import project
from every import Every
from labels import label_of

FACT = "data/facts/2024/forum-held.yml"


def wait(what: str, until: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, f"waited {seconds} s for {what}"
        time.sleep(0.2)


def without_reload(html: str) -> str:
    """A page without the numbers by which the server tells builds apart."""
    return re.sub(r"livereload\(\d+, \d+\)", "", html)


def reload_number(html: str) -> int:
    """The build that a page is of, as the server wrote it into it."""
    return int(re.findall(r"livereload\((\d+), \d+\)", html)[-1])


def told(address: str, path: str, number: int) -> int:
    """What a browser that shows a page of a build hears when it asks for a newer one."""
    asked = urllib.request.Request(f"http://{address}/livereload/{number}/1")
    asked.add_header("Referer", f"http://{address}/{path}")
    with urllib.request.urlopen(asked, timeout=90) as answer:
        return int(answer.read())


def test_a_saved_change_is_shown_and_a_bad_one_explained(tmp_path: Path, every: Every) -> None:
    folder = project.with_program(project.base(tmp_path))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = tmp_path / "log"

    def page(path: str = "facts/2024/forum-held.html") -> str:
        try:
            with urllib.request.urlopen(f"http://{address}/{path}", timeout=10) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError:
            return ""

    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
    try:
        wait("the first page", lambda: "the first of its kind" in page())
        others = ("index.html", "facts/index.html", "sources/small-review.html", "about.html")
        untouched = "facts/2024/open-door.html"
        before = page(untouched)
        shown = reload_number(page())
        project.change(folder, {"replace": {FACT: [["the first of its kind", "its very first"]]}})
        wait("the changed page", lambda: "its very first" in page())
        first = page()
        # Who waits for news of another page hears none; the page that was shown first is the one of all.
        assert told(address, "facts/2024/forum-held.html", shown) > shown
        assert "its very first" in page("facts/index.html")
        assert without_reload(page()) == without_reload(first)
        # An edit during a build is not kept waiting for its end; nor is anything of either lost.
        project.change(folder, {"replace": {FACT: [["its very first", "its very first one"]]}})
        wait("the second change", lambda: "its very first one" in page())
        project.change(folder, {"replace": {FACT: [["its very first one", "its very first"]]}})
        wait("the third change", lambda: "its very first." in page())
        listed = page("facts/index.html")
        assert "its very first" in listed
        assert "its very first one" not in listed
        project.change(folder, {"replace": {FACT: [["kind: event", "kind: evnt"]]}})
        wait("the finding", lambda: f"{FACT}:2:7  shape" in log.read_text(encoding="utf-8"))
        assert "Traceback" not in log.read_text(encoding="utf-8")
        wait("the finding on the last good page", lambda: "expected one of: relation" in page())
        assert "its very first" in page()
        for path in others:
            with every.test(label_of(path)):
                assert "expected one of: relation" in page(path), (
                    f"{path} is the last good one, and says nothing"
                )
        project.change(
            folder, {"replace": {FACT: [["kind: evnt", "kind: event"], ["its very first", "mended"]]}}
        )
        wait("the mended page", lambda: "mended" in page())
        # Pages that a change does not touch are shown again as they were; what frames them is seen.
        assert without_reload(page(untouched)) == without_reload(before)
        assert "mended" in page("facts/index.html")
        frame = folder / "hooks" / "theme" / "partials" / "copyright.html"
        frame.write_text("A new foot." + frame.read_text(encoding="utf-8"), encoding="utf-8")
        wait("the new frame", lambda: all("A new foot." in page(path) for path in (*others, "404.html")))
    finally:
        server.terminate()
        server.wait(timeout=20)
