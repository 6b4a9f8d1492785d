"""Shared work gives the same for any number of processes, also where one of them is lost."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import project
import pytest
from bamboo.build import build
from bamboo.site.sharing import shared

THINGS = [f"thing {number}" for number in range(11)]


def as_it_is(found: list[str], _: object) -> list[str]:
    return found


@pytest.mark.parametrize("workers", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 11, 5000])
def test_it_gives_the_same_for_any_number_of_processes(workers: int, count: int) -> None:
    made: list[int] = []

    def make(number: int) -> str:
        made.append(number)
        return f"thing {number}"

    def take(found: list[str], there: list[int]) -> list[str]:
        assert found == [f"thing {number}" for number in there]
        made.extend(there)
        return found

    found = shared(make, count, workers, lambda: made, take)
    assert found == [f"thing {number}" for number in range(count)]
    assert sorted(made) == [*range(count)]  # each once


def test_what_a_process_took_that_is_lost_is_made_here() -> None:
    here = os.getpid()

    def make(number: int) -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return THINGS[number]

    assert shared(make, len(THINGS), 3, lambda: None, as_it_is) == THINGS


def test_an_error_of_another_process_is_seen() -> None:
    def make(number: int) -> str:
        if number == 4:
            raise ValueError("no such view")
        return ""

    with pytest.raises(ValueError, match="no such view"):
        shared(make, len(THINGS), 2, lambda: None, as_it_is)


def test_a_site_is_the_same_by_one_process_and_by_three(tmp_path: Path) -> None:
    root = project.base(tmp_path)
    one = build(root)
    assert one.pages
    assert build(root, workers=3) == one
