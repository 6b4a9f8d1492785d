"""A strip of months: how much happened in each, as links to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel.dates import format_date

from bamboo.data import dates, english
from bamboo.graph import addresses
from bamboo.graph.claims import Claim
from bamboo.site.blocks.happenings import Happening
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its short name, where it is, its count and share of the most; `to` is None for none.

    `id` is what the filter of the page at hand knows it by; empty for one that is on another page.
    """

    id: str
    label: str
    to: Link | None
    count: str
    share: str


@dataclass(frozen=True, slots=True)
class StripYear:
    """The months of a year."""

    label: str
    months: tuple[Month, ...]


def month_of(claim: Claim) -> str:
    """The month in which its time begins; empty where it is not dated so finely."""
    return claim.when[:7] if dates.precision(claim.when) in ("day", "days", "month") else ""


def strip(found: Iterable[Happening], pages: Mapping[str, str], here: str) -> tuple[StripYear, ...]:
    """The years in which something is dated to a month, the newest first, each with all its months.

    `pages` are those on which months begin, `here` is the one at hand.
    """
    counts = Counter(month for happening in found if (month := month_of(happening.head)))
    most = max(counts.values(), default=1)

    def one(month: str) -> Month:
        return _month(month, counts[month], most, pages.get(month, here), here)

    return tuple(
        StripYear(year, tuple(one(f"{year}-{number:02}") for number in range(1, 13)))
        for year in sorted({month[:4] for month in counts}, reverse=True)
    )


def _month(month: str, many: int, most: int, page: str, here: str) -> Month:
    said = f"{dates.words(month)}: {english.counted(many, 'entry', 'entries')}"
    return Month(
        month if page == here else "",
        str(format_date(dates.bounds(month)[0], "MMM", locale="en")),
        Link(said, f"{page}#{addresses.span_anchor(month)}") if many else None,
        english.number(many) if many else "",
        f"{100 * many // most}%",
    )
