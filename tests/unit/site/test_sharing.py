"""Shared work gives the same for any number of processes, also where one of them is lost."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import project
import pytest
from bamboo.build import build
from bamboo.site.pagekind import Share
from bamboo.site.sharing import shared, together

THINGS = [f"thing {number}" for number in range(11)]


@pytest.mark.parametrize("workers", [1, 2, 3, 20])
def test_it_gives_the_same_for_any_number_of_processes(workers: int) -> None:
    def make(share: Share) -> list[str]:
        return [thing for number, thing in enumerate(THINGS) if share.has(number)]

    assert together(shared(make, workers)) == THINGS


def test_the_share_of_a_process_that_is_lost_is_made_here() -> None:
    here = os.getpid()

    def make(share: Share) -> list[str]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return [thing for number, thing in enumerate(THINGS) if share.has(number)]

    assert together(shared(make, 3)) == THINGS


def test_an_error_of_another_process_is_seen() -> None:
    def make(share: Share) -> list[str]:
        if share.part:
            raise ValueError("no such view")
        return []

    with pytest.raises(ValueError, match="no such view"):
        shared(make, 2)


def test_a_site_is_the_same_by_one_process_and_by_three(tmp_path: Path) -> None:
    root = project.base(tmp_path)
    one = build(root)
    assert one.pages
    assert build(root, workers=3) == one
