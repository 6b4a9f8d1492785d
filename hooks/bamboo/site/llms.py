"""llms.txt (llmstxt.org): what the site has, for programs that read it, as links to Markdown and data."""

from __future__ import annotations

from collections.abc import Iterator

from bamboo import kinds
from bamboo.cite.work import SITE, absolute
from bamboo.graph import addresses
from bamboo.graph.claims import Graph
from bamboo.site import plain
from bamboo.site.collect.file import File
from bamboo.site.pagekind import One
from bamboo.site.table import TABLE

ADDRESS = "llms.txt"
_ABOUT = (
    "Vietnam's foreign relations as published texts describe them: short statements, each with the words of "
    "the texts that say so. An assessment, policy or plan is its speaker's: cite it with the speaker."
)
_DATA = (("facts", "every fact with its quotes"), ("indicators", "every figure with each report of it"))


def files(graph: Graph, site_url: str) -> Iterator[File]:
    """The one file."""

    def line(label: str, address: str, about: str = "") -> str:
        to = absolute(site_url, address) or address
        return f"- [{label}]({to}){f': {about}' if about else ''}"

    rows = [f"# {SITE}", "", f"> {_ABOUT}", "", "## Pages", ""]
    rows += [
        line(row.title, plain.address(row.address), row.said(graph))
        for row in TABLE
        if isinstance(row, One) and row.view and row.address not in (addresses.MY_LIST, addresses.SEARCH)
    ]
    for kind in kinds.SUBJECTS:
        rows += ["", f"## {kind.section}", ""]
        rows += [
            line(graph.name(kind.name, ident), plain.address(addresses.entity(kind.name, ident)))
            for ident in graph.library.of(kind.name)
        ]
    rows += ["", "## Years", ""]
    rows += [line(str(year), plain.address(addresses.year(year))) for year in graph.years]
    rows += ["", "## Data", ""]
    rows += [line(f"{name}.json", f"{addresses.DATA}/{name}.json", about) for name, about in _DATA]
    yield File(ADDRESS, "\n".join(rows) + "\n")
