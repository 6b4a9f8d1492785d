"""What was measured at one size, and at several sizes beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from benchmarks.scale.processes import Cost
from benchmarks.scale.weights import Weight, by_kind


@dataclass
class Report:
    """One size: costs by what was run, what could not be run and why, pages, and seconds until usable."""

    size: int
    claims: int
    costs: dict[str, Cost] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    pages: Sequence[Weight] = ()
    usable: dict[str, float] = field(default_factory=dict)


def text(reports: Sequence[Report]) -> str:
    """Tables as Markdown: costs, growth, and pages over a bound."""
    parts = [_costs(reports)]
    if len(reports) > 1:
        parts.append(_growth(reports))
    parts += [_pages(report) for report in reports if report.pages]
    return "\n\n".join(parts)


def _costs(reports: Sequence[Report]) -> str:
    head = ["CPU s / wall s / MiB", *(f"{report.claims:,} claims" for report in reports)]
    names = dict.fromkeys(name for report in reports for name in (*report.costs, *report.missing))
    rows = [[name, *(_cost(report, name) for report in reports)] for name in names]
    return _table(head, rows)


def _cost(report: Report, name: str) -> str:
    if name not in report.costs:
        return report.missing.get(name, "")
    cost = report.costs[name]
    return f"{cost.cpu:.1f} / {cost.wall:.1f} / {cost.memory:,.0f}"


def _growth(reports: Sequence[Report]) -> str:
    """The exponent by which CPU grows from one size to the next: 1 is in step with the claims."""
    pairs = list(pairwise(reports))
    head = ["Exponent of CPU", *(f"{one.claims:,} to {other.claims:,}" for one, other in pairs)]
    rows = [
        [name, *(f"{_exponent(one, other, name):.2f}" for one, other in pairs)]
        for name in reports[0].costs
        if all(name in report.costs for report in reports)
    ]
    return _table(head, rows)


def _exponent(one: Report, other: Report, name: str) -> float:
    return log(other.costs[name].cpu / one.costs[name].cpu) / log(other.claims / one.claims)


def _pages(report: Report) -> str:
    head = [
        f"Pages at {report.claims:,} claims",
        "pages",
        "heaviest",
        "kB gzip",
        "elements",
        "over",
        "usable",
    ]
    rows: list[list[str]] = []
    for kind, pages in by_kind(report.pages).items():
        over = sum(page.heavy for page in pages)
        seconds = [report.usable[page.address] for page in pages if page.address in report.usable]
        if over or seconds or len(rows) < 5:
            most = f"{max(page.elements for page in pages):,}"
            usable = f"{max(seconds):.1f} s" if seconds else ""
            rows.append(
                [
                    kind,
                    str(len(pages)),
                    pages[0].address,
                    f"{pages[0].size / 1000:.0f}",
                    most,
                    str(over),
                    usable,
                ]
            )
    return _table(head, rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
