"""Where everything stands on the site: one place for addresses, all relative to the site's root."""

from __future__ import annotations

import posixpath

from bamboo import dates
from bamboo.fields import Kind

FOLDERS: dict[Kind, str] = {
    "sources": "sources",
    "partners": "partners",
    "people": "people",
    "themes": "themes",
    "terms": "terms",
    "indicators": "figures",
    "facts": "facts",
}

COMPARE = "compare.html"
DISAGREEMENTS = "disagreements.html"
GAPS = "gaps.html"
SEARCH = "search.html"


def entity(kind: Kind, ident: str) -> str:
    """Page of a source, partner, person, theme, term or indicator."""
    return f"{FOLDERS[kind]}/{ident}.html"


def index(kind: Kind) -> str:
    """Page that lists all records of a kind."""
    return f"{FOLDERS[kind]}/index.html"


def year(number: int | str) -> str:
    """Page of a year."""
    return f"years/{number}.html"


def year_anchor(number: int) -> str:
    """Anchor of the claims about a year on a page that gathers claims by year."""
    return f"year-{number}"


def fact(ident: str, when: str) -> str:
    """Page of a fact, in the folder of the first year it is about."""
    return f"facts/{dates.years(when)[0]}/{ident}.html"


def observation(indicator: str, period: str) -> str:
    """Place of an observation on its indicator's page."""
    return f"{entity('indicators', indicator)}#{observation_anchor(period)}"


def observation_anchor(period: str) -> str:
    """Anchor of an observation on its indicator's page."""
    return f"period-{dates.slug(period)}"


def observation_id(indicator: str, period: str) -> str:
    """The claim id of an observation: `trade-turnover-2024`."""
    return f"{indicator}-{dates.slug(period)}"


def passage_anchor(start: int, end: int) -> str:
    """Anchor of a cited passage on its source's page, by its offsets in the seed."""
    return f"passage-{start}-{end}"


def passage(source: str, start: int, end: int) -> str:
    """A cited passage on its source's page."""
    return f"{entity('sources', source)}#{passage_anchor(start, end)}"


def difference(claim: str, kind: str) -> str:
    """Where a claim stands among those whose sources differ in this way."""
    return f"{DISAGREEMENTS}#{difference_anchor(claim, kind)}"


def difference_anchor(claim: str, kind: str) -> str:
    """Anchor of a claim under one kind of difference."""
    return f"{kind}-{claim}"


def markdown(address: str) -> str:
    """The Markdown file behind a page."""
    return posixpath.splitext(address)[0] + ".md"


def relative(target: str, page: str) -> str:
    """`target` as a link on `page`; works on a host, in a sub-path and from disk."""
    path, mark, anchor = target.partition("#")
    if path == page and anchor:
        return f"#{anchor}"
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + mark + anchor
