"""The data package: every file of public data with its fields, computed from the files themselves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from bamboo.exports.format import FOLDER, Described, File, Format, Given
from bamboo.graph.claims import Graph

_LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}


def _files(given: Given) -> Iterator[File]:
    """The file that describes the others, as a Frictionless Data Package (version 1)."""
    package = {
        "profile": "data-package",
        "name": "bamboo",
        "title": "Bamboo: Vietnam's foreign relations as published texts describe them",
        "description": (
            "Version 1. Claims in the editors' words, each with the published words that prove it. The "
            "licence is for the editors' words and the arrangement, as far as rights exist in them; "
            "quoted words belong to their authors and publishers."
        ),
        "licenses": [_LICENCE],
        "sources": [_source(given.graph, ident) for ident in given.graph.library.sources],
        "resources": [
            _resource(made.format, file) for made in given.made if made.format.is_data for file in made.files
        ],
    }
    yield File(
        f"{FOLDER}/datapackage.json",
        "all these files and their fields, as a Frictionless Data Package",
        (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8"),
    )


def _source(graph: Graph, ident: str) -> Described:
    url = graph.library.sources[ident].record.url
    return {"title": graph.name("sources", ident)} | ({"path": url} if url else {})


def _resource(form: Format, file: File) -> Described:
    path = PurePosixPath(file.address).relative_to(FOLDER)
    return {
        "name": str(path).replace("/", "-").replace(".", "-"),
        "path": str(path),
        "description": file.description,
        "format": form.ending,
        "mediatype": form.media_type,
        "bytes": len(file.content),
        "hash": f"sha256:{hashlib.sha256(file.content).hexdigest()}",
        **file.described,
    }


FORMAT = Format(
    name="Data package",
    ending="json",
    media_type="application/json",
    explanation="`datapackage.json` describes every file of data for programs: its fields, their types, its "
    "size and its checksum.",
    files=_files,
    standard=("Frictionless Data Package (version 1)", "https://specs.frictionlessdata.io/data-package/"),
)
