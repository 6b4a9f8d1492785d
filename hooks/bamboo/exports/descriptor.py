"""The data package: every file of public data with its fields, computed from the files themselves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from bamboo.exports.json_files import DataFile, PublicFile
from bamboo.exports.tables import Table
from bamboo.graph import addresses
from bamboo.graph.claims import Graph

ADDRESS = f"{addresses.DATA}/datapackage.json"

Described = dict[str, Any]

_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
_CSV = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "header": True}
_TEXT = {"profile": "tabular-data-resource", "encoding": "utf-8"}
_FORMS = {
    ".bib": ("bib", "application/x-bibtex"),
    ".ris": ("ris", "application/x-research-info-systems"),
    ".json": ("csl.json", "application/vnd.citationstyles.csl+json"),
    ".ics": ("ics", "text/calendar"),
    ".sqlite": ("sqlite", "application/vnd.sqlite3"),
}
_LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}


@dataclass(frozen=True, slots=True)
class Descriptor:
    """The file that describes the others, as a Frictionless Data Package (version 1)."""

    address: str
    about: str
    content: bytes
    count: str = ""


def describe(
    graph: Graph, lists: Iterable[DataFile], tables: Iterable[Table], others: Iterable[PublicFile]
) -> Descriptor:
    """Describe all files of public data."""
    package = {
        "profile": "data-package",
        "name": "bamboo",
        "title": "Bamboo: Vietnam's foreign relations as published texts tell them",
        "description": (
            "Version 1. Claims in the editors' words, each with the published words that prove it. The "
            "licence is for the editors' words and the arrangement, as far as rights exist in them; "
            "quoted words belong to their authors and publishers."
        ),
        "licenses": [_LICENCE],
        "sources": [_source(graph, ident) for ident in graph.library.sources],
        "resources": [
            *(_list(file) for file in lists),
            *(_table(table) for table in tables),
            *(_resource(file, *_FORMS[PurePosixPath(file.address).suffixes[-1]]) for file in others),
        ],
    }
    return Descriptor(
        ADDRESS,
        "all these files and their fields, as a Frictionless Data Package",
        (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8"),
    )


def _source(graph: Graph, ident: str) -> Described:
    url = graph.library.sources[ident].record.url
    return {"title": graph.name("sources", ident)} | ({"path": url} if url else {})


def _resource(file: PublicFile, kind: str, media: str) -> Described:
    path = PurePosixPath(file.address).relative_to(addresses.DATA)
    return {
        "name": str(path).replace("/", "-").replace(".", "-"),
        "path": str(path),
        "description": file.about,
        "format": kind,
        "mediatype": media,
        "bytes": len(file.content),
        "hash": f"sha256:{hashlib.sha256(file.content).hexdigest()}",
    }


def _list(file: DataFile) -> Described:
    """A file of objects. Without any there is nothing to say about their fields."""
    objects: list[dict[str, Any]] = json.loads(file.text)
    names = dict.fromkeys(name for found in objects for name in found)
    fields = [_field(name, [found.get(name) for found in objects]) for name in names]
    schema = {"schema": {"fields": fields, "primaryKey": "id"}} if fields else {}
    return _resource(file, "json", "application/json") | _TEXT | schema


def _field(name: str, values: list[Any]) -> Described:
    """A field with the type of its values; required where no object goes without it."""
    kinds = {_TYPES[type(value)] for value in values if value is not None}
    kind = kinds.pop() if len(kinds) == 1 else "number" if kinds == {"integer", "number"} else "any"
    required = all(value is not None for value in values)
    return {"name": name, "type": kind} | ({"constraints": {"required": True}} if required else {})


def _table(table: Table) -> Described:
    schema: Described = {
        "fields": [
            {"name": column.name, "type": column.type, "description": column.about}
            for column in table.columns
        ],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = table.key
    return _resource(table, "csv", "text/csv") | _TEXT | {"dialect": _CSV, "schema": schema}
