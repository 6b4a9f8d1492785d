"""Pages and files shared among processes: each takes the next of them, so that all end at one time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from bamboo.data.processes import shares

S = TypeVar("S")
T = TypeVar("T")

# Things are taken by so many lots at most: a pipe holds their numbers, each of two bytes.
_LOTS, _BYTES = 512, 2


def shared(
    make: Callable[[int], T],
    count: int,
    workers: int,
    also: Callable[[], S],
    take: Callable[[list[T], S], list[T]],
) -> list[T]:
    """What `make` gives for each number below `count`, in order. What a process took that ended without a
    result is made here.

    What another process made goes through `take`, with what that process says `also`, at its end.
    """
    if workers < 2:
        return [make(number) for number in range(count)]
    from multiprocessing import Pipe

    here, there = Pipe(duplex=False)
    lot = -(-count // _LOTS) or 1
    with open(there.fileno(), "wb", buffering=0, closefd=False) as lots:
        for begin in range(-(-count // lot)):
            lots.write(begin.to_bytes(_BYTES, "big"))
    # Then a process that finds nothing more to take reads the end.
    there.close()

    def some(part: int, of: int) -> tuple[dict[int, T], S]:
        return {number: make(number) for number in taken()}, also()

    with here, open(here.fileno(), "rb", buffering=0, closefd=False) as left:

        def taken() -> Iterator[int]:
            while number := left.read(_BYTES):
                begin = int.from_bytes(number, "big") * lot
                yield from range(begin, min(begin + lot, count))

        done = shares(some, workers)
    found = done[0][0]
    for things, said in done[1:]:
        found |= zip(things, take([*things.values()], said), strict=True)
    return [found[number] if number in found else make(number) for number in range(count)]
