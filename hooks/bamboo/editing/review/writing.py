"""What a decision changes: the text of a card, of a fact or of a figure with one entry more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bamboo.data import dates
from bamboo.data.records import Difference, Passage, Quote
from bamboo.editing.draft.figures import Figured
from bamboo.editing.form import plain
from bamboo.editing.write import Edited, piece
from bamboo.kinds.fact import Fact
from bamboo.kinds.indicator import Indicator
from bamboo.kinds.library import Library
from bamboo.kinds.source import Source

IN_PROGRESS = "in-progress"


def set_aside(file: str, text: str, passages: Iterable[tuple[str, Passage]]) -> str:
    """A card with these passages set aside, each with its reason."""
    edited = Edited(file, Source, text)
    edited.append("set_aside", [piece({"reason": reason, **plain(words)}) for reason, words in passages])
    return edited.text


def with_status(file: str, text: str, in_progress: bool) -> str:
    """A card whose source is in progress, or no longer."""
    edited = Edited(file, Source, text)
    if in_progress:
        edited.set("status", IN_PROGRESS)
    elif "status" in edited.values:
        edited.drop(("status",))
    return edited.text


def with_quote(file: str, text: str, quote: Quote, differs: Sequence[Difference] = ()) -> str:
    """A fact with one quote more, and with how that differs."""
    edited = Edited(file, Fact, text)
    edited.append("evidence", [piece(_quoted(quote))])
    edited.append("differs", [piece(plain(one)) for one in differs])
    return edited.text


def with_report(
    library: Library, file: str, text: str, quote: Quote, figure: Figured, differs: Sequence[Difference] = ()
) -> str:
    """A figure with one report more, of a period that it has or not, and with how that differs."""
    edited = Edited(file, Indicator, text)
    words = _quoted(quote)
    report = {"source": words.pop("source"), "value": figure.value, "qualifier": figure.qualifier, **words}
    rows = library.indicators[figure.indicator].record.observations
    at = next((index for index, row in enumerate(rows) if row.period == figure.period), None)
    if at is not None:
        edited.insert(("observations", at, "reports"), len(rows[at].reports), piece(report))
        edited.extend(("observations", at), "differs", [piece(plain(one)) for one in differs])
    else:
        newer = sum(dates.bounds(row.period) > dates.bounds(figure.period) for row in rows)
        edited.insert(("observations",), newer, piece({"period": figure.period, "reports": [report]}))
    return edited.text


def _quoted(quote: Quote) -> dict[str, Any]:
    words = plain(quote)
    return {"source": words.pop("source"), **words}
