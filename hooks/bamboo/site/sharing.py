"""Work shared among processes, which gives the same for any number of them."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from bamboo.site.pagekind import Share

T = TypeVar("T")


def shared(make: Callable[[Share], T], workers: int) -> list[T]:
    """What `make` gives for each share, in order: the first made here, each other by a copy of this process.

    Where a system makes no such copies, or one ends without a result, the share is made here.
    """
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [make(Share())]
    copies = multiprocessing.get_context("fork")
    # What is there already stays as it is, so that copies need no memory of their own for it.
    gc.freeze()
    running = []
    for part in range(1, workers):
        here, there = copies.Pipe(duplex=False)
        process = copies.Process(target=_send, args=(there, make, Share(part, workers)), daemon=True)
        process.start()
        there.close()
        running.append((process, here, Share(part, workers)))
    found = [make(Share(0, workers))]
    for process, here, share in running:
        try:
            found.append(here.recv())
        except EOFError:
            found.append(make(share))
        process.join()
    gc.unfreeze()
    return found


def together(shares: Sequence[Sequence[T]]) -> list[T]:
    """All shares of one list in its order."""
    count = sum(len(share) for share in shares)
    return [shares[number % len(shares)][number // len(shares)] for number in range(count)]


def _send(there: Connection, make: Callable[[Share], Any], share: Share) -> None:
    try:
        there.send(make(share))
    except Exception:
        # Made again in the first process, where the error is seen.
        there.close()
