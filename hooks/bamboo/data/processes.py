"""Work shared among processes, which gives the same for any number of them."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")

# Gives one of so many shares of some work.
Make = Callable[[int, int], T]


class Beside(Generic[T]):
    """What a copy of this process makes while this one goes on.

    Where a system makes no such copies, or the copy ends without a result, it is made here when it is asked
    for.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make, self._found = make, list[T]()
        self._process: BaseProcess | None = None
        if not copied():
            return
        import multiprocessing

        self._by = multiprocessing.current_process()
        copies = multiprocessing.get_context("fork")
        self._here, there = copies.Pipe(duplex=False)
        # What is there already stays as it is, so that copies need no memory of their own for it.
        gc.freeze()
        self._process = copies.Process(target=_send, args=(there, make), daemon=True)
        self._process.start()
        gc.unfreeze()
        there.close()

    @property
    def is_made(self) -> bool:
        """Whether it is there without waiting; only the process that began this knows."""
        from multiprocessing import current_process

        if self._process is None or current_process() is not self._by:
            return False
        return bool(self._found) or self._here.poll()

    def get(self) -> T:
        """What was made."""
        if self._process and not self._found:
            with suppress(EOFError):
                self._found.append(self._here.recv())
            self._end()
        if not self._found:
            self._found.append(self._make())
        return self._found[0]

    def stop(self) -> None:
        """Nobody asks for it any more."""
        if self._process and not self._found:
            self._process.terminate()
            self._end()

    def _end(self) -> None:
        assert self._process
        self._process.join()
        self._here.close()


def shares(make: Make[T], workers: int) -> list[T]:
    """What `make` gives for each share, in order: the first made here, each other by a copy of this process.

    Where a system makes no such copies, all of it is made here.
    """
    if workers < 2 or not copied():
        return [make(0, 1)]
    others = [Beside(partial(make, part, workers)) for part in range(1, workers)]
    try:
        return [make(0, workers), *(other.get() for other in others)]
    except BaseException:
        for other in others:
            other.stop()
        raise


def copied() -> bool:
    """Whether this system makes copies of a process."""
    # Here, because most commands have too little work to share.
    import multiprocessing

    return "fork" in multiprocessing.get_all_start_methods()


def _send(there: Connection, make: Callable[[], Any]) -> None:
    try:
        there.send(make())
    except Exception:
        # Made again in the first process, where the error is seen.
        there.close()
