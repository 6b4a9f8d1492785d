"""One value where a list is needed becomes a list of one; ids with commas between them, one of several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, get_args, get_origin

import yaml

from bamboo.data import shape
from bamboo.data.fields import ID_SHAPE, Ref
from bamboo.data.records import Record
from bamboo.editing.outline import Outline, Place

_IDS = re.compile(rf"{ID_SHAPE}(\s*[,;]\s*{ID_SHAPE})+")


def single_values_listed(
    text: str, kind: type[Record], known: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, str]]:
    """Each way to put one value into a list, as (new text, what was done). `known` holds all ids."""
    outline = Outline(text)
    for place in outline.places():
        if place.key is not None and (item := _item(kind, place)) is not None:
            new = _listed(outline, place, item, known)
            if new is not None:
                yield new, f"`{place.path[-1]}` made a list"


def _item(kind: type[Record], place: Place) -> Any:
    """What the list holds that a field must be; None for a field that is no list."""
    record = shape.record_at(kind, place.path[:-1])
    for name, info in record.model_fields.items():
        if (info.alias or name) == place.path[-1] and get_origin(info.annotation) is list:
            return get_args(info.annotation)[0]
    return None


def _listed(outline: Outline, place: Place, item: Any, known: Mapping[str, Collection[str]]) -> str | None:
    node = place.node
    is_record = isinstance(item, type) and issubclass(item, Record)
    start, end = outline.span(node)
    raw = outline.text[start:end]
    if isinstance(node, yaml.MappingNode) and is_record:
        return outline.replaced(start, end, f"[{raw}]") if node.flow_style else _under_a_dash(outline, node)
    if not isinstance(node, yaml.ScalarNode) or is_record or not raw or "\n" in raw or raw in ("~", "null"):
        return None
    ref = next((mark for mark in getattr(item, "__metadata__", ()) if isinstance(mark, Ref)), None)
    if ref and _IDS.fullmatch(node.value):
        parts = re.split(r"\s*[,;]\s*", node.value)
        if all(any(part in known[kind] for kind in ref.kinds) for part in parts):
            return outline.replaced(start, end, f"[{', '.join(parts)}]")
    if re.search(r"[,;\[\]{}#&]| and | và ", raw):
        return None  # perhaps several: which, is not certain
    return outline.replaced(start, end, f"[{raw}]")


def _under_a_dash(outline: Outline, node: Any) -> str:
    """Fields on lines of their own, as the one entry of a list."""
    first, last = node.start_mark.line, outline.last_line(node)
    indent = node.start_mark.column
    lines = [line and f"  {line}" for line in outline.lines[first : last + 1]]
    lines[0] = f"{' ' * indent}- {outline.lines[first][indent:]}"
    return "\n".join([*outline.lines[:first], *lines, *outline.lines[last + 1 :]])
