"""Falsifications of facts: one thing of a claim made false, by kinds."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator

import mutations
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.library import Library
from bamboo.reading.mentions import lexicon, plain
from mutations import Plain, changed

from benchmarks.falsifications import words

Change = Callable[[Plain, Library], Iterator[Plain]]


def _of_claim(change: Callable[[str], Iterator[str]]) -> Change:
    def changes(record: Plain, library: Library) -> Iterator[Plain]:
        yield from (changed(record, ("claim",), new) for new in change(record["claim"]))

    return changes


def _of_title(change: Callable[[str], Iterator[str]]) -> Change:
    def changes(record: Plain, library: Library) -> Iterator[Plain]:
        yield from (changed(record, ("title",), new) for new in change(record.get("title", "")))

    return changes


def actors(record: Plain, library: Library) -> Iterator[Plain]:
    """Actor and object exchanged."""
    claim, names = plain(record["claim"]), lexicon(library)
    spans = [(m.start, m.end) for finder in (names.partners, names.people) for m in finder.find(claim)]
    spans += [found.span() for found in re.finditer(r"\bVietnam\b(?! International| People)", claim)]
    # Adjectives and genitives are no actors.
    spans = sorted(
        (a, b) for a, b in spans if not re.match(r"'s| [A-Z]", claim[b:]) and claim[a:b][-3:] != "ese"
    )
    yield from (changed(record, ("claim",), new) for new in words.exchanged(claim, spans))


def plans(record: Plain, library: Library) -> Iterator[Plain]:
    """A plan told as an event."""
    if record["kind"] == "plan":
        yield {**record, "kind": "event"}


def planned(record: Plain, library: Library) -> Iterator[Plain]:
    """An event told as a plan."""
    if record["kind"] in ("event", "visit", "agreement", "membership"):
        said = record.get("said_by") or [record["evidence"][0]["source"]]
        yield {**record, "kind": "plan", "said_by": said}


def plans_done(record: Plain, library: Library) -> Iterator[Plain]:
    """A plan told as an event that has happened, in kind and claim."""
    if record["kind"] == "plan":
        yield from ({**record, "kind": "event", "claim": new} for new in words.as_done(record["claim"]))


def roles_dropped(record: Plain, library: Library) -> Iterator[Plain]:
    """The role of a person left out."""
    for at, person in enumerate(record.get("people", [])):
        if "as" in person:
            found = copy.deepcopy(record)
            del found["people"][at]["as"]
            yield found


def roles(record: Plain, library: Library) -> Iterator[Plain]:
    """The role of a person exchanged."""
    for at, person in enumerate(record.get("people", [])):
        for other in words.OFFICES:
            if other not in person.get("as", ""):
                yield changed({**record}, ("people", at, "as"), other)


def less_exact(record: Plain, library: Library) -> Iterator[Plain]:
    """A day made its month or year, a month its year."""
    when = record["when"]
    parts = when.split("-")
    if "/" not in when and len(parts) > 1:
        yield from ({**record, "when": "-".join(parts[:n])} for n in range(1, len(parts)))
    elif "/" in when:
        yield {**record, "when": when[:4]}


def people_added(record: Plain, library: Library) -> Iterator[Plain]:
    """A person with a record put into the list."""
    have = {one["person"] for one in record.get("people", [])}
    for other in [ident for ident in library.people if ident not in have][:3]:
        yield {**record, "people": [*record.get("people", []), {"person": other}]}


def speakers_of_another(record: Plain, library: Library) -> Iterator[Plain]:
    """A speaker exchanged for another who is named in the record, or for the source."""
    said_by = record.get("said_by", [])
    others = [one["person"] for one in record.get("people", [])]
    # That a thing happened, any text may say that does so.
    others += [quote["source"] for quote in record["evidence"] if record["kind"] in SPOKEN]
    for at in range(len(said_by)):
        for other in dict.fromkeys(others):
            if other not in said_by:
                yield changed(record, ("said_by", at), other)


NOTES = (
    "The talks were later called off by Bolivia.",
    "Ivan Petrov signed for the other side.",
    "The source counts 37 of them.",
    "The source dates it to 14 March 1987.",
    "The meeting took place in Geneva.",
    "The agreement did not enter into force.",
)


def notes(record: Plain, library: Library) -> Iterator[Plain]:
    """A note that nothing proves."""
    yield from ({**record, "note": note} for note in NOTES)


def notes_of_another(record: Plain, library: Library) -> Iterator[Plain]:
    """The note of another fact."""
    if "note" in record:
        others = [fact.record.note for fact in library.facts.values() if fact.record.note]
        yield from ({**record, "note": other} for other in others if other != record["note"])


def differences(record: Plain, library: Library) -> Iterator[Plain]:
    """What sources are said to differ in, made false."""
    for at, difference in enumerate(record.get("differs", [])):
        note = difference["note"]
        for new in (f"{note.removesuffix('.')}; Bolivia agrees.", f"{note.removesuffix('.')}, in 37 cases."):
            yield changed(record, ("differs", at, "note"), new)


CLAIMS: dict[str, Change] = {
    "a “not” put into the claim": _of_claim(words.denied),
    "a word of the claim replaced by its opposite": _of_claim(words.opposed),
    "a “not” put into the title": _of_title(words.denied),
    "a word of the title replaced by its opposite": _of_title(words.opposed),
    "actor and object exchanged": actors,
    "the two sides of a verb exchanged": _of_claim(words.sides_exchanged),
    "expected made done": _of_claim(words.as_done),
    "done made expected, planned or wished": _of_claim(words.as_expected),
    "a plan filed as an event": plans,
    "a plan made and filed as an event": plans_done,
    "an event filed as a plan": planned,
    "a speaker exchanged": mutations.speakers,
    "a speaker exchanged for another of the record": speakers_of_another,
    "the change of a tier exchanged": mutations.changes,
    "a role dropped": roles_dropped,
    "a role exchanged": roles,
    "a role exchanged in the claim": _of_claim(words.offices_exchanged),
    "a place exchanged": _of_claim(words.places_exchanged),
    "a person without a record put into the claim": _of_claim(
        lambda text: words.names_put_in(text, words.PEOPLE)
    ),
    "a country without a record put into the claim": _of_claim(
        lambda text: words.names_put_in(text, words.COUNTRIES)
    ),
    "a person without a record put into the title": _of_title(
        lambda text: words.names_put_in(text, words.PEOPLE) if text else iter(())
    ),
    "a person of another record put into the list": people_added,
    "`when` made less exact": less_exact,
    "a false note": notes,
    "the note of another record": notes_of_another,
    "a false note on a difference": differences,
}
