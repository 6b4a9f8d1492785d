"""Where everything is on the site: one place for addresses, all relative to the site's root."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import quote

from bamboo import kinds
from bamboo.data import dates
from bamboo.data.locations import Location

FOLDERS: dict[str, str] = {kind.name: kind.address for kind in kinds.ALL}

HOME = "index.html"
ABOUT = "about.html"
A_TO_Z = "a-z.html"
CHARTS = "charts.html"
CHANGES = "changes.html"
COMPARE = "compare.html"
CONTRIBUTE = "contribute.html"
DEVELOPERS = "developers.html"
DISAGREEMENTS = "disagreements.html"
GAPS = "gaps.html"
MY_LIST = "my-list.html"
SEARCH = "search.html"
TIMELINE = "timeline.html"
YEARS = "years/index.html"
DATA_PAGE = "data/index.html"
FEED = "feed.xml"
EVENTS = "data/v1/events.ics"
DATA = "data/v1"
REPORTS = f"{DATA}/indicators/"


def entity(kind: str, ident: str) -> str:
    """Page of a source, partner, person, theme, term or indicator."""
    return f"{FOLDERS[kind]}/{ident}.html"


def index(kind: str) -> str:
    """Page that lists all records of a kind."""
    return f"{FOLDERS[kind]}/index.html"


def year(number: int | str) -> str:
    """Page of a year."""
    return f"years/{number}.html"


def in_year(kind: str, ident: str, year: int, part: int = 1) -> str:
    """Page of a subject's statements about a year, or of a further part of them."""
    return _part(f"{FOLDERS[kind]}/{ident}/{year}", part)


def facts(year: int, part: int = 1) -> str:
    """Page that lists the facts of a year, or a further part of them, where the index of all cannot."""
    return _part(f"facts/{year}", part)


def figures(theme: str, part: int = 1) -> str:
    """Page that lists the figures of a theme, or a further part of them, where the index of all cannot."""
    return _part(f"{FOLDERS['indicators']}/themes/{theme}", part)


def timeline(year: int, part: int = 1) -> str:
    """Page of the timeline of a year, or of a further part of it, where one page cannot hold all years."""
    return _part(f"timeline/{year}", part)


def differences(kind: str, part: int = 1) -> str:
    """Page of the claims whose sources differ in this way, where one page cannot hold all ways."""
    return _part(f"differences/{kind}", part)


def year_anchor(number: int) -> str:
    """Anchor of the claims about a year on a page that gathers claims by year."""
    return f"year-{number}"


def span_anchor(when: str) -> str:
    """Anchor of a month or a period on the timeline. A date and the same marked as uncertain are two."""
    return "in-" + dates.slug(when) + "".join(f"-{ord(mark)}" for mark in when if mark in "~?%")


def fact(ident: str, when: str) -> str:
    """Page of a fact, in the folder of the first year it is about."""
    return f"facts/{dates.years(when)[0]}/{ident}.html"


def of_record(place: str) -> str:
    """Page of a record given as its file without `data/` and `.yml`."""
    kind, _, rest = place.partition("/")
    return f"{FOLDERS[kind]}/{rest}.html"


def observation(indicator: str, period: str) -> str:
    """Place of an observation on its indicator's page."""
    return f"{entity('indicators', indicator)}#{observation_anchor(period)}"


def observation_anchor(period: str) -> str:
    """Anchor of an observation on its indicator's page."""
    return f"period-{dates.slug(period)}"


def letter(slug: str, part: int = 1) -> str:
    """Page of the names under a letter, or of a further part of them."""
    return _part(f"a-z/{slug}", part)


def pair(kind: str, one: str, other: str) -> str:
    """Page of two partners, themes or years side by side."""
    folder = "compare" if kind == "partners" else f"compare/{FOLDERS.get(kind, kind)}"
    return f"{folder}/{one}-and-{other}.html"


def picture(ident: str) -> str:
    """A picture as a file of its own."""
    return f"charts/{ident}.svg"


def reports(indicator: str) -> str:
    """The table of an indicator's reports as CSV."""
    return f"{REPORTS}{indicator}.csv"


def taken(kind: str, ident: str) -> tuple[str, str]:
    """A subject's statements beside its page: as a table, and as citations."""
    page = f"{FOLDERS[kind]}/{ident}"
    return f"{page}.csv", f"{page}.ris"


def briefing(kind: str, ident: str) -> str:
    """A subject on two sheets of paper."""
    return f"briefings/{FOLDERS[kind]}/{ident}.html"


def passage_anchor(start: int, end: int) -> str:
    """Anchor of a cited passage on its source's page, by its offsets in the seed."""
    return f"passage-{start}-{end}"


def passage(source: str, start: int, end: int) -> str:
    """A cited passage on its source's page."""
    return f"{entity('sources', source)}#{passage_anchor(start, end)}"


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
    return _way(path, page.rpartition("/")[0]) + mark + anchor


def _part(page: str, part: int) -> str:
    """A page, or a further part of it."""
    return f"{page}.html" if part == 1 else f"{page}-{part}.html"


@lru_cache(maxsize=10_000)
def _way(path: str, folder: str) -> str:
    if not folder:
        return path
    to, here = path.split("/"), folder.split("/")
    same = 0
    while same < min(len(to) - 1, len(here)) and to[same] == here[same]:
        same += 1
    return "../" * (len(here) - same) + "/".join(to[same:])


def edited(repo_url: str, edit_uri: str, location: Location) -> str:
    """Where a person edits a line, on a host that numbers lines as #L1. `edit_uri` ends in docs/."""
    return f"{repo_url.rstrip('/')}/{edit_uri.removesuffix('docs/')}{quote(location.file)}#L{location.line}"
