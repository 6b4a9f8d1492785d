"""JSON Schema of every record, made from the model: what editors' programs complete, explain and underline.

It accepts what the loader accepts. YAML programs read `when: 2024` as a number and the loader reads it as
text: so a text may be a number or true here. References, quotes and numbers are for `bamboo check`.
"""

from __future__ import annotations

import json
from typing import Any

from bamboo import kinds
from bamboo.data import shape
from bamboo.data.documented import documentation
from bamboo.data.records import Record, record_types
from bamboo.data.rules import Schema
from bamboo.kinds.base import Kind
from bamboo.kinds.moved import FILE, Moves

FOLDER = "docs/data/v1/schema"  # beside the hand-written pages, so that the site has it as data/v1/schema/
SETTINGS = ".vscode/settings.json"  # tells one widespread program which file is of which kind
DIALECT = "http://json-schema.org/draft-07/schema#"  # the newest that all YAML programs know


def schemas() -> dict[str, str]:
    """Every schema as the text of its file, by file name."""
    made = {f"{kind.name}.json": of_kind(kind) for kind in kinds.ALL}
    made["moved.json"] = _of(Moves, f"The file {FILE}.")
    return {name: json.dumps(found, ensure_ascii=False, indent=2) + "\n" for name, found in made.items()}


def settings(text: str) -> str:
    """The text of SETTINGS with the schemas of all kinds, and all else as it was."""
    found = json.loads(text)
    files = {
        kind.name: kind.file if kind.single else f"data/{kind.name}/{'*/' if kind.by_year else ''}*.yml"
        for kind in kinds.ALL
    }
    files["moved"] = FILE
    found["yaml.schemas"] = {f"./{FOLDER}/{name}.json": files[name] for name in sorted(files)}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def of_kind(kind: Kind[Any]) -> Schema:
    """The schema of the files in data/<kind>/."""
    return _of(kind.record, f"The file {kind.file}." if kind.single else f"A file of data/{kind.name}/.")


def _of(record: type[Record], where: str) -> Schema:
    made = record.model_json_schema(by_alias=True)
    inner = made.pop("$defs", {})
    records = {part.__name__: part for part in _all_records(record)}
    definitions = {name: _record(records[name], part) for name, part in sorted(inner.items())}
    whole = _record(record, made)
    found: Schema = {"$schema": DIALECT, "title": record.__name__, **whole}
    found["description"] = f"{whole['description']} {where}"
    return found | ({"definitions": definitions} if definitions else {})


def _all_records(kind: type[Record]) -> set[type[Record]]:
    found = {kind}
    for info in kind.model_fields.values():
        for inner in record_types(info.annotation):
            found |= _all_records(inner)
    return found


def _record(kind: type[Record], made: Schema) -> Schema:
    """One record: fields in the order of files, and the rules that span fields."""
    own = {info.alias or name: name for name, info in kind.model_fields.items()}
    documented = documentation(kind)
    properties = {
        name: _field(_with(made["properties"][name], documented.get(own[name])))
        for name in shape.field_names(kind)
    }
    found: Schema = {
        "type": "object",
        "description": " ".join(made.get("description", "").split()),
        "additionalProperties": False,
        "properties": properties,
    }
    if made.get("required"):
        found["required"] = [name for name in properties if name in made["required"]]
    if kind.across:
        found["allOf"] = kind.across
    return found


def _with(made: Schema, said: str | None) -> Schema:
    """A field's schema with its documentation, in the order in which Pydantic puts what it says."""
    return dict(sorted({**made, "description": said}.items())) if said else made


def _field(made: Any) -> Any:
    """A field's schema without titles and empty defaults, its texts in whatever form YAML gives them."""
    if isinstance(made, list):
        return [_field(part) for part in made]
    if not isinstance(made, dict):
        return made
    if "$ref" in made:  # beside a reference nothing else is read in this dialect
        reference = {"$ref": made["$ref"].replace("#/$defs/", "#/definitions/")}
        rest = _field({name: part for name, part in made.items() if name not in ("$ref", "default")})
        return {**rest, "allOf": [reference]} if rest else reference
    found = {
        name: _field(part)
        for name, part in made.items()
        if name != "title" and not (name == "default" and part in (None, []))
    }
    if found.get("type") == "string" and not {"enum", "const", "pattern"} & found.keys():
        found["type"] = ["string", "number", "boolean"]
    if isinstance(found.get("description"), str):
        found["description"] = " ".join(found["description"].split())
    return found
