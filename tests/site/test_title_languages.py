"""A title in another language than the page's says which, where lists and quotes show it."""

from __future__ import annotations

from pathlib import Path

import pages

TITLE = "Đối ngoại Việt Nam năm 2021 qua những con số"


def test_vietnamese_titles_are_marked(site: Path) -> None:
    """In the list of sources and under a quote; titles in English have no mark."""
    for page in ("sources/index.html", "facts/2021/korea-official-visit.html"):
        tree = pages.tree(site / page)
        shown = tree.xpath("//*[self::span or self::cite][contains(@class, 'note')][@lang='vi']")
        assert TITLE in {pages.text(one) for one in shown}
    index = pages.tree(site / "sources/index.html")
    assert len(index.xpath("//*[contains(@class, 'note')][@lang]")) == 1
