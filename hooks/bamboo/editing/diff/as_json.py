"""A comparison for programs: all of it, nothing cut."""

from __future__ import annotations

import json
from typing import Any

from bamboo.editing.diff.claims import Changed, Difference, Item
from bamboo.editing.diff.compare import Counts, Result

Object = dict[str, Any]


def as_json(result: Result, base: str) -> str:
    """One object; CONTRIBUTING names its fields."""
    whole = {
        "base": base,
        "facts": _difference(result.facts),
        "observations": _difference(result.observations),
        "records": _difference(result.entities),
        "names": [{"name": name, "kind": kind, "id": ident} for name, kind, ident in result.names],
        "coverage": [
            {"source": one.source, "before": _counts(one.before), "after": _counts(one.after)}
            for one in result.coverage
        ],
        "in_progress": [
            {
                "source": one.card.id,
                "words": one.counts.words,
                "left": one.counts.left,
                "passages": len(one.passages),
                "names": len(one.names),
            }
            for one in result.in_progress
        ],
        "pages": {
            "changed": list(result.pages.changed),
            "new": list(result.pages.new),
            "gone": list(result.pages.gone),
        }
        if result.pages
        else None,
        "findings": [finding.as_dict() for finding in result.findings],
        "not_read_before": [finding.as_dict() for finding in result.old_unread],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _difference(difference: Difference) -> Object:
    return {
        "added": [_item(item) for item in difference.added],
        "changed": [_changed(one) for one in difference.changed],
        "renamed": [{**_changed(one), "was": one.was} for one in difference.renamed],
        "merged": [
            {**_item(group.into), "was": [_item(item) for item in group.was]} for group in difference.merged
        ],
        "removed": [_item(item) for item in difference.removed],
    }


def _item(item: Item) -> Object:
    return {
        "kind": item.kind,
        "id": item.id,
        "file": item.file,
        "text": item.text,
        "quotes": [{"source": source, "quote": words} for source, words in item.quotes],
    }


def _changed(one: Changed) -> Object:
    found = [{"field": change.field, "old": change.old, "new": change.new} for change in one.changes]
    return {**_item(one.item), "changes": found}


def _counts(counts: Counts | None) -> Object | None:
    if counts is None:
        return None
    return {
        "words": counts.words,
        "cited": counts.cited,
        "set_aside": counts.set_aside,
        "unaccounted": counts.unaccounted,
    }
