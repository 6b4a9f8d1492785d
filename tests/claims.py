"""What the public data of a built site says, claim by claim, for tests of the pages that compare."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pages
from lxml import html

SAID = {
    "exact": "{}",
    "over": "over {}",
    "nearly": "nearly {}",
    "about": "about {}",
    "at-least": "at least {}",
    "expected": "{} (expected)",
    "expected-over": "over {} (expected)",
}


@cache
def data(site: Path, name: str) -> list[dict[str, Any]]:
    found = json.loads((site / "data" / "v1" / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def years(when: str) -> list[str]:
    parts = [int(part[:4]) for part in when.split("/")]
    return [str(year) for year in range(parts[0], parts[-1] + 1)]


@cache
def claims(site: Path) -> dict[str, dict[str, Any]]:
    """Facts and observations by id, each with `when`, `rows` (its quotes) and `differs`."""
    found = {
        fact["id"]: {**fact, "rows": fact["evidence"], "indicator": None} for fact in data(site, "facts")
    }
    for indicator in data(site, "indicators"):
        for row in indicator["observations"]:
            found[row["id"]] = {
                "relation": None,
                "roles": [],
                "said_by": [],
                **row,
                "when": row["period"],
                "rows": row["reports"],
                "indicator": indicator,
            }
    return found


@cache
def covered(site: Path) -> list[str]:
    counts: dict[str, int] = defaultdict(int)
    for claim in claims(site).values():
        for year in years(claim["when"]):
            counts[year] += 1
    return sorted(year for year, many in counts.items() if many >= 10)


def hrefs(element: html.HtmlElement) -> set[str]:
    return {str(a.get("href")) for a in element.iter("a")}


# What became of sources of the sample: pages say it with each value.
CAUTIONED = {"trade-note-2022": "corrected", "forum-video-2022": "retracted"}


def value_of(report: dict[str, Any]) -> str:
    """A report's value as pages show it: with its unit, so that it can be read alone."""
    value = "3rd" if report["unit"] == "place" else f"{report['value']:,}"
    value += f" to {report['high']}" if report.get("high") else ""
    # Of a unit that names several things, the scope says which one is counted.
    unit = "" if report.get("scope") and " or " in report["unit"] else report["unit"]
    scale, dollars, _ = unit.partition("US dollars")
    amount = (f"US${value} {scale}" if dollars else f"{value} {unit}").rstrip()
    said = [SAID[report["qualifier"]].format(amount)]
    if report.get("status"):
        said.append(f"({report['status']}{_when(report['as_of'])})")
    if made := report.get("estimate"):
        said.append(f"(estimate by {made['by']}{_when(made['on'])})")
    if report["source"] in CAUTIONED:
        said.append(f"[{CAUTIONED[report['source']]}]")
    return " ".join(said)


def _when(month: str | None) -> str:
    return f", {date.fromisoformat(f'{month}-01'):%B %Y}" if month else ""


def cells(page: html.HtmlElement, kind: str) -> Iterator[tuple[str, str, html.HtmlElement]]:
    """(address of the row's heading, year, cell) of tables of a class, as the column headings say."""
    for table in page.find_class(kind):
        heads = [pages.text(head) for head in table.xpath("./thead//th")]
        for row in table.xpath("./tbody/tr"):
            heading = next(iter(hrefs(row.xpath("./th")[0])))
            for year, cell in zip(heads[1:], row.xpath("./td"), strict=True):
                if cell.get("data-year"):
                    assert cell.get("data-year") == year
                    yield heading, year, cell
