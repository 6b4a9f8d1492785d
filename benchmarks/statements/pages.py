"""What the built pages say of themselves and how much they say: titles, words, the amber mark."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from benchmarks.statements.figures import Figure

TITLE = 70  # characters of a title that a browser's tab and a list of search hits show
YEAR = "years/2024.html"


def measured(site: Path) -> list[Figure]:
    """Every figure that the files of a site give."""
    paths = sorted(site.rglob("*.html"))
    named = {path: title(path) for path in paths if not _only_leads_on(path)}
    short = [path for path, text in named.items() if len(text) <= TITLE]
    longest = max(named, key=lambda path: len(named[path]))
    differ = sum(len(re.findall("sources differ", path.read_text("utf-8"), re.IGNORECASE)) for path in paths)
    return [
        Figure(
            f"pages with a title of at most {TITLE} characters",
            len(short) / len(named),
            least=0.95,
            percent=True,
            about=f"{len(named)} pages; longest {len(named[longest])}: {longest.relative_to(site)}",
        ),
        Figure("words on the page of 2024", words(site / YEAR), most=9_000, about=YEAR),
        Figure("“sources differ” in the HTML", differ, most=250, about=f"{len(paths)} files"),
    ]


def title(path: Path) -> str:
    """The whole title of a page, the name of the site included, as a browser's tab has it."""
    return " ".join((_tree(path).findtext(".//title") or "").split())


def words(path: Path) -> int:
    """The words of a page from its first to its last, in folds and menus too."""
    texts = _tree(path).xpath(
        "//body//text()[not(ancestor::script or ancestor::style or ancestor::template)]"
    )
    return len(" ".join(texts).split())


def _only_leads_on(path: Path) -> bool:
    return bool(_tree(path).xpath("//meta[translate(@http-equiv, 'R', 'r')='refresh']"))


def _tree(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
