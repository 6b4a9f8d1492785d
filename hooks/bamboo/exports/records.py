"""Public data, version 1: the graph as JSON lists of objects."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from bamboo import kinds
from bamboo.data import english
from bamboo.exports import overviews
from bamboo.exports.format import FOLDER, TABULAR, Described, File, Format, Given, Part
from bamboo.graph import addresses
from bamboo.graph.cited import Cited
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds import overview
from bamboo.kinds.base import Kind
from bamboo.kinds.expansion import by_editors
from bamboo.kinds.fact import FACTS
from bamboo.kinds.home import HOME
from bamboo.kinds.indicator import INDICATORS
from bamboo.kinds.moved import Moves
from bamboo.kinds.year import YEARS
from bamboo.reading.names import all_names
from bamboo.reading.numbers import currency_of

Object = dict[str, Any]
# An object in its line, and its fields with their types, of which there is none where nothing is stated.
Line = tuple[bytes, tuple[tuple[str, str], ...]]

# Claims have forms of their own.
ENTITIES = tuple(kind for kind in kinds.SUBJECTS if not kind.holds_claims)


def _files(given: Given) -> Iterator[File]:
    graph = given.graph

    def lines(name: str, idents: Iterable[str], make: Callable[[Graph, str], Object]) -> Iterator[Line]:
        def line(ident: str) -> Line:
            return _line(make(graph, ident))

        return (graph.part(f"{name}.json", ident, line) for ident in idents)

    facts = (claim.id for claim in graph.claims.values() if not claim.indicator)
    said = "every fact with its quotes and their places"
    yield _file(FACTS.name, said, lines(FACTS.name, facts, _fact))
    said = "every figure with its observations, each report with its quote"
    yield _file(INDICATORS.name, said, lines(INDICATORS.name, graph.library.indicators, _indicator))
    for kind in ENTITIES:
        found = lines(kind.name, graph.library.of(kind.name), partial(_entity, kind))
        yield _file(kind.name, f"every {kind.label} with the ids of its claims", found)
    years = lines(YEARS.name, map(str, graph.years), _year)
    yield _file(YEARS.name, "every year with the ids of its claims", years)
    yield _file(
        HOME.name, "what the home page says first, with the ids of its claims", map(_line, _home(graph))
    )
    yield _file("moved", "every address that was given up, and where it leads", map(_line, _moved(graph)))
    said = "for each source, how many of its words are cited, set aside or unaccounted for"
    yield _file("coverage", said, lines("coverage", graph.library.sources, _coverage))


def _file(name: str, description: str, lines: Iterable[Line]) -> File:
    """A list of objects, one a line, so that two versions can be compared."""
    lines = [*lines]
    rows = b",\n".join(line for line, _ in lines)
    return File(
        f"{FOLDER}/{name}.json",
        description,
        b"[\n%b\n]\n" % rows if rows else b"[]\n",
        english.counted(len(lines), "object"),
        described=_described(dict.fromkeys(fields for _, fields in lines)),
    )


def _line(item: Object) -> Line:
    text = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
    fields = ((name, "" if value is None else _TYPES[type(value)]) for name, value in item.items())
    return text.encode("utf-8"), tuple(fields)


def _fact(graph: Graph, ident: str) -> Object:
    claim = graph.claims[ident]
    return {
        "id": claim.id,
        "url": claim.url,
        "kind": claim.kind,
        "claim": claim.text,
        "when": claim.when,
        "themes": list(claim.themes),
        "partners": list(claim.partners),
        "people": list(dict.fromkeys(role.person for role in claim.people)),
        "terms": list(claim.terms),
        "relation": claim.relation.model_dump() if claim.relation else None,
        "evidence": [_quote(cited) for cited in claim.evidence],
        "roles": [{"person": role.person, "as": role.as_} for role in claim.people if role.as_],
        "said_by": list(claim.said_by),
        "differs": [difference.model_dump() for difference in claim.differs],
        "note": claim.note,
        "title": claim.title,
        "sentence": claim.sentence,
        "cautions": _cautions(claim),
        "agreement": claim.agreement.model_dump() if claim.agreement else None,
    }


def _cautions(claim: Claim) -> list[Object]:
    """What became of its sources. Where an address is not known, there is none."""
    return [
        {
            "source": one.source,
            "kind": one.kind,
            "on": one.on,
            "why": one.why,
            "by": one.by or None,
            "notice": one.url or None,
        }
        for one in claim.cautions
    ]


def _quote(cited: Cited) -> Object:
    place = {"source": cited.source, "quote": cited.text, "start": cited.start, "end": cited.end}
    of = {"lang": cited.lang, "translation": cited.translation or None, "place": cited.place or None}
    return place | {"context": [_quote(inner) for inner in cited.context]} | of


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
                        **_quote(row.cited),
                        "scope": row.report.scope,
                        "high": row.report.high,
                        "currency": currency_of(indicator.unit, indicator.currency),
                        "status": row.report.status,
                        "as_of": row.report.as_of,
                        "estimate": row.report.estimate.model_dump() if row.report.estimate else None,
                    }
                    for row in claim.reports
                ],
                "differs": [difference.model_dump() for difference in claim.differs],
                "cautions": _cautions(claim),
            }
            for claim in graph.naming("indicators", ident)
        ],
    }


def _entity(kind: Kind[Any], graph: Graph, ident: str) -> Object:
    entry = graph.library.of(kind.name)[ident]
    names, way = all_names(entry), kind.published
    own = entry.record.model_dump(exclude={"name", "also_known_as", "overview"}, by_alias=True)
    if way.shown_whole and not entry.record.whole:
        own |= dict.fromkeys(way.shown_whole)
    for field, name in way.renamed:
        own[name] = own.pop(field)
    return {
        "id": ident,
        "url": addresses.entity(kind.name, ident),
        "name": names[0].name,
        "also_known_as": [name.model_dump() for name in names[1:] if not by_editors(entry.record, name.name)],
        **own,
        **({"names_in_sources": list(graph.names_in_sources(kind.name, ident))} if way.spellings else {}),
        "claims": _ids(graph.naming(kind.name, ident)),
        **(_overview(graph, kind, ident) if overview.field(kind.record) else {}),
    }


def _year(graph: Graph, year: str) -> Object:
    return {
        "id": year,
        "url": addresses.year(int(year)),
        "name": year,
        "also_known_as": [],
        "claims": _ids(graph.in_year(int(year))),
        **_overview(graph, YEARS, year),
    }


def _home(graph: Graph) -> list[Object]:
    """One object, or none where nobody has written it."""
    return [
        {"id": ident, "url": addresses.HOME, **_overview(graph, HOME, ident)}
        for ident in graph.library.of(HOME.name)
    ]


def _overview(graph: Graph, kind: Kind[Any], ident: str) -> Object:
    return {"overview": overviews.objects(graph.library.overview(kind.name, ident))}


def _moved(graph: Graph) -> Iterator[Object]:
    """Addresses given up, by the record that was there: its file without `data/` and `.yml`."""
    moves = graph.library.moves[0] if graph.library.moves else Moves()
    for move in moves.moved:
        yield _given_up(move.from_, to=move.to, renamed=move.renamed)
    for gone in moves.removed:
        yield _given_up(gone.was, why=gone.why, see=gone.see)


def _given_up(
    was: str, to: str | None = None, renamed: bool = False, why: str | None = None, see: Sequence[str] = ()
) -> Object:
    return {
        "id": was,
        "url": addresses.of_record(was),
        "to": to,
        "to_url": addresses.of_record(to) if to else None,
        "renamed": renamed,
        "why": why,
        "see": list(see),
    }


def _coverage(graph: Graph, source: str) -> Object:
    counts = graph.coverage(source)
    text = graph.seed(source).text
    whole = graph.library.sources[source].record.whole
    runs = [asdict(run) | {"text": text[run.start : run.end] if whole else None} for run in counts.runs]
    return {
        "id": source,
        "words": counts.words,
        "cited": counts.cited,
        "set_aside": counts.set_aside,
        "unaccounted": counts.unaccounted,
        "runs": runs,
        "set_aside_by_reason": dict(counts.set_aside_by_reason),
    }


_TYPES = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    list: "array",
    tuple: "array",
    dict: "object",
}


def _described(objects: Iterable[Iterable[tuple[str, str]]]) -> Described:
    """The fields of objects, given with their types. Without any there is nothing to say about them."""
    typed = [dict(found) for found in objects]
    names = dict.fromkeys(name for found in typed for name in found)
    fields = [_field(name, {found.get(name, "") for found in typed}) for name in names]
    return TABULAR | ({"schema": {"fields": fields, "primaryKey": "id"}} if fields else {})


def _field(name: str, types: set[str]) -> Described:
    """A field with the type of its values; required where no object goes without it."""
    kinds = types - {""}
    kind = kinds.pop() if len(kinds) == 1 else "number" if kinds == {"integer", "number"} else "any"
    return {"name": name, "type": kind} | ({} if "" in types else {"constraints": {"required": True}})


def _ids(claims: Iterable[Claim]) -> list[str]:
    return [claim.id for claim in claims]


FORMAT = Format(
    name="JSON",
    ending="json",
    media_type="application/json",
    explanation="Each file is a list of objects in UTF-8. Every object has an `id` and a `url`, which is an "
    "address from the root of this site; ids never change without a line in `moved.json`. All objects of a "
    "file have the same fields; what is not stated is `null` or an empty list. Dates and periods are EDTF: "
    "`2024`, `2024-08-19`, `2024-01/2024-06`, `2019/..` (since 2019), `../2019` (until 2019).",
    files=_files,
    parts=(
        Part(
            "facts.json",
            "`id`, `url`, `kind`, `claim` (one sentence, the editors' words), `when`, `themes` (the first is "
            "the main one), `partners`, `people`, `terms` (lists of ids), `relation` (only for kind "
            "`relation`: `partner`, `tier`, `change`), `evidence`, `roles` "
            "(`person`, `as`: the role as printed), `said_by` (ids of people, or of a source that speaks "
            "for itself), `differs` (`kind`, `note`) and `note`. At the end `title` (60 characters at most) "
            "and `sentence`: the claim with its speaker, as this site shows it. `cautions` says of each "
            "source that was corrected or retracted: `source`, `kind`, `on`, `why`, `by` (the source that "
            "prints the correction) and `notice` (its address elsewhere). `agreement` is "
            "what became of one: `term` (its id) and `step`.",
        ),
        Part(
            "evidence",
            "A list of `source`, `quote`, `start` and `end`: the quote is the text of `seeds/<source>.txt` "
            "from offset `start` up to, not including, `end`, in Unicode code points of the decoded file. "
            "`context` lists further passages of the same source that the quote needs. `lang` is the "
            "language of the quote; `translation` is the editors' English for one in another language, else "
            "`null`; `place` is its page or moment in a source with marks.",
        ),
        Part(
            "indicators.json",
            "`id`, `url`, `name`, `unit`, `counted` (what exactly), `themes`, `observations`: each with "
            "`id`, `url`, `period`, `reports` (one for each passage that gives it: `source`, `value`, "
            "`unit`, `qualifier`, `quote`, `start`, `end`, `context`, `lang`, `translation`; `scope` where "
            "sources count differently; `high` of a range; `currency` as ISO 4217 has it; `status` and "
            "`as_of` of a preliminary or revised value; `estimate` with `by` and `on`), `differs` where the "
            "reports do, and `cautions` as in `facts.json`.",
        ),
        Part(
            "moved.json",
            "Records that are no more: `id` and `url` are those they had, `to` and `to_url` what has "
            "replaced them, `renamed` whether that is the same record under another name; `why` says why a "
            "record was removed, `see` names records that may help instead.",
        ),
        Part(
            ", ".join(f"{name}.json" for name in (*(kind.name for kind in ENTITIES), YEARS.name)),
            "`id`, `url`, `name`, `also_known_as` (`name`, `lang`), the record's own fields (`expansion_by` "
            "is `editor` where no source prints the `expansion`), and `claims`: ids of the facts and "
            "observations that belong to it, newest first. At the end, but for sources, `overview`: what the "
            "editors say of it in a few sentences, each with `says` and `rests_on`, the ids of the facts and "
            "observations that prove it.",
        ),
        Part(
            "home.json",
            "One object: `id`, `url` and `overview`, the findings on the home page, in the same form.",
        ),
        Part(
            "coverage.json",
            "For each source `id`, `words`, `cited`, `set_aside`, `unaccounted` (numbers of words) and "
            "`runs`: the stretches of four words or more that no claim cites and nobody has set aside, with "
            "`start`, `end` and `text`; `set_aside_by_reason` says how many words were set aside for which "
            "reason.",
        ),
    ),
)
