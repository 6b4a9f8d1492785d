"""Whom and what a record names: the quotes name it, and its sentence where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from bamboo import kinds
from bamboo.checks.values.stated import RULE, WIDEN, Stated, Statement, listed
from bamboo.data.fields import Ref
from bamboo.data.locations import Finding, shorten
from bamboo.data.proof import Held
from bamboo.data.records import Record, declared
from bamboo.evidence.proof import Proof, Words
from bamboo.kinds.base import Kind
from bamboo.reading import offices as titles
from bamboo.reading.mentions import Finder, lexicon, plain
from bamboo.reading.names import all_names
from bamboo.reading.roles import bears_out, same_office, stands_with
from bamboo.reading.roles import printed_with as printed_roles


def held(stated: Stated) -> Iterator[Finding]:
    """An id of a record that the quotes name."""
    field, whole = stated.field, stated.whole
    assert field.ref is not None
    known = (kinds.BY_NAME[name] for name in field.ref.kinds)
    kind = next(one for one in known if field.value in stated.library.of(one.name))
    beside = stated.policy.beside
    if beside == "both":
        yield from _both(stated, kind)
        return
    if field.value in whole.named(kind, stated.proof):
        if beside == "sources":
            yield from _by_source(stated, kind)
        return
    if beside == "either" and field.value not in lexicon(stated.library).ids(kind, whole.said):
        yield stated.finding(
            f"`{field.listed}` has {_name(stated, kind)}; neither the {whole.called} nor a quote names it.",
            f"Take it out, or add the name as printed to `also_known_as` of "
            f"data/{kind.name}/{field.value}.yml.",
            code="not-named",
        )
    elif beside in ("", "sources"):
        yield stated.finding(
            f"`{field.listed}` has {_name(stated, kind)}; no quote names it.", WIDEN, code="not-named"
        )


def _name(stated: Stated, kind: Kind[Any]) -> str:
    return all_names(stated.library.of(kind.name)[stated.field.value])[0].name


def _by_source(stated: Stated, kind: Kind[Any]) -> Iterator[Finding]:
    """An id that the quotes of every source name: no text is made to speak of somebody else."""
    sources = dict.fromkeys(quote.source for quote in stated.quotes)
    for source in sources if len(sources) > 1 else ():
        proof = Proof.of(stated.library, tuple(quote for quote in stated.quotes if quote.source == source))
        if stated.field.value not in lexicon(stated.library).ids(kind, proof.texts):
            yield stated.finding(
                f"`{stated.field.listed}` has {_name(stated, kind)}; no quote from {source} names it.",
                f"Add the words of {source} that name it as `context`, or make a fact of its own of what "
                "that source says.",
                code="not-named-by-source",
            )


def _both(stated: Stated, kind: Kind[Any]) -> Iterator[Finding]:
    """An id that sentence and quotes name, each by itself."""
    entries, field = stated.library.of(kind.name), stated.field
    for where, texts in (
        (f"the {stated.whole.called} names", stated.whole.said),
        ("the quotes name", stated.proof.texts),
    ):
        named = lexicon(stated.library).ids(kind, texts)
        if field.value not in named:
            sort = getattr(entries[field.value].record, "kind", "")
            same = [other for other in named if getattr(entries[other].record, "kind", "") == sort]
            yield stated.finding(
                f"`{field.name}` is {field.value}; {where} {listed(sorted(same))}.",
                f"Name the {field.name} as the quotes do.",
                code="not-named",
            )


@cache
def _complete(kind: type[Record]) -> tuple[tuple[tuple[str, ...], Ref], ...]:
    """The fields that are to have everyone."""
    return tuple(
        (path, part.ref)
        for path, part in declared(kind)
        if part.ref and isinstance(part.policy, Held) and part.policy.complete
    )


def complete(whole: Statement) -> Iterator[Finding]:
    """Everyone whom a sentence names is in the field that is to have all of them."""
    kind_of: type[Record] = type(whole.entry.record)
    for path, ref in _complete(kind_of):
        kind = kinds.BY_NAME[ref.kinds[0]]
        have = {f.value for f in whole.listed(path[0]) if f.ref == ref}
        for sentence in whole.sentences:
            text, finder = plain(sentence.value), lexicon(whole.library).finder(kind)
            # A capital printed for a government leaves it open whether its country is meant.
            mentions = [one for one in finder.find(text) if text[one.start : one.end] not in finder.meant]
            # A name that two records share is listed with one of them.
            meant = {mention.start for mention in mentions if mention.ident in have}
            called = whole.called_by(sentence)
            for ident in sorted({mention.ident for mention in mentions if mention.start not in meant}):
                yield Finding(
                    whole.location(sentence),
                    RULE,
                    f"The {called} names `{ident}`; `{path[0]}` does not have it.",
                    f"Add `{ident}` to `{path[0]}`, or correct the {called}.",
                    code="not-listed",
                )


def printed_with(stated: Stated) -> Iterator[Finding]:
    """A role that a quote prints beside the name of the person who has it."""
    ident, role = stated.around(stated.policy.person), plain(stated.field.value)
    finder = lexicon(stated.library).people
    if not any(_has_role(passage, finder, ident, role) for passage in stated.proof.passages):
        yield stated.finding(
            f"`{stated.field.name}` is “{shorten(stated.field.value, 60)}”; no quote prints it directly "
            f"with the name of {stated.library.people[ident].record.name}.",
            "Copy the whole role as printed beside the name.",
            code="role-not-printed",
        )


def _has_role(passage: Words, finder: Finder, person: str, role: str) -> bool:
    text = passage.text
    if stands_with(text, finder.find(text), person, role):
        return True
    titled = titles.in_english(text, passage.lang)
    return titled != text and same_office(role, printed_roles(titled, finder.find(titled), person))


def offices(whole: Statement) -> Iterator[Finding]:
    """An office that somebody has in a sentence is in the quotes too, no higher and not still."""
    finder = lexicon(whole.library).people
    for sentence in whole.sentences:
        text = plain(sentence.value)
        mentions = finder.find(text)
        for ident in dict.fromkeys(mention.ident for mention in mentions):
            said = [*printed_roles(text, mentions, ident)]
            proof = whole.proven_by(sentence)[1].titled if said else ()
            there = [role for quote in proof for role in printed_roles(quote, finder.find(quote), ident)]
            for role in said:
                if not any(bears_out(role, printed) for printed in there):
                    yield Finding(
                        whole.location(sentence),
                        RULE,
                        f"The {whole.called_by(sentence)} calls {whole.library.people[ident].record.name} "
                        f"“{role}”; the quotes say {listed(dict.fromkeys(there))}.",
                        WIDEN,
                        code="other-office",
                        path=sentence.path,
                        value=str(sentence.value),
                    )


def through(stated: Stated, other: str) -> Iterator[Finding]:
    """An id that another field of the record has, which proves it."""
    if stated.field.ref and stated.field.value not in {f.value for f in stated.whole.listed(other)}:
        yield stated.finding(
            f"`{stated.field.path[0]}` has {stated.field.value}; `{other}` does not.",
            f"Name the same {stated.field.name} in both.",
            code="not-in-both",
        )


def speaking(stated: Stated, among: Sequence[str]) -> Iterator[Finding]:
    """A speaker whom the record names, or a source that it quotes."""
    speaker, library = stated.field.value, stated.library
    kind = next((kind for kind in among if speaker in library.of(kind)), "")
    if kind and speaker not in {field.value for field in stated.whole.listed(kind)}:
        reason = f"`{kind}` does not have this speaker"
        entry = f"- person: {speaker}" if kind == "people" else speaker
        fix = f"Add `{entry}` to `{kind}`, or name who speaks in the quotes."
    elif kind == "terms" and library.terms[speaker].record.kind != "institution":
        reason, fix = "of terms, only an institution speaks", "Name a person, a partner or a source."
    elif speaker in library.sources and speaker not in {quote.source for quote in stated.quotes}:
        reason, fix = "no quote is from this source", "Quote it, or name who speaks in the quotes."
    else:
        return
    yield stated.finding(f"`{stated.field.name}` has `{speaker}`; {reason}.", fix, code="speaker-unknown")
