"""A fact as the text of its file, with remarks for the editor who reads it first."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from bamboo.model import Fact, Passage, Quote
from bamboo.spots import HIDDEN

WIDTH = 110
HEAD = (
    "Proposed by `bamboo draft`; nobody has read it yet. The claim is the source's own words: write it anew,",
    "in one neutral sentence. Mend what is wrong, then delete the line `draft: true`.",
)
_PLAIN = re.compile(r"[A-Za-z0-9À-ỹ][A-Za-z0-9À-ỹ .()'’/-]*")


def of_fact(fact: Fact, remarks: Sequence[str] = ()) -> str:
    """The file of a proposed fact."""
    lines = [f"# {line}" for line in (*HEAD, *(part for remark in remarks for part in _wrapped(remark)))]
    lines.append("draft: true")
    lines += _text("claim", fact.claim, "")
    lines += [f"kind: {fact.kind}", f"when: {_scalar(fact.when)}", f"themes: [{', '.join(fact.themes)}]"]
    if fact.partners:
        lines += _list("partners", fact.partners)
    if fact.people:
        lines.append("people:")
        for role in fact.people:
            lines.append(f"  - person: {role.person}")
            if role.as_:
                lines.append(f"    as: {_scalar(role.as_)}")
    if fact.terms:
        lines += _list("terms", fact.terms)
    if relation := fact.relation:
        lines.append(
            f"relation: {{partner: {relation.partner}, tier: {relation.tier}, change: {relation.change}}}"
        )
    if fact.said_by:
        lines += _list("said_by", fact.said_by)
    lines.append("evidence:")
    for quote in fact.evidence:
        lines += of_quote(quote)
    return "\n".join(lines) + "\n"


def of_quote(quote: Passage, values: Iterable[str] = ()) -> list[str]:
    """An entry of `evidence`; with `values` such as `value: 17` one of `reports` or `set_aside`."""
    lines = [f"    {value}" for value in values]
    lines += _passage(quote, "    ")
    if isinstance(quote, Quote):
        lines.insert(0, f"    source: {quote.source}")
    lines[0] = f"  - {lines[0].strip()}"
    if isinstance(quote, Quote) and quote.context:
        lines.append("    context:")
        for passage in quote.context:
            first, *rest = _passage(passage, "        ")
            lines += [f"      - {first.strip()}", *rest]
    return lines


def _passage(passage: Passage, indent: str) -> Iterator[str]:
    yield from _text("quote", passage.quote, indent)
    for side in ("prefix", "suffix"):
        if words := getattr(passage, side):
            yield from _text(side, words, indent)


def _text(name: str, text: str, indent: str) -> list[str]:
    """A text under `>-`, where nothing in it needs care; in quotation marks if a character is invisible."""
    if not text.isprintable() or HIDDEN.search(text):
        return [f"{indent}{name}: {_double(text)}"]
    inner = indent + "  "
    wrapped = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=inner,
        subsequent_indent=inner,
        break_long_words=False,
        break_on_hyphens=False,
    )
    # A line of a file that begins with such signs would be taken for what a merge left behind.
    if any(re.match(r"[<=>|]{7}", line.strip()) for line in wrapped):
        return [f"{indent}{name}: {_double(text)}"]
    return [f"{indent}{name}: >-", *wrapped]


def _list(name: str, values: Sequence[str]) -> list[str]:
    line = f"{name}: [{', '.join(values)}]"
    return [line] if len(line) <= WIDTH else [f"{name}:", *(f"  - {value}" for value in values)]


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text == text.strip() else _double(text)


def _double(text: str) -> str:
    """In double quotation marks; what is invisible is written as its number."""
    escaped = "".join(_escaped(character) for character in text)
    return f'"{escaped}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if HIDDEN.match(character) or not character.isprintable():
        code = ord(character)
        return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"
    return character


def _wrapped(remark: str) -> list[str]:
    return textwrap.wrap(HIDDEN.sub("", remark), WIDTH - 2, break_long_words=False, break_on_hyphens=False)
