"""Which pages the theme need not see one by one: those whose frame can be filled, outside the navigation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterable, Sequence

from bamboo.data.locations import Location
from bamboo.graph import addresses
from bamboo.site.filling import Filling
from bamboo.site.finished import Finished
from bamboo.site.render import Page

_MARKDOWN_FILE = re.compile(r"[^/\s(]+\.md")

# By path, each with what fills its frame.
Apart = dict[str, tuple[Page, Filling]]
# Each with its HTML, where that is known.
Theirs = list[tuple[Page, Finished | None]]


def divided(
    pages: Iterable[tuple[Page, Finished | None]],
    edit: Callable[[Location | None], str],
    listed: Container[str],
    by_hand: Sequence[str],
) -> tuple[Apart, Theirs]:
    """The pages apart, and those for MkDocs: what is `listed` in the navigation, what it has to convert, and
    what texts that it converts lead to; `by_hand` are those of other pages. `edit` says where a record is.
    """
    finished = dict[str, Finished]()
    apart: Apart = {}
    theirs: Theirs = []
    for page, made in pages:
        found = None
        if made and page.path not in listed:
            found = Filling.of(page.address, page.meta, made, edit(page.edit))
        if made and found:
            apart[page.path], finished[page.path] = (page, found), made
        else:
            theirs.append((page, made))
    named = _named([*by_hand, *(page.body for page, made in theirs if not made)])
    for path in [path for path in apart if posixpath.basename(path) in named]:
        theirs.append((apart.pop(path)[0], finished[path]))
    return apart, theirs


def first(pages: Iterable[str], listed: Container[str], by_hand: Iterable[str]) -> frozenset[str]:
    """The addresses of the pages that MkDocs has to see before all others are made: those `listed`, and those
    that texts written `by_hand` lead to.
    """
    named = _named(by_hand)
    paths = ((address, addresses.markdown(address)) for address in pages)
    return frozenset(
        address for address, path in paths if path in listed or posixpath.basename(path) in named
    )


def _named(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for name in _MARKDOWN_FILE.findall(text)}
