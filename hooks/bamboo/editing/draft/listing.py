"""Suggestions as text for the editor: what to add where, ready to paste, and what was left to think about."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence

from bamboo.data import english
from bamboo.data.locations import shorten
from bamboo.data.records import Quote
from bamboo.data.seed import Seed
from bamboo.editing.draft import differing, writing
from bamboo.editing.draft.similarity import Similar, Told
from bamboo.editing.draft.strangers import Stranger
from bamboo.editing.draft.suggestions import Again, Draft, Suggestions
from bamboo.editing.form import field
from bamboo.editing.form import plain as plain_values
from bamboo.evidence.locate import Span, seed_of
from bamboo.kinds.library import Library
from bamboo.kinds.qualifiers import QUALIFIERS
from bamboo.reading import phrases
from bamboo.reading.mentions import plain
from bamboo.reading.numbers import scale_of

SHOWN = 90
_LEANS = re.compile(
    r"(?:It|They|These|This|Those|He|She|Such|Thus|Through this|As a result|while|one of)\b"
    r"|.*\b(?:[Tt]he|[Bb]oth|[Tt]heir) (?:two )?(?:countries|sides|nations|leaders|ministers|parties)\b"
)


def text(library: Library, found: Suggestions, places: Sequence[str]) -> str:
    """All of it. `places` are the files of the drafts, in their order."""
    seed = seed_of(library, found.source)
    assert seed is not None
    blocks = [_summary(found)]
    if found.again:
        blocks.append("RECORDED ALREADY. If it says the same, add the quote to that file:")
        blocks += ["\n".join(_again(library, seed, again)) for again in found.again]
    if found.drafts:
        blocks.append("DRAFTS")
        blocks.append("\n".join(_drafts(seed, found.drafts, places)))
    if found.boilerplate:
        blocks.append(
            f"PERHAPS NO PART OF THE TEXT. If so, add to `set_aside` in {library.sources[found.source].file}:"
        )
        blocks.append(
            "\n".join(
                line
                for piece, passage in found.boilerplate
                for line in writing.of_quote(passage, {"reason": piece.reason})
            )
        )
    if found.undated:
        blocks.append(
            "NOT SUGGESTED: the text dates these passages nowhere, or prints them several times over"
        )
        blocks.append("\n".join(_shown(seed, span) for span in found.undated))
    if found.strangers:
        blocks.append("NAMES WITHOUT A RECORD. Add a file for each, then run this again:")
        blocks.append(
            "\n".join(
                f"  {one.name} (a country): bamboo add partner {shlex.quote(one.name)}"
                if one.iso
                else f"  {one.name} ({_person(one)}): bamboo add person {shlex.quote(one.name)}"
                + (f" --of {one.of}" if one.of else "")
                for one in found.strangers
            )
        )
    return "\n\n".join(blocks)


def _person(one: Stranger) -> str:
    return f"a person, {one.office}" if one.office else "a person"


def remarks(draft: Draft) -> list[str]:
    """What an editor may weigh, as remarks at the head of a draft, with what it may repeat."""
    said = to_weigh(draft)
    if draft.similar:
        said.append("Compare; if one of these says the same, add the quote there and delete this file:")
        said += [f"{_place(similar)} ({similar.likeness})" for similar in draft.similar]
    if draft.elsewhen:
        said.append("If one of these is the same, add the quote there with `differs` of kind period:")
        said += [f"{_place(similar)} ({similar.likeness})" for similar in draft.elsewhen]
    return said


def to_weigh(draft: Draft) -> list[str]:
    """What is uncertain in a draft."""
    said = (
        [f"Other themes it could be filed under: {', '.join(draft.other_themes)}."]
        if draft.other_themes
        else []
    )
    if draft.other_kinds:
        said.append(f"Kind: {draft.fact.kind} is a guess; the next one is {', '.join(draft.other_kinds)}.")
    if _LEANS.match(draft.fact.claim):
        said.append("The passage leans on the one before it: quote that too, as `context`.")
    return said


def _summary(found: Suggestions) -> str:
    spans = {one.span for one in found.drafts} | {one.span for one in found.again} | {*found.undated}
    many = len(spans)
    if not many:
        return f"Every passage of {found.source} is quoted or set aside; there is nothing to suggest."
    return (
        f"{found.source}: {english.counted(many, 'passage')} that no claim quotes; "
        f"{english.counted(len(found.drafts), 'draft')}, {len(found.again)} recorded already."
    )


def _again(library: Library, seed: Seed, again: Again) -> Iterator[str]:
    yield _shown(seed, again.span)
    kinds = {similar.told.period != "": similar for similar in reversed(again.similar)}
    for similar in again.similar:
        yield f"  {_place(similar)} ({similar.likeness}): {shorten(similar.told.text, SHOWN)}"
    if False in kinds:
        yield "  To add under `evidence`:"
        yield from writing.of_quote(again.quote)
    for similar in again.similar:
        if similar.told.period:
            yield f"  To add under `reports` of {similar.told.period} in {similar.told.file}:"
            report = _report(library, again.quote, similar)
            yield from writing.of_quote(again.quote, report)
            yield from _differing(library, again.quote.source, similar.told, report)


def _differing(library: Library, source: str, told: Told, report: Mapping[str, str]) -> Iterator[str]:
    """What else to add, where the value is another one than other texts have."""
    found = differing.of_report(library, told.ident, told.period, source, **report)
    if found:
        yield f"  And, since the texts differ, under {told.period}:"
        yield from (f"    {line}" for line in field("differs", [plain_values(one) for one in found]))


def _report(library: Library, quote: Quote, similar: Similar) -> dict[str, str]:
    """The number of a figure as the passage prints it, in the figure's unit; left open where none fits."""
    figure = library.indicators[similar.told.ident].record
    scale, kind = scale_of(figure.unit)
    known = phrases.words(f"{figure.name} {figure.unit}")
    values = {
        report.value
        for observation in figure.observations
        if observation.period == similar.told.period
        for report in observation.reports
    }
    fitting = [
        (float(number.value / scale) in values, len(words & known), -number.start, number)
        for number, words in phrases.read(plain(quote.quote))
        if number.kind == kind
    ]
    best = max(fitting, key=lambda one: one[:3], default=None)
    if best is None:
        return {"value": "", "qualifier": ""}
    number = best[3]
    qualifier = number.qualifier if number.qualifier in QUALIFIERS else ""
    return {"value": f"{(number.value / scale).normalize():f}", "qualifier": qualifier}


def _drafts(seed: Seed, drafts: Sequence[Draft], places: Sequence[str]) -> Iterator[str]:
    for draft, place in zip(drafts, places, strict=True):
        fact = draft.fact
        yield f"  {place}"
        yield f"    {fact.kind}, {fact.when}, {fact.themes[0]}: “{shorten(fact.claim, SHOWN)}”"
        for similar in (*draft.similar[:1], *draft.elsewhen):
            yield f"    compare {_place(similar)} ({similar.likeness})"


def _place(similar: Similar) -> str:
    return f"{similar.told.file}, {similar.told.period}" if similar.told.period else similar.told.file


def _shown(seed: Seed, span: Span) -> str:
    return f"{seed.file}:{seed.line(span.start)}  “{shorten(seed.text[span.start : span.end], SHOWN)}”"
