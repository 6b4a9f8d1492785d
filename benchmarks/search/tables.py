"""The numbers as Markdown tables, for the README."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.search.measure import Cost
from benchmarks.search.queries import CLASSES, DEVELOPMENT, HALVES, HELD_OUT, NOTHING
from benchmarks.search.score import Score

Scores = Mapping[str, Mapping[str, Mapping[str, Score]]]


def summary(scores: Scores, costs: Mapping[str, Cost]) -> str:
    """The searches side by side: quality of both halves, then costs."""
    names = list(scores)
    rows = []
    for half in (HELD_OUT, DEVELOPMENT):
        found = [scores[name][half]["found"] for name in names]
        nothing = [scores[name][half][NOTHING] for name in names]
        rows += [
            [f"Success at 1, {half}", *(_share(one.at_1) for one in found)],
            [f"Success at 3, {half}", *(_share(one.at_3) for one in found)],
            [f"Mean reciprocal rank, {half}", *(f"{one.reciprocal:.2f}" for one in found)],
            [f"Nothing found where nothing is, {half}", *(_share(one.at_1) for one in nothing)],
        ]
    return _table(["", *names], rows + _costs([costs[name] for name in names]))


def classes(scores: Scores) -> str:
    """Success at 3 by class, both halves together."""
    names = list(scores)
    rows = []
    for kind in CLASSES:
        of = {name: [scores[name][half][kind] for half in HALVES] for name in names}
        count = sum(one.queries for one in of[names[0]])
        shares = (_share(sum(one.at_3 * one.queries for one in of[name]) / count) for name in names)
        rows.append([kind.replace("-", " "), str(count), *shares])
    return _table(["Success at 3 by class", "queries", *names], rows)


def typed(places: Mapping[str, Mapping[str, Score]]) -> str:
    """Success at 3 by class of the queries as people type them, for each place that answers."""
    kinds = next(iter(places.values()))
    rows = [
        [_called(kind), str(one.queries), *(_share(scores[kind].at_3) for scores in places.values())]
        for kind, one in kinds.items()
    ]
    return _table(["Success at 3 by class", "queries", *places], rows)


def _called(kind: str) -> str:
    return "all but nothing" if kind == "found" else kind.replace("-", " ")


def growth(sizes: Mapping[int, Mapping[str, Cost]]) -> str:
    """Costs at each number of claims."""
    head, found = [""], []
    for size, costs in sizes.items():
        for name, cost in costs.items():
            head.append(f"{name}, {size:,}")
            found.append(cost)
    return _table(head, _costs(found))


def put(page: str, name: str, table: str) -> str:
    """The Markdown page with `table` between the marks `<!-- make bench: name -->` and `<!-- end -->`."""
    before, mark, rest = page.partition(f"<!-- make bench: {name} -->\n")
    _, end, after = rest.partition("<!-- end -->")
    if not end:
        raise ValueError(f"The page has no place for the table {name}.")
    return f"{before}{mark}\n{table}\n\n{end}{after}"


def _costs(found: Sequence[Cost]) -> list[list[str]]:
    return [
        ["Loaded for the search with each page, gzip", *(_size(one.before) for one in found)],
        ["Loaded by the first search, gzip", *(_size(one.first) for one in found)],
        ["First key to results, nothing cached", *(_time(one.cold) for one in found)],
        ["First key to results, on the next page", *(_time(one.warm) for one in found)],
        ["A key to its results, once loaded", *(_time(one.key) for one in found)],
        ["The slowest key", *(_time(one.worst) for one in found)],
    ]


def _share(value: float) -> str:
    return f"{100 * value:.1f} %"


def _size(value: int) -> str:
    return f"{value / 1000:.0f} kB"


def _time(value: float) -> str:
    return f"{value:.0f} ms"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
