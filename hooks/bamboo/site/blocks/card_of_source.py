"""What a source states of itself, line by line, and what it leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph.claims import Graph
from bamboo.kinds.source import Source
from bamboo.site.blocks import links
from bamboo.site.blocks.links import Link

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of the source card; `missing` where the text does not state it."""

    label: str
    value: str
    link: Link | None = None
    missing: bool = False


def title_lang(card: Source) -> str:
    """The language of a title as printed, where it is not English; one by the editors is."""
    return card.language if card.title and card.language != "en" else ""


def detail(label: str, value: str | None, link: Link | None = None) -> Detail:
    """A line of the card; it says so where the source states nothing."""
    return Detail(label, value or NOT_STATED, link, missing=not value)


def printed(card: Source) -> str:
    """Publisher, kind of text and date as the text prints them, for the line under a quote.

    What the text leaves out is on its page; a publisher whose name is the text's own is not repeated.
    """
    publisher = card.publisher if card.publisher != card.short_name else None
    published = dates.words(card.published) if card.published else None
    return ", ".join(part for part in (publisher, card.kind, published) if part)


def details(graph: Graph, card: Source) -> Iterable[Detail]:
    """The lines of a source's card: what it states, what the editors found elsewhere, what it leaves out."""
    yield from (line for line in _stated(graph, card) if not line.missing)
    if found := card.found_by_editors:
        checked = f"found by the editors, checked on {dates.words(found.checked_on)}"
        published = dates.words(found.published) if found.published else None
        for label, value in (("Publisher", found.publisher), ("Published", published)):
            if value:
                yield Detail(label, f"{value} ({checked})")
        if found.url:
            yield Detail(f"Address, {checked}", found.url, Link(found.url, found.url))
    if card.archive_url:
        yield Detail("Archived copy", card.archive_url, Link(card.archive_url, card.archive_url))
    if card.retrieved:
        yield Detail("Received", f"{dates.words(card.retrieved)} (by the editors)")
    if card.rights:
        yield Detail("Rights", f"{card.rights} (the editors’ note)")
    if missing := left_out(graph, card):
        yield Detail("Not stated", ", ".join(missing), missing=True)


def left_out(graph: Graph, card: Source) -> tuple[str, ...]:
    """What a source does not state of itself."""
    return tuple(line.label for line in _stated(graph, card) if line.missing)


def _stated(graph: Graph, card: Source) -> Iterable[Detail]:
    yield detail("Title", card.title)
    yield detail("Author", english.listed(card.authors))
    yield detail("Publisher", card.publisher)
    yield detail("Published", dates.words(card.published) if card.published else None)
    yield detail("Translator", card.translator)
    if card.version:
        yield detail("Version", card.version)
    yield detail("Address", card.url, Link(card.url, card.url) if card.url else None)
    yield detail("About", dates.words(card.about) if card.about else None)
    if card.speaker:
        to = links.record(graph, "people", card.speaker)
        yield detail("Reports the words of", to.label, to)
    yield detail("Text file", f"seeds/{card.seed}")
    yield detail("SHA-256", card.sha256)
