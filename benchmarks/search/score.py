"""The measures of quality, as pure functions of what was expected and what was answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from benchmarks.search.lists import Held, is_list, nothing
from benchmarks.search.queries import CLASSES, NOTHING, Query

DEPTH = 10
"""Pages of an answer that count; nobody reads further."""


def pages(
    addresses: Iterable[str], base: str = "", whole: Callable[[str], bool] = lambda _: False
) -> list[str]:
    """Addresses as pages of the site: without `base`, parameters and anchor, each at its first place.

    Those that are to stay whole stay as they are, but for `base`: lists, which are more than their page.
    """
    plain = (
        address if whole(address) else _page(address)
        for address in (address.removeprefix(base) for address in addresses)
    )
    return list(dict.fromkeys(page or "index.html" for page in plain))


def _page(address: str) -> str:
    return unquote(address.split("#")[0].split("?")[0]).strip("/")


def rank(expect: Sequence[str], answer: Sequence[str], held: Held = nothing) -> int | None:
    """Place of the first page that is expected, from 1; None where none is among the first DEPTH.

    A list is one where its page is expected, or where it holds all that are.
    """
    for place, address in enumerate(answer[:DEPTH], 1):
        if _page(address) in expect or (is_list(address) and held(address) >= set(expect)):
            return place
    return None


def succeeds(query: Query, answer: Sequence[str], k: int = 3, held: Held = nothing) -> bool:
    """Whether an expected page is among the first `k`; for nothing expected, whether nothing came."""
    if query.kind == NOTHING:
        return not answer
    place = rank(query.expect, answer, held)
    return place is not None and place <= k


@dataclass(frozen=True)
class Score:
    """What holds for a group of queries, each share between 0 and 1."""

    queries: int
    at_1: float
    at_3: float
    reciprocal: float


def score(answers: Iterable[tuple[Query, Sequence[str]]], held: Held = nothing) -> Score:
    """Success at 1, success at 3 and mean reciprocal rank. Of nothing, all are 0.

    A query that expects nothing has the rank 1 where nothing came, and none otherwise.
    """
    places = []
    for query, answer in answers:
        if query.kind == NOTHING:
            places.append(1 if not answer else None)
        else:
            places.append(rank(query.expect, answer, held))
    count = len(places)
    if not count:
        return Score(0, 0.0, 0.0, 0.0)
    return Score(
        count,
        sum(place == 1 for place in places) / count,
        sum(place is not None and place <= 3 for place in places) / count,
        sum(1 / place for place in places if place is not None) / count,
    )


def by_class(
    answers: Sequence[tuple[Query, Sequence[str]]], classes: Sequence[str] = CLASSES, held: Held = nothing
) -> dict[str, Score]:
    """A score for each class, and `found` for all classes that expect a page."""
    scores = {kind: score((pair for pair in answers if pair[0].kind == kind), held) for kind in classes}
    scores["found"] = score((pair for pair in answers if pair[0].kind != NOTHING), held)
    return scores


def median(values: Iterable[float]) -> float:
    """The middle value, or the mean of the two middle ones. There must be one at least."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
