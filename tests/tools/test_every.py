"""A test that goes through many things fails with each that fails, and only then."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import project

TESTS = """
def test_two_of_three(every):
    for number in (1, 2, 3):
        with every.test(f"number {number}"):
            assert number == 2

def test_all(every):
    for number in (1, 2, 3):
        with every.test(str(number)):
            assert number

def test_the_end(every):
    with every.test("first"):
        assert 1 == 2
    assert 3 == 4
"""


def test_each_that_fails_is_named(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS)
    (tmp_path / "conftest.py").write_text((project.ROOT / "tests/conftest.py").read_text(encoding="utf-8"))
    paths = os.pathsep.join(str(project.ROOT / name) for name in ("tests", "hooks", "."))
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "--rootdir",
            str(tmp_path),
            "-p",
            "no:cacheprovider",
            "--basetemp",
            str(tmp_path / "its-own"),
            str(tmp_path),
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
        cwd=tmp_path,
    )
    assert "2 failed, 1 passed" in done.stdout
    for said in (
        "2 fail:",
        "[number 1]",
        "assert 1 == 2",
        "[number 3]",
        "assert 3 == 2",
        "[first]",
        "3 == 4",
    ):
        assert said in done.stdout, done.stdout
    assert "[number 2]" not in done.stdout
