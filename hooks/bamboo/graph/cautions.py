"""Sources that were corrected or taken back: what their statements say of it, wherever they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bamboo.data import dates
from bamboo.kinds.library import Library
from bamboo.kinds.source import Source

Kind = Literal["retracted", "corrected"]
CAUTIONS: tuple[Kind, ...] = ("retracted", "corrected")


@dataclass(frozen=True, slots=True)
class Caution:
    """What became of a source. `by` is the source that prints the correction, if it is one of these."""

    kind: Kind
    source: str
    on: str
    why: str
    url: str = ""
    by: str = ""

    @property
    def when(self) -> str:
        """`retracted on 3 May 2022`, in words of the site."""
        said = "on" if dates.precision(self.on) == "day" else "in"
        return f"{self.kind} {said} {dates.words(self.on)}"


def of_card(ident: str, card: Source) -> Caution | None:
    """What became of one source; nothing where nothing did. A text that was taken back needs no more."""
    if gone := card.retracted:
        return Caution("retracted", ident, gone.on, gone.why, gone.url or "")
    if right := card.corrected_by:
        return Caution("corrected", ident, right.on, right.what, right.url or "", right.source or "")
    return None


def of(library: Library, source: str) -> str:
    """`retracted` or `corrected`, where this source was; "" where it was not."""
    found = of_card(source, library.sources[source].record)
    return found.kind if found else ""


def of_sources(library: Library, sources: Iterable[str]) -> tuple[Caution, ...]:
    """What became of those of these sources that were corrected or taken back."""
    found = (of_card(ident, library.sources[ident].record) for ident in sources)
    return tuple(caution for caution in found if caution)


def withdrawn(cautions: Iterable[Caution], sources: Sequence[str]) -> bool:
    """Whether every one of these sources was taken back."""
    return {one.source for one in cautions if one.kind == "retracted"} == {*sources}


def briefly(cautions: Sequence[Caution], sources: Sequence[str]) -> str:
    """`source retracted`, `one source corrected`: what follows a statement in square brackets."""
    retracted = {one.source for one in cautions if one.kind == "retracted"}
    concerned = retracted or {one.source for one in cautions}
    if not concerned:
        return ""
    what = "retracted" if retracted else "corrected"
    if len(sources) == 1:
        return f"source {what}"
    if concerned == {*sources}:
        return f"sources {what}"
    return f"one source {what}" if len(concerned) == 1 else f"some sources {what}"
