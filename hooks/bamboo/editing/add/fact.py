"""`bamboo add fact`: a fact around a quote, with what the quote names; the claim is the editor's to write."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bamboo.checks.edges import cut_after, cut_before
from bamboo.data import dates, english
from bamboo.data.locations import hidden, nearest
from bamboo.data.records import Quote
from bamboo.data.seed import Seed, fold_text
from bamboo.editing.add import Written
from bamboo.editing.form import OPEN, Form, entry, plain
from bamboo.editing.locate import Found, claims_on, find, nearest_passage, whole_words
from bamboo.editing.name import Refused, new_id, taken, unusable
from bamboo.editing.recognise import Recognised, edtf, recognise
from bamboo.evidence.locate import Miss, seed_of
from bamboo.kinds.changes import CHANGE
from bamboo.kinds.claims import FACT_KINDS, SPOKEN
from bamboo.kinds.fact import Fact
from bamboo.kinds.library import Library
from bamboo.reading import titles


@dataclass(frozen=True, slots=True)
class Asked:
    """What an editor has said about the new fact; what is empty was not said."""

    source: str
    quote: str
    claim: str = ""
    when: str = ""
    kind: str = ""
    themes: Sequence[str] = ()
    ident: str = ""
    place: int = 1


def fact(library: Library, asked: Asked) -> Written | Refused:
    """A new fact on a quote of a source."""
    seed = seed_of(library, asked.source)
    if seed is None:
        return _no_source(library, asked.source)
    if wrong := _wrong(library, asked):
        return Refused(wrong)
    found = find(seed, asked.quote, asked.place)
    if isinstance(found, Miss):
        return Refused(_missed(library, seed, asked, found))
    read = recognise(library, found.passage.quote, asked.claim)
    when, remarks = _when(library, asked, read)
    year = _year(library, asked, when, read)
    if year is None:
        return Refused(
            ("The quote prints no year and the source's card has no `about`.", "Say it: --when 2024")
        )
    known = taken(library, "facts")
    if asked.ident and (refused := unusable(library, "facts", asked.ident)):
        return refused
    ident = asked.ident or new_id(asked.claim or found.passage.quote, known)
    form = _form(library, asked, found, read, when, remarks)
    notes = [found.note] if found.note else []
    if cut := cut_before(seed.text, found.span.start):
        notes.append(f"It begins just after “{cut[0]}”: {cut[1]}. Begin the quote there.")
    if cut := cut_after(seed.text, found.span.end):
        notes.append(f"It ends just before “{cut[0]}”: {cut[1]}. End the quote behind that.")
    if there := claims_on(library, asked.source, found.span):
        notes += ["Some of these words are quoted already, in", *(f"- {file}" for file in there[:5])]
        if len(there) > 5:
            notes.append(f"- and {english.counted(len(there) - 5, 'other file')}")
        notes.append("If one of them makes the same claim, delete the new file and add to that one.")
    return Written(f"data/facts/{year}/{ident}.yml", form.text, tuple(notes))


def _no_source(library: Library, ident: str) -> Refused:
    if ident in library.sources:
        return Refused(
            (f"seeds/{library.sources[ident].record.seed} is missing or was changed: run `bamboo check`.",)
        )
    guess = nearest(ident, library.sources)
    meant = f"Did you mean `{guess}`?" if guess else f"Known: {', '.join(library.sources)}."
    return Refused((f"Unknown source `{ident}`.", meant))


def _wrong(library: Library, asked: Asked) -> tuple[str, ...]:
    """What is wrong with the words of the command."""
    if asked.when:
        try:
            dates.bounds(asked.when)
        except ValueError as error:
            return (f"--when is `{asked.when}`; expected {error}.",)
    if asked.kind and asked.kind not in FACT_KINDS:
        return (f"--kind is `{asked.kind}`; expected one of: {', '.join(FACT_KINDS)}.",)
    for theme in asked.themes:
        if theme not in library.themes:
            guess = nearest(theme, library.themes)
            return (
                f"Unknown theme `{theme}`.",
                f"Did you mean `{guess}`?" if guess else f"Known: {', '.join(library.themes)}.",
            )
    if hidden(asked.claim):
        return ("The claim has invisible characters: type it again.",)
    return ()


def _missed(library: Library, seed: Seed, asked: Asked, miss: Miss) -> tuple[str, ...]:
    """Why the quote has no place, and what the seed prints instead."""
    if miss.reason == "empty":
        return ("The quote is empty.",)
    if miss.reason == "several":
        lines = ", ".join(str(seed.line(at)) for at in miss.places)
        return (
            f"The words are at {len(miss.places)} places in {seed.file} (lines {lines}).",
            f"Say which: --place 1 to --place {len(miss.places)}, or quote more words.",
        )
    if miss.reason == "cut":
        whole = whole_words(seed, miss.places[0], asked.quote)
        return (
            f"The quote begins or ends inside a word of {seed.file}. Whole words:",
            *_suggestion(asked, whole),
        )
    for source in library.sources:
        other = seed_of(library, source)
        if source != asked.source and other and isinstance(find(other, asked.quote), Found):
            said = f"The quote is not in {seed.file}, but in {other.file}."
            return (said, f"Say so: --source {source}")
    told = [f"The quote is not in {seed.file}."]
    if miss.at is not None:
        told.append(f"You say  “{miss.quoted}”")
        told.append(f"It has   “{miss.printed}” (line {seed.line(miss.at)})")
    span = nearest_passage(seed, asked.quote)
    if span is None:
        return (*told, "Copy the words from the source's page.")
    return (
        *told,
        "The passage most like it:",
        *_suggestion(asked, fold_text(seed.text[span.start : span.end])),
    )


def _suggestion(asked: Asked, quote: str) -> tuple[str, ...]:
    command = f"  bamboo add fact --source {asked.source} --quote {shlex.quote(quote)}"
    return (f"  {quote}", "If you mean that:", command)


def _when(library: Library, asked: Asked, read: Recognised) -> tuple[str, list[str]]:
    """The time of the claim, if it is certain, with remarks on where it comes from."""
    if asked.when:
        return asked.when, []
    about = library.sources[asked.source].record.about or ""
    years = dates.years(about) if about and not dates.is_open(about) else ()
    year = years[0] if len(years) == 1 else None
    printed = list(dict.fromkeys(found for date in read.dates if (found := edtf(date, None))))
    if len(printed) == 1 and len(read.dates) == 1:
        return printed[0], []
    if not read.dates and about:
        return about, [f"{OPEN} or keep: the quote prints no date; this is what its source is about."]
    dated = list(dict.fromkeys(found for date in read.dates if (found := edtf(date, year))))
    if len(dated) == 1 and len(read.dates) == 1:
        return dated[0], ["The year is that of the source's `about`; the quote prints none."]
    return "", [f"The quote says: {', '.join(dated)}."] if dated else []


def _year(library: Library, asked: Asked, when: str, read: Recognised) -> int | None:
    """The year whose folder the fact goes into."""
    card = library.sources[asked.source].record
    found = [
        when,
        *filter(None, (edtf(date, None) for date in read.dates)),
        card.about or "",
        card.published or "",
    ]
    return next((dates.years(date)[0] for date in found if date), None)


def _form(
    library: Library, asked: Asked, found: Found, read: Recognised, when: str, remarks: Sequence[str]
) -> Form:
    form = Form(Fact)
    claim = fold_text(asked.claim)
    given: dict[str, Any] = {
        "title": titles.proposed(claim) if titles.needed(claim) else "",
        "claim": claim,
        "kind": asked.kind,
        "when": when,
        "themes": [*asked.themes],
        "partners": [*read.partners],
        "terms": [*read.terms],
        "evidence": [plain(Quote(source=asked.source, **found.passage.model_dump(exclude_none=True)))],
    }
    numbers = f"Numbers in the quote: {'; '.join(read.numbers)}." if read.numbers else ""
    said = {"when": remarks, "title": ["A title is suggested: say it better, in 60 characters at most."]}
    open_: dict[str, Sequence[str]] = {
        "claim": [*filter(None, [numbers])],
        "kind": [f"One of: {', '.join(FACT_KINDS)}."],
        "when": remarks,
        "themes": [f"Known: {', '.join(library.themes)}."],
    }
    for name, value in given.items():
        if value:
            form.give(name, value, *said.get(name, ()))
        elif name in open_:
            form.ask(name, *open_[name])
    if read.people:
        form.lines("people", _people(read))
    if asked.kind == "relation":
        form.lines("relation", _relation(read))
    if asked.kind in SPOKEN:
        speaker = library.sources[asked.source].record.speaker
        people = [role.person for role in read.people]
        form.ask(
            "said_by",
            f"Perhaps one of: {', '.join(dict.fromkeys(filter(None, [speaker, *people, asked.source])))}.",
        )
    return form


def _people(read: Recognised) -> list[str]:
    lines = []
    for role in read.people:
        lines += entry(plain(role), "  ")
        if not role.as_:
            lines.append(f"    # {OPEN}, if the quote prints the role beside the name, as printed: `as: ...`")
    return lines


def _relation(read: Recognised) -> list[str]:
    partner = read.partners[0] if len(read.partners) == 1 else ""
    tier = read.tiers[0] if len(read.tiers) == 1 else ""
    return [
        f"  partner: {partner}".rstrip() if partner else f"  # {OPEN}: with whom\n  partner:",
        f"  tier: {tier}" if tier else f"  # {OPEN}: a term of kind tier\n  tier:",
        f"  # {OPEN}: {english.either(CHANGE)}\n  change:",
    ]
