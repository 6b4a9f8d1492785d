"""Reads a built site as a browser would: links, anchors, texts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

# One page of each kind, as browsers and checkers are shown them.
KINDS = [
    "index.html",
    "partners/index.html",
    "partners/australia.html",
    "years/index.html",
    "years/2024.html",
    "themes/index.html",
    "themes/overseas-vietnamese.html",
    "people/index.html",
    "people/bui-thanh-son.html",
    "figures/index.html",
    "figures/trade-turnover.html",
    "terms/index.html",
    "terms/comprehensive-strategic-partnership.html",
    "facts/index.html",
    "facts/2024/australia-comprehensive-strategic-partnership.html",
    "sources/index.html",
    "sources/wvr-2024-h1.html",
    "a-z.html",
    "compare.html",
    "disagreements.html",
    "gaps.html",
    "timeline.html",
    "search.html?q=trade+2024",
    "search.html",
    "data/index.html",
    "about.html",
    "contribute.html",
]


@dataclass(frozen=True)
class Reference:
    """An address in a page: where it stands and whether the browser would fetch it by itself."""

    page: str
    address: str
    fetched: bool


@cache
def tree(path: Path) -> html.HtmlElement:
    """A page, parsed."""
    return html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def text(element: html.HtmlElement) -> str:
    """The words of an element with white space as one space."""
    return " ".join(element.text_content().split())


def all_pages(site: Path) -> list[Path]:
    """Every page but the error page, whose links depend on the host."""
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def references(site: Path, path: Path) -> list[Reference]:
    """Every link and every file a page asks for."""
    page = path.relative_to(site).as_posix()
    found = [Reference(page, a.get("href"), False) for a in tree(path).iter("a") if a.get("href") is not None]
    for tag, attribute in (
        ("link", "href"),
        ("script", "src"),
        ("img", "src"),
        ("iframe", "src"),
        ("source", "src"),
    ):
        for element in tree(path).iter(tag):
            if (address := element.get(attribute)) and element.get("rel") not in (
                "canonical",
                "prev",
                "next",
            ):
                found.append(Reference(page, address, True))
    return found


def anchors(path: Path) -> set[str]:
    """The ids of a page."""
    return {str(ident) for ident in tree(path).xpath("//@id")}


def target(site: Path, reference: Reference) -> tuple[Path, str] | None:
    """The file and anchor an address of this site leads to; None for another host."""
    parts = urlsplit(reference.address)
    if parts.scheme or parts.netloc:
        return None
    here = site / reference.page
    path = (here.parent / unquote(parts.path)).resolve() if parts.path else here.resolve()
    return (path / "index.html" if path.is_dir() else path), unquote(parts.fragment)


def claims_on(path: Path) -> dict[str, html.HtmlElement]:
    """The claims shown on a page, by id."""
    return {
        str(article.get("id")).removeprefix("claim-"): article
        for article in tree(path).xpath("//article[starts-with(@id, 'claim-')]")
    }
