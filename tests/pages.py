"""Reads a built site as a browser would: links, anchors, texts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from os.path import join, normpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bamboo.graph.claims import Graph, link
from bamboo.kinds.library import load
from bamboo.site.pagekind import One
from bamboo.site.pages.moved import moved
from bamboo.site.table import TABLE
from lxml import html


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


@cache
def _graph(site: Path) -> Graph:
    """What a site was made of."""
    return link(load(site.parent))


@cache
def by_kind(site: Path) -> dict[str, list[str]]:
    """The pages of each kind by the page table, but for those that a browser leaves at once for another."""
    graph = _graph(site)
    found: dict[str, list[str]] = {}
    for row in TABLE:
        if isinstance(row, One):
            found[row.name] = [row.address]
        elif here := [row.address(thing) for thing in row.things(graph) if not row.leads_to(thing)]:
            found[row.name] = here
    return found


@cache
def kinds(site: Path) -> tuple[str, ...]:
    """One page of each kind, the heaviest, as browsers and checkers are shown them."""
    heaviest = (max(here, key=lambda page: (site / page).stat().st_size) for here in by_kind(site).values())
    return (*heaviest, "search.html?q=trade+2024")


@cache
def old(site: Path) -> set[Path]:
    """The pages that are only there for old links; no list leads to them."""
    return {site / page.address for page in moved(_graph(site))}


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


@cache
def anchors(path: Path) -> frozenset[str]:
    """The ids of a page."""
    return frozenset(str(ident) for ident in tree(path).xpath("//@id"))


def target(site: Path, reference: Reference) -> tuple[Path, str] | None:
    """The file and anchor an address of this site leads to; None for another host."""
    parts = urlsplit(reference.address)
    if parts.scheme or parts.netloc:
        return None
    here = site / reference.page
    # No file of a site is a link, so its address need not be looked up part by part.
    path = Path(normpath(join(here.parent, unquote(parts.path)) if parts.path else here))
    return (path / "index.html" if path.is_dir() else path), unquote(parts.fragment)


def claims_on(path: Path) -> dict[str, html.HtmlElement]:
    """The claims shown on a page, by id."""
    return {
        str(article.get("id")).removeprefix("claim-"): article
        for article in tree(path).xpath("//article[starts-with(@id, 'claim-')]")
    }
