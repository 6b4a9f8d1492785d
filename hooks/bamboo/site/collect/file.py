"""A file to take away."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """Its address on the site and its text."""

    address: str
    text: str
