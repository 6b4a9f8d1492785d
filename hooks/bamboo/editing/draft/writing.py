"""A fact as the text of its file, with remarks for the editor who reads it first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bamboo.data import yamltext
from bamboo.data.records import Passage, Quote
from bamboo.data.yamltext import WIDTH, folded, scalar
from bamboo.kinds.fact import Fact

HEAD = (
    "Proposed by `bamboo draft`; nobody has read it yet. The claim is the source's own words: write it anew,",
    "in one neutral sentence. Fix what is wrong, then delete the line `draft: true`.",
)


def of_fact(fact: Fact, remarks: Sequence[str] = ()) -> str:
    """The file of a proposed fact."""
    lines = [*(f"# {line}" for line in HEAD), *yamltext.remarks(remarks)]
    lines.append("draft: true")
    lines += folded("claim", fact.claim, "")
    lines += [f"kind: {fact.kind}", f"when: {scalar(fact.when)}", f"themes: [{', '.join(fact.themes)}]"]
    if fact.partners:
        lines += _list("partners", fact.partners)
    if fact.people:
        lines.append("people:")
        for role in fact.people:
            lines.append(f"  - person: {role.person}")
            if role.as_:
                lines.append(f"    as: {scalar(role.as_)}")
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
    yield from folded("quote", passage.quote, indent)
    for side in ("prefix", "suffix"):
        if words := getattr(passage, side):
            yield from folded(side, words, indent)


def _list(name: str, values: Sequence[str]) -> list[str]:
    line = f"{name}: [{', '.join(values)}]"
    return [line] if len(line) <= WIDTH else [f"{name}:", *(f"  - {value}" for value in values)]
