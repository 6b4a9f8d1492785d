"""`bamboo add overview`: lists what claims say of a subject, and writes the frame of its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Any

from bamboo import kinds
from bamboo.checks.overviews import FINDINGS, SENTENCES
from bamboo.checks.overviews.told import Claim, claim
from bamboo.data import dates, english
from bamboo.data.documented import documentation
from bamboo.data.locations import nearest
from bamboo.data.yamltext import remarks
from bamboo.editing.add import Written
from bamboo.editing.form import OPEN
from bamboo.editing.name import Refused
from bamboo.editing.write import Edited, UnprovenError
from bamboo.graph import wording
from bamboo.kinds import overview as overviews
from bamboo.kinds.base import Kind
from bamboo.kinds.claims import CLAIMS, OBSERVATION
from bamboo.kinds.fact import Fact
from bamboo.kinds.home import HOME
from bamboo.kinds.library import Library
from bamboo.kinds.overview import Sentence
from bamboo.kinds.year import YEARS
from bamboo.reading import titles

MOST = 6  # claims of a kind that are listed: those that matter less are on the subject's page

# An editor's word for each subject, with its kind.
SUBJECTS: dict[str, Kind[Any]] = {
    HOME.name if kind is HOME else kind.one: kind for kind in kinds.ALL if overviews.field(kind.record)
}


def place(library: Library, subject: str, ident: str) -> str | Refused:
    """The file that an overview of this subject is written to."""
    kind = SUBJECTS[subject]
    if kind is HOME:
        return HOME.file
    file, known = f"data/{kind.name}/{ident}.yml", library.of(kind.name)
    if (kind.name, ident) in library.unreadable:
        return Refused((f"{file} cannot be read: run `bamboo check`.",))
    if kind is YEARS and ident not in known and ident.isdecimal() and len(ident) == 4:
        return file
    if ident not in known:
        if not ident:
            return Refused((f"Which {subject}?", f"Give its id, the name of its file in data/{kind.name}/."))
        guess = nearest(ident, known)
        hint = f"Did you mean `{guess}`?" if guess else f"An id is the name of a file in data/{kind.name}/."
        return Refused((f"There is no {subject} `{ident}`.", hint))
    return file


def overview(library: Library, subject: str, ident: str, file: str, text: str) -> Written | Refused:
    """The frame of an overview in the `text` of its record's file; "" where there is no such file yet."""
    kind = SUBJECTS[subject]
    ident = HOME.name if kind is HOME else ident
    name = overviews.field(kind.record)
    if library.overview(kind.name, ident):
        return Refused((
            f"{file} has {'findings' if kind is HOME else 'an overview'} already.",
            "Change its sentences there: `bamboo check` holds each against its claims.",
        ))  # fmt: skip
    found = sorted(_claims(library, kind, ident), key=lambda one: _weight(one, kind))
    called = _called(library, kind, ident)
    if not found:
        return Refused((f"No claim is about {called}, and an overview needs claims.", "Add facts first."))
    lines = _frame(name, (FINDINGS if kind is HOME else SENTENCES)[0])
    if not text:
        return Written(file, "\n".join(lines) + "\n", tuple(_notes(called, found)))
    ends = "\r" if "\r\n" in text else ""
    edited = Edited(file, kind.record, text)
    try:
        edited.begin(name, [line + ends for line in lines])
    except UnprovenError as error:
        return Refused((str(error),))
    return Written(file, edited.text, tuple(_notes(called, found)), fresh=False)


def _claims(library: Library, kind: Kind[Any], ident: str) -> Iterator[Claim]:
    for known in (*library.facts, *library.observations):
        one = claim(library, known)
        if one and one.is_about(kind.name, ident):
            yield one


def _weight(one: Claim, kind: Kind[Any]) -> tuple[int, int, int, int]:
    """What happened before what is said of it; what is about little else, and newer, first."""
    place = [known.name for known in CLAIMS].index(one.kind)
    others = len(one.about) if kind is YEARS else len(one.of(kind.name))
    sources = len({quote.source for quote in one.quotes})
    return place, others, -sources, -dates.bounds(one.when)[1].toordinal()


def _called(library: Library, kind: Kind[Any], ident: str) -> str:
    if kind is HOME:
        return "Vietnam's foreign relations"
    if kind is YEARS:
        return ident
    return english.in_sentence(str(library.of(kind.name)[ident].record.name))


def _frame(name: str, many: int) -> list[str]:
    """As many sentences as there have to be; the first says how each is filled in."""
    said = {field: f"{OPEN}: {said}" for field, said in documentation(Sentence).items()}
    first = [*remarks([said["says"]], "  "), "  - says:", *remarks([said["rests_on"]], "    ")]
    return [f"{name}:", *first, "    rests_on: []", *["  - says:", "    rests_on: []"] * (many - 1)]


def _notes(called: str, found: Sequence[Claim]) -> Iterator[str]:
    yield f"{english.capital(english.counted(len(found), 'claim'))} about {called}, the weightiest first:"
    shown = [one for _, kind in groupby(found, key=lambda one: one.kind) for one in islice(kind, MOST)]
    for one in shown:
        label = "figure" if one.kind == OBSERVATION.name else one.kind
        yield f"  {label}, {dates.words(one.when)}: {_said(one)} ({one.ident})"
    if more := len(found) - len(shown):
        yield f"  … and {english.number(more)} more, on the subject's page after `bamboo build`."
    yield "In each sentence say what claims say, and name them in `rests_on`."


def _said(one: Claim) -> str:
    """The claim in a line, with its speaker."""
    if isinstance(one.record, Fact):
        speaking = wording.speakers(one.library, one.record)
        return wording.attributed(one.record.title or titles.bare(one.text), speaking, brief=True)
    row = next(row for row in one.record.observations if row.reports[0] in one.quotes)
    return titles.bare(wording.observation(one.record, row))
