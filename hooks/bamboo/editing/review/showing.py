"""What an editor sees of a thing to decide: the words in their text, what is proposed, the keys."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from bamboo.data.locations import unhidden
from bamboo.data.seed import Seed
from bamboo.editing.draft import listing
from bamboo.editing.review.items import Aside, NewName, Words
from bamboo.editing.review.proposal import Proposal
from bamboo.evidence.locate import Span

BEFORE, AFTER = 160, 120  # characters of the text around a passage
BEGIN, END = "»", "«"
REASONS = ("navigation", "heading", "credit", "question", "transition", "repetition")

KEYS = {
    "Enter": "take what is proposed",
    "a": "accept: write the fact as it is shown (a! although the check finds something)",
    "FIELD: VALUE": "change a field; the beginning of its name is enough (c: …, k: visit, w: 2024-05)",
    "p: +ID -ID": "add to a list and take from it; the beginning of an id is enough (th: econ, p: +jap)",
    "c": "change words of the claim in its line, t those of the title",
    "e": "edit the whole fact in your editor ($VISUAL or $EDITOR); without one, field by field",
    "tr: WORDS": "the quote in English, where it is in another language; claim and time are made of it",
    "x": "context: add the sentence before as context, or x WORDS: these words of the text",
    "m 1": "merge: add the words as evidence to this statement; another time adds `differs`",
    "f 1": "report them as a value of the figure of this number; a new value adds `differs`",
    "s": "set the words aside: s n(avigation), h(eading), c(redit), q(uestion), t(ransition), r(epetition)",
    "w: DATE": "say what time the words are about, where the text does not",
    "n": "next: leave it for later",
    "b": "back to what was decided before, which is undone",
    "q": "quit; what is decided is written, and `bamboo review` goes on from there",
    "?": "these keys",
}


def help_lines() -> str:
    """The keys and what they do."""
    wide = max(map(len, KEYS))
    return "\n".join(f"  {key:{wide}}  {does}" for key, does in KEYS.items())


def of_name(item: NewName, office: str, of: str) -> str:
    """A name without a record."""
    if item.stranger.iso:
        return f"A country without a record: {item.stranger.name}"
    acts = f"; acts for {of}" if of else ""
    return f"A person without a record: {item.stranger.name}{f', {office}' if office else ''}{acts}"


def of_aside(seed: Seed, item: Aside, width: int) -> str:
    """What looks like no part of the text, numbered."""
    lines = ["These words look like no part of the text:"]
    for number, (piece, _) in enumerate(item.pieces, 1):
        head = f"  {number:2} {piece.reason}, line {seed.line(piece.span.start)}: "
        words = " ".join(seed.text[piece.span.start : piece.span.end].split())
        lines += _wrapped(textwrap.shorten(words, 300, placeholder=" …"), head, width)
    return unhidden("\n".join(lines))


def of_words(seed: Seed, item: Words, proposal: Proposal | None, width: int) -> str:
    """A passage in its text, and what is proposed."""
    return unhidden("\n".join([*_in_context(seed, item.span, width), "", *_proposed(item, proposal, width)]))


def of_change(proposal: Proposal, width: int) -> str:
    """What is proposed now that the editor has changed it."""
    return unhidden("\n".join(_fields(proposal, width)))


def _in_context(seed: Seed, span: Span, width: int) -> Iterator[str]:
    """The passage between marks, with the words around it."""
    text = seed.text
    before = " ".join(text[max(0, span.start - BEFORE) : span.start].split())
    after = " ".join(text[span.end : span.end + AFTER].split())
    here = " ".join(text[span.start : span.end].split())
    if span.start > BEFORE:
        before = f"… {before.partition(' ')[2]}"
    if span.end + AFTER < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    yield from _wrapped(f"{before} {BEGIN} {here} {END} {after}".strip(), "  ", width)


def _proposed(item: Words, proposal: Proposal | None, width: int) -> Iterator[str]:
    if proposal is None:
        lacking = "Nothing gives these words a date: say it, w: 2024-05"
        yield (
            lacking
            if item.quote
            else "These words are in the text several times, with the same words around them."
        )
    else:
        yield from _fields(proposal, width)
        if item.draft:
            for remark in listing.to_weigh(item.draft):
                yield from _wrapped(remark, "  - ", width)
    for number, similar in enumerate(item.similar, 1):
        period = f", {similar.told.period}" if similar.told.period else ""
        head = f"  m {number}  {similar.told.file.removeprefix('data/').removesuffix('.yml')}{period}: "
        yield from _wrapped(f"{similar.told.text} ({similar.likeness})", head, width)
    for number, figure in enumerate(item.figures, 1):
        qualifier = "" if figure.qualifier == "exact" else f"{figure.qualifier} "
        known = f"; others say {', '.join(figure.known)}" if figure.differs else ""
        value = f"{figure.period}: {qualifier}{figure.value} {figure.unit}{known}"
        yield from _wrapped(value, f"  f {number}  {figure.indicator}, ", width)


def _fields(proposal: Proposal, width: int) -> Iterator[str]:
    values = proposal.values
    yield from _wrapped(str(values.get("claim", "")), "  claim:  ", width)
    if title := values.get("title"):
        yield from _wrapped(str(title), "  title:  ", width)
    yield from _wrapped("; ".join(_filed(proposal)), "  ", width)
    for quote in values["evidence"][:1]:
        if translation := quote.get("translation"):
            yield from _wrapped(f"“{translation}”", "  in English: ", width)
        for context in quote.get("context", ()):
            yield from _wrapped(f"“{context['quote']}”", "  context: ", width)


def _filed(proposal: Proposal) -> Iterator[str]:
    values = proposal.values
    for name in ("kind", "when", "themes", "partners", "people", "terms", "relation", "said_by"):
        if value := values.get(name):
            yield f"{name} {short(value)}"
    yield f"id {proposal.ident}"


def short(value: object) -> str:
    """A value of a field on a line."""
    if isinstance(value, dict):
        return ", ".join(str(inner) for inner in value.values())
    if isinstance(value, list):
        return ", ".join(short(one) for one in value)
    return str(value)


def _wrapped(text: str, head: str, width: int) -> list[str]:
    """A text in lines, those after the first indented like its beginning."""
    indent = " " * min(len(head), 10)
    return textwrap.wrap(
        text,
        width,
        initial_indent=head,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [head.rstrip()]
