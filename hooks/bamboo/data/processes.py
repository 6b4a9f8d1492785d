"""Work shared among processes, which gives the same for any number of them."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

# Gives one of so many shares of some work.
Make = Callable[[int, int], T]


def shares(make: Make[T], workers: int) -> list[T]:
    """What `make` gives for each share, in order: the first made here, each other by a copy of this process.

    Where a system makes no such copies, or one ends without a result, the share is made here.
    """
    if workers < 2:
        return [make(0, 1)]
    # Here, because most commands have too little work to share.
    import multiprocessing

    if "fork" not in multiprocessing.get_all_start_methods():
        return [make(0, 1)]
    copies = multiprocessing.get_context("fork")
    # What is there already stays as it is, so that copies need no memory of their own for it.
    gc.freeze()
    running = []
    for part in range(1, workers):
        here, there = copies.Pipe(duplex=False)
        process = copies.Process(target=_send, args=(there, make, part, workers), daemon=True)
        process.start()
        there.close()
        running.append((process, here, part))
    found = [make(0, workers)]
    for process, here, part in running:
        try:
            found.append(here.recv())
        except EOFError:
            found.append(make(part, workers))
        process.join()
    gc.unfreeze()
    return found


def _send(there: Connection, make: Make[Any], part: int, workers: int) -> None:
    try:
        there.send(make(part, workers))
    except Exception:
        # Made again in the first process, where the error is seen.
        there.close()
