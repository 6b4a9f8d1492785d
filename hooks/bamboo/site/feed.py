"""The changes of the data as an Atom feed (RFC 4287): an entry for each day."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from bamboo.cite.work import SITE, absolute
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site.collect.file import File
from bamboo.site.pages.changes import day_view, summary

ENTRIES = 30


def files(graph: Graph, site_url: str) -> Iterator[File]:
    """The feed, where the history is known."""
    if graph.history and graph.history.days:
        yield File(addresses.FEED, "\n".join(_lines(graph, site_url)) + "\n")


def _lines(graph: Graph, site_url: str) -> Iterator[str]:
    assert graph.history
    days = graph.history.days[:ENTRIES]

    def to(address: str) -> str:
        """Without a known address of the site, links are read from where the feed is."""
        return quoteattr(absolute(site_url, address) or address)

    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
    yield f"<id>{_id(site_url)}</id>"
    yield f"<title>{SITE}: changes of the data</title>"
    yield f"<updated>{days[0].at}</updated>"
    yield f"<author><name>{SITE}</name></author>"
    yield f'<link rel="self" type="application/atom+xml" href={to(addresses.FEED)}/>'
    yield f'<link rel="alternate" type="text/html" href={to(addresses.CHANGES)}/>'
    for day in days:
        view = day_view(graph, day)
        yield "<entry>"
        yield f"<id>{_id(site_url, day.day)}</id>"
        yield f"<title>{escape(view.heading)}: {summary(day)}</title>"
        yield f"<updated>{day.at}</updated>"
        yield f'<link rel="alternate" type="text/html" href={to(f"{addresses.CHANGES}#{view.anchor}")}/>'
        rows = []
        for part in view.parts:
            rows.append(f"<h2>{part.heading}: {part.count}</h2><ul>")
            rows += [f"<li><a href={to(one.address)}>{escape(one.label)}</a></li>" for one in part.statements]
            rows += [f"<li>{escape(title)}</li>" for title in part.gone]
            rows.append(f"</ul><p>{part.more}</p>" if part.more else "</ul>")
        yield f'<content type="html">{escape("".join(rows))}</content>'
        yield "</entry>"
    yield "</feed>"


def _id(site_url: str, day: str = "") -> str:
    """The same for the same day on the same site, whenever it is built."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site_url or SITE}/{addresses.FEED}#{day}')}"
