"""What spans the fields of a record, as JSON Schema says it: for editors' programs, which know no Python."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

given: Schema = {"not": {"type": "null"}}
filled: Schema = {"type": "array", "minItems": 1}


def having(**fields: Schema) -> Schema:
    """These fields are there and look so."""
    return {"required": list(fields), "properties": fields}


def without(*fields: str) -> Schema:
    """These fields are left out or empty."""
    return {
        "properties": {
            name: {"anyOf": [{"type": "null"}, {"maxItems": 0, "type": "array"}]} for name in fields
        }
    }


def when(condition: Schema, then: Schema, otherwise: Schema | None = None) -> Schema:
    """If a record looks so, it looks so too."""
    return {"if": condition, "then": then} | ({"else": otherwise} if otherwise else {})
