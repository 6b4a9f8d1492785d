"""The forms of a citation as text, with a place for an address that only the reader's browser knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from bamboo.cite import apa, bibtex, csl, ris
from bamboo.cite.work import Work

# Stands for the address while the place of its line is looked for.
_MARK = "\uffff"


class Slot(NamedTuple):
    """What is on either side of an address that is filled in later."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Form:
    """A citation in one form: `before`, `title` (in italics), `middle` and `after` joined are its text.

    Where no address is known the text is whole without one, and `slot` is what is then on either
    side of an address between `middle` and `after`.
    """

    name: str
    ending: str
    before: str
    title: str = ""
    middle: str = ""
    after: str = ""
    slot: Slot | None = None

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.title + self.middle + self.after


FORMATS: tuple[tuple[str, str, Callable[[Work], list[str]]], ...] = (
    ("BibTeX", "bib", bibtex.lines),
    ("RIS", "ris", ris.lines),
    ("CSL-JSON", "csl.json", csl.lines),
)


def forms(work: Work) -> tuple[Form, ...]:
    """Every form of a citation, the one for people first."""
    wanting = work.site and not work.address
    before, title, tail = apa.reference(work)
    tail = f"{tail} {work.address}" if work.address else tail
    found = [Form("APA 7", "txt", before, title, tail, slot=Slot(" ", "") if wanting else None)]
    marked = replace(work, address=_MARK) if wanting else work
    for name, ending, lines in FORMATS:
        rows = lines(marked)
        if not wanting:
            found.append(Form(name, ending, "\n".join(rows)))
            continue
        # With an address there is one line more.
        at = next(number for number, row in enumerate(rows) if _MARK in row)
        left, _, right = rows[at].partition(_MARK)
        found.append(
            Form(
                name,
                ending,
                "\n".join(rows[:at]) + "\n",
                after="\n".join(rows[at + 1 :]),
                slot=Slot(left, right + "\n"),
            )
        )
    return tuple(found)
