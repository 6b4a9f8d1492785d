"""A reference as an item of CSL-JSON, which Zotero and others read."""

from __future__ import annotations

import json
from typing import Any

from bamboo.cite.work import SITE, Work
from bamboo.data import dates

# Made once: there are ten for each citation.
_written = json.JSONEncoder(ensure_ascii=False).encode


def item(work: Work) -> dict[str, Any]:
    """The item. Names are literal: no card says which part is the family name."""
    parts = [list(part) for part in (work.date, work.until) if part]
    issued: dict[str, Any] = {"date-parts": parts} if parts else {}
    if issued and not dates.is_certain(work.issued):
        issued["circa"] = True
    found: dict[str, Any] = {
        "id": work.key,
        "type": "webpage" if work.site else "document",
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        "translator": [{"literal": work.translator}] if work.translator else [],
        "container-title": SITE if work.site else "",
        "publisher": work.publisher,
        "issued": issued,
        "URL": work.address,
        "note": work.note,
        "abstract": work.abstract,
        # Always given, so that every line before it ends with a comma.
        "language": work.language,
    }
    return {name: value for name, value in found.items() if value}


def lines(work: Work) -> list[str]:
    """A list of this one item, a field a line."""
    rows = [f"    {_written(name)}: {_written(value)}," for name, value in item(work).items()]
    return ["[", "  {", *rows[:-1], rows[-1].removesuffix(","), "  }", "]"]
