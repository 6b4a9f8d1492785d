"""Files beside the pages, and work that makes some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class File:
    """Its address on the site and its text."""

    address: str
    text: str


class Text(Protocol):
    """A file as any part of the site has it."""

    @property
    def address(self) -> str:
        """Where it is on the site."""

    @property
    def text(self) -> str:
        """What is in it."""


@dataclass(frozen=True, slots=True)
class Job:
    """Files that are made together, under a name; `of` is what they are about."""

    name: str
    make: Callable[[], Iterable[Text]]
    of: object = None
