"""What a list of Bamboo's leads to: the pages in it, by which a list that answers counts as an answer.

The rule: a list counts where it holds every page that is accepted as the answer, or is one of them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml import html

Held = Callable[[str], frozenset[str]]
_TIMELINE = "timeline.html"
_ENTRY = "//ul[contains(@class, 'timeline__list')]/li"
_ARTICLE = "//article"
_INDEX = re.compile(r"[a-z]+/index\.html")


def is_list(address: str) -> bool:
    """Whether an address is a list that a query asked for: a narrowed timeline, who has a tier, an index."""
    parts = urlsplit(address)
    return bool(
        (parts.path == _TIMELINE and "kind=" in parts.query)
        or parts.fragment == "who"
        or _INDEX.fullmatch(parts.path)
    )


def nothing(_: str) -> frozenset[str]:
    """Where no list is known, none holds anything."""
    return frozenset()


def in_folder(folder: Path) -> Held:
    """What the lists of the site in a folder hold."""

    @cache
    def held(address: str) -> frozenset[str]:
        path = unquote(urlsplit(address).path)
        return frozenset(pages(address, (folder / path).read_text(encoding="utf-8")))

    return held


def pages(address: str, text: str) -> Iterable[str]:
    """The pages that a list links to, from the text of its page: from the entries that its filter shows, from
    its section where the address names one, or else from all of the page."""
    parts = urlsplit(address)
    whole = html.document_fromstring(text)
    if parts.path == _TIMELINE:
        links = _narrowed(whole, dict(parse_qsl(parts.query)), parts.fragment)
    elif parts.fragment:
        links = _section(whole, parts.fragment)
    else:
        links = whole.xpath(f"{_ARTICLE}//a/@href")
    for link in links:
        target = urlsplit(str(link))
        if not target.scheme and target.path:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(parts.path), unquote(target.path)))


def _narrowed(whole: html.HtmlElement, chosen: dict[str, str], year: str) -> list[str]:
    found = []
    for entry in whole.xpath(_ENTRY):
        heading = entry.xpath("preceding::h2[1]/@id")
        its = all(value in entry.get(f"data-{name}", "").split() for name, value in chosen.items())
        if its and (not year or heading == [year]):
            found += entry.xpath(".//a/@href")
    return found


def _section(whole: html.HtmlElement, anchor: str) -> list[str]:
    """Links between a heading and the next one of its level."""
    links: list[str] = []
    for heading in whole.xpath("//*[@id=$anchor]", anchor=anchor):
        for element in heading.itersiblings():
            if element.tag == heading.tag:
                break
            links += element.xpath(".//a/@href")
    return links
