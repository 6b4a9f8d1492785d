"""The pages as the theme's map of the site reads them, where MkDocs does not have all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from bamboo.site.render import Page


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the map says of a page: a whole address, where that of the site is known, and a day."""

    canonical_url: str | None
    abs_url: str | None
    update_date: str
    is_link: bool = False

    @classmethod
    def at(cls, site_url: str | None, address: str, updated: str) -> Mapped:
        """A page at its address."""
        if not site_url:
            return cls(None, None, updated)
        whole = urljoin(f"{site_url.removesuffix('/')}/", address)
        return cls(whole, urlsplit(whole).path, updated)

    @property
    def page(self) -> Mapped:
        """The map looks for a page behind each file."""
        return self


def mapped(theirs: Sequence[Any], pages: Iterable[tuple[Page, str]], site_url: str | None) -> list[Any]:
    """MkDocs' files of hand-written pages, then all others in their order, each with its day."""
    known = {file.src_uri: file for file in theirs}
    by_hand = [file for file in theirs if not file.generated_by]
    made = (known.get(page.path) or Mapped.at(site_url, page.address, day) for page, day in pages)
    return [*by_hand, *made]
