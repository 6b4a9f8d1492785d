"""Public data, version 1: the graph as JSON lists, as described on the site's data page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from bamboo import kinds
from bamboo.data import english
from bamboo.evidence import coverage
from bamboo.graph import addresses
from bamboo.graph.claims import Cited, Claim, Graph
from bamboo.reading.names import all_names

FOLDER = addresses.DATA
Object = dict[str, Any]

# Claims have forms of their own.
ENTITIES = tuple(kind for kind in kinds.ALL if not kind.holds_claims)


class PublicFile(Protocol):
    """A file of public data: its address, what is in it and how much of it."""

    @property
    def address(self) -> str:
        """Where it stands, from the site's root."""

    @property
    def about(self) -> str:
        """What is in it, in a few words."""

    @property
    def count(self) -> str:
        """How many of what it holds; "" where that says nothing."""

    @property
    def content(self) -> bytes:
        """The file itself."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of public data: its address, what is in it, and its list of objects."""

    address: str
    about: str
    objects: list[Object]

    @property
    def count(self) -> str:
        """How many objects it holds."""
        return english.counted(len(self.objects), "object")

    @property
    def content(self) -> bytes:
        """The file."""
        return self.text.encode("utf-8")

    @property
    def text(self) -> str:
        """The file: one object a line, so that two versions can be compared."""
        rows = ",\n".join(
            json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in self.objects
        )
        return f"[\n{rows}\n]\n" if rows else "[]\n"


def files(graph: Graph) -> tuple[DataFile, ...]:
    """All lists of public data."""
    facts = [claim for claim in graph.claims.values() if not claim.indicator]
    found = [
        DataFile(
            f"{FOLDER}/facts.json", "every fact with its quotes and their places", [_fact(c) for c in facts]
        ),
        DataFile(
            f"{FOLDER}/indicators.json",
            "every figure with its observations, each report with its quote",
            [_indicator(graph, ident) for ident in graph.library.indicators],
        ),
    ]
    for kind in ENTITIES:
        objects = [_entity(graph, kind.name, ident) for ident in graph.library.of(kind.name)]
        found.append(
            DataFile(f"{FOLDER}/{kind.name}.json", f"every {kind.label} with the ids of its claims", objects)
        )
    found.append(
        DataFile(
            f"{FOLDER}/years.json",
            "every year with the ids of its claims",
            [_year(graph, y) for y in graph.years],
        )
    )
    found.append(
        DataFile(
            f"{FOLDER}/coverage.json",
            "for each source, how many of its words are cited, set aside or unaccounted for",
            [_coverage(graph, ident) for ident in graph.library.sources],
        )
    )
    return tuple(found)


def _fact(claim: Claim) -> Object:
    found: Object = {
        "id": claim.id,
        "url": claim.url,
        "kind": claim.kind,
        "claim": claim.text,
        "when": claim.when,
        "themes": list(claim.themes),
        "partners": list(claim.partners),
        "people": list(dict.fromkeys(role.person for role in claim.people)),
        "terms": list(claim.terms),
    }
    if claim.relation:
        found["relation"] = claim.relation.model_dump()
    found["evidence"] = [_quote(cited) for cited in claim.evidence]
    found |= _given(
        roles=[{"person": role.person, "as": role.as_} for role in claim.people if role.as_],
        said_by=list(claim.said_by),
        differs=[difference.model_dump() for difference in claim.differs],
        note=claim.note,
    )
    return found


def _quote(cited: Cited) -> Object:
    found: Object = {"source": cited.source, "quote": cited.text, "start": cited.start, "end": cited.end}
    return found | _given(context=[_quote(inner) for inner in cited.context])


def _given(**optional: Any) -> Object:
    """Only the fields that have a value."""
    return {name: value for name, value in optional.items() if value}


def _indicator(graph: Graph, ident: str) -> Object:
    indicator = graph.library.indicators[ident].record
    return {
        "id": ident,
        "url": addresses.entity("indicators", ident),
        "name": indicator.name,
        "unit": indicator.unit,
        "counted": indicator.counted,
        "themes": indicator.themes,
        "observations": [
            {
                "id": claim.id,
                "url": claim.url,
                "period": claim.when,
                "reports": [
                    {
                        "source": row.cited.source,
                        "value": row.report.value,
                        "unit": indicator.unit,
                        "qualifier": row.report.qualifier,
                        "quote": row.cited.text,
                        "start": row.cited.start,
                        "end": row.cited.end,
                    }
                    | _given(scope=row.report.scope, context=[_quote(inner) for inner in row.cited.context])
                    for row in claim.reports
                ],
            }
            | _given(differs=[difference.model_dump() for difference in claim.differs])
            for claim in graph.about("indicators", ident)
        ],
    }


def _entity(graph: Graph, kind: str, ident: str) -> Object:
    entry = graph.library.of(kind)[ident]
    names = all_names(entry)
    left_out = {"name", "also_known_as"}
    if kind == "sources" and entry.record.display != "full":
        # A text that may not be shown whole is not shown here.
        left_out |= {"set_aside", "other_languages", "misprints"}
    # What a text does not state of itself is null in its card, here as there.
    own = entry.record.model_dump(exclude=left_out, exclude_none=kind != "sources", by_alias=True)
    if kind == "sources":
        own["original_url"] = own.pop("url")  # `url` is this site's page, here as everywhere
    return {
        "id": ident,
        "url": addresses.entity(kind, ident),
        "name": names[0].name,
        "also_known_as": [name.model_dump() for name in names[1:]],
        **own,
        **_given(names_in_sources=graph.names_in_sources(kind, ident) if kind == "partners" else ()),
        "claims": _ids(graph.about(kind, ident)),
    }


def _year(graph: Graph, year: int) -> Object:
    return {
        "id": str(year),
        "url": addresses.year(year),
        "name": str(year),
        "also_known_as": [],
        "claims": _ids(graph.in_year(year)),
    }


def _coverage(graph: Graph, source: str) -> Object:
    counts = coverage.of_source(graph.library, source)
    text = graph.seed(source).text
    whole = graph.library.sources[source].record.display == "full"
    runs = [asdict(run) | ({"text": text[run.start : run.end]} if whole else {}) for run in counts.runs]
    return {
        "id": source,
        "words": counts.words,
        "cited": counts.cited,
        "set_aside": counts.set_aside,
        "unaccounted": counts.unaccounted,
        "runs": runs,
        "set_aside_by_reason": dict(counts.set_aside_by_reason),
    }


def _ids(claims: Iterable[Claim]) -> list[str]:
    return [claim.id for claim in claims]
