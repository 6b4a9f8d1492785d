"""Fields in their order: a field moves with the remarks above it and everything under it."""

from __future__ import annotations

from typing import Any

import yaml

from bamboo.data import shape
from bamboo.data.records import Record
from bamboo.editing.outline import Outline, Place

_MODELINE = "yaml-language-server:"  # a remark for editors' programs, which look for it on the first line


def fields_in_order(text: str, kind: type[Record]) -> tuple[str, list[str]]:
    """The text with the fields of each group in the order of the model, and what was moved."""
    notes: list[str] = []
    while True:
        outline = Outline(text)
        for place in reversed([*outline.places()]):  # inner groups first: they move with their field
            moved = _sorted(outline, place, kind)
            if moved is not None and moved != text:
                text = moved
                where = "".join(f" of `{part}`" for part in place.path if isinstance(part, str))[-40:]
                notes.append(f"the fields{where} in their order")
                break
        else:
            return text, list(dict.fromkeys(notes))


def _sorted(outline: Outline, place: Place, kind: type[Record]) -> str | None:
    """The text with this one group in order; None where there is nothing to do, or no certain way."""
    node = place.node
    if not isinstance(node, yaml.MappingNode):
        return None
    known = shape.field_names(shape.record_at(kind, place.path))
    names = [key.value for key, _ in node.value]
    if any(name not in known for name in names) or names == sorted(names, key=known.index):
        return None
    order = sorted(range(len(names)), key=lambda index: known.index(names[index]))
    if node.flow_style:
        return _in_braces(outline, node, order)
    return _on_lines(outline, node, order)


def _in_braces(outline: Outline, node: Any, order: list[int]) -> str | None:
    slots = [(outline.offset(key.start_mark), outline.offset(value.end_mark)) for key, value in node.value]
    pieces = [outline.text[start:end] for start, end in slots]
    if "\n" in outline.text[slots[0][0] : slots[-1][1]]:
        return None
    text = outline.text
    for (start, end), index in reversed([*zip(slots, order, strict=True)]):
        text = text[:start] + pieces[index] + text[end:]
    return text


def _on_lines(outline: Outline, node: Any, order: list[int]) -> str | None:
    lines = outline.lines
    firsts = [key.start_mark.line for key, _ in node.value]
    lasts = [outline.last_line(value) for _, value in node.value]
    if len(set(firsts)) < len(firsts):
        return None
    indent = node.value[0][0].start_mark.column
    lead = lines[firsts[0]][:indent]  # blanks, or the `- ` of a list's entry
    top = firsts[0]
    if not lead.strip():  # remarks that touch the first field are its own
        while top > 0 and lines[top - 1].lstrip(" ").startswith("#") and _MODELINE not in lines[top - 1]:
            top -= 1
    heads = [lines[top : firsts[0]]]
    heads += [lines[lasts[i] + 1 : firsts[i + 1]] for i in range(len(firsts) - 1)]
    bodies = [lines[first : last + 1] for first, last in zip(firsts, lasts, strict=True)]
    bodies[0] = [" " * indent + bodies[0][0][indent:], *bodies[0][1:]]
    # The blank lines between fields stay where they are; only remarks move.
    blanks = [[line for line in head if not line.strip()] for head in heads]
    remarks = [[line for line in head if line.strip()] for head in heads]
    new: list[str] = []
    for slot, index in enumerate(order):
        body = bodies[index]
        if slot == 0 and lead.strip():
            outer = lead[: len(lead) - len(lead.lstrip(" "))]
            new += [outer + line.lstrip(" ") for line in remarks[index]]
            body = [lead + body[0][indent:], *body[1:]]
            new += body
        else:
            new += [*blanks[slot], *remarks[index], *body]
    return "\n".join([*lines[:top], *new, *lines[lasts[-1] + 1 :]])
