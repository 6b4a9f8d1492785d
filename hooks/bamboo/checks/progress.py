"""How far the reading of a source has come: a bar, and the passages and names that are left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bamboo.checks import coverage, mentions
from bamboo.data import english
from bamboo.data.locations import Finding, shorten, unhidden
from bamboo.evidence.coverage import Coverage, of_source
from bamboo.evidence.locate import seed_of
from bamboo.kinds.library import Entry, Library
from bamboo.kinds.source import Source

WIDTH = 24  # characters of a bar
SHOWN = 90  # characters of a passage
_LEFT = ("unaccounted", "overlooked")


@dataclass(frozen=True, slots=True)
class Progress:
    """What is done and left of one source."""

    card: Entry[Source]
    counts: Coverage
    passages: tuple[Finding, ...]
    names: tuple[Finding, ...]

    @property
    def brief(self) -> str:
        """`62 of 113 words left in 5 passages`."""
        if not self.counts.left and not self.names:
            return "nothing left"
        words = f"{english.number(self.counts.left)} of {english.counted(self.counts.words, 'word')} left"
        where = f" in {english.counted(len(self.passages), 'passage')}" if self.passages else ""
        names = f", {english.counted(len(self.names), 'name')} not taken up" if self.names else ""
        return f"{words}{where}{names}"


def of(library: Library, source: str = "") -> list[Progress]:
    """The progress of one source, or of each that is in progress. None of a source without its text."""
    cards = [library.sources[source]] if source else library.sources.values()
    those = [card for card in cards if (source or card.record.in_progress) and seed_of(library, card.id)]
    if not those:
        return []
    found = [f for check in (coverage, mentions) for f in check.findings(library) if f.code in _LEFT]
    return [
        Progress(
            card,
            of_source(library, card.id),
            *(
                tuple(f for f in found if f.location.file == f"seeds/{card.record.seed}" and f.code == code)
                for code in _LEFT
            ),
        )
        for card in those
    ]


def summary(found: Sequence[Progress]) -> Iterator[str]:
    """A line for each source, with its bar."""
    width = max((len(one.card.id) for one in found), default=0)
    for one in found:
        yield f"{one.card.id:{width}}  {bar(one.counts)}  {one.brief}"


def bar(counts: Coverage) -> str:
    """`[######..................]  25 %`."""
    full = WIDTH * counts.percent // 100
    return f"[{'#' * full}{'.' * (WIDTH - full)}] {counts.percent:3} %"


def text(library: Library, one: Progress) -> str:
    """All that is left of a source, by line."""
    seed = seed_of(library, one.card.id)
    assert seed is not None
    lines = [f"{one.card.id}  {bar(one.counts)}  {one.brief}"]
    if one.passages:
        lines += ["", "Passages that no claim quotes and nobody has set aside:"]
        lines += [
            f"  {found.location.file}:{found.location.line}  "
            f"“{shorten(seed.text[run.start : run.end], SHOWN)}”"
            for found, run in zip(sorted(one.passages), one.counts.runs, strict=True)
        ]
    if one.names:
        lines += ["", "Names in quoted words that none of the claims there has:"]
        lines += [
            f"  {found.location.file}:{found.location.line}  {found.message.partition(' is named')[0]}"
            for found in sorted(one.names)
        ]
    lines.append("")
    if one.passages or one.names:
        lines.append(f"Next: `bamboo review {one.card.id}` goes through them one by one.")
    elif one.card.record.in_progress:
        lines.append(f"Next: delete `status: in-progress` from {one.card.file}; then the check guards it.")
    else:
        lines.append("Every passage is quoted or set aside.")
    return unhidden("\n".join(lines))
