"""Quotes side by side: one column for each source, in the order in which the claim cites them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.site.blocks.links import Link
from bamboo.site.blocks.quotes import QuoteView


@dataclass(frozen=True, slots=True)
class Column:
    """What one source prints."""

    source: Link
    title: str
    printed: str
    quotes: tuple[QuoteView, ...]


def columns(quotes: Iterable[QuoteView]) -> tuple[Column, ...]:
    """Quotes by their source."""
    found: dict[Link, list[QuoteView]] = {}
    for quote in quotes:
        found.setdefault(quote.source, []).append(quote)
    return tuple(
        Column(source, rows[0].title, rows[0].printed, tuple(rows)) for source, rows in found.items()
    )
