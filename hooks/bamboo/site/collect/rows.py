"""A statement as a row of a table that people open: names instead of ids, with its quotes and sources."""

from __future__ import annotations

from collections.abc import Iterable

from bamboo.cite.work import absolute, quoted
from bamboo.data import dates
from bamboo.exports.tables import Column
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.claims import CLAIM

COLUMNS = (
    Column("title", "string", "a short form of the statement"),
    Column("statement", "string", "the statement with its speaker"),
    Column("when", "string", "what time it is about"),
    Column("kind", "string", "kind of statement"),
    Column("themes", "string", "names, a semicolon between them; the first is the main one"),
    Column("partners", "string", "names, a semicolon between them"),
    Column("people", "string", "names, a semicolon between them"),
    Column("terms", "string", "names, a semicolon between them"),
    Column("sources", "string", "titles, a semicolon between them"),
    Column(
        "quotes",
        "string",
        "the words that say so, each in quotation marks; in brackets a translation by the editors",
    ),
    Column("id", "string", "id of the claim in the public data"),
    # Last, because a browser fills it in where the site was made without knowing its address.
    Column("address", "string", "where the statement is"),
)


def row(graph: Graph, claim: Claim, site_url: str = "") -> tuple[str, ...]:
    """The cells; the address is one from the site's root where the site's own is not known."""

    def named(kind: str, idents: Iterable[str]) -> str:
        return "; ".join(graph.name(kind, ident) for ident in idents)

    return (
        claim.title,
        claim.sentence,
        dates.words(claim.when),
        CLAIM[claim.kind].label,
        named("themes", claim.themes),
        named("partners", claim.partners),
        named("people", claim.named_people),
        named("terms", claim.terms),
        named("sources", claim.sources),
        " ".join(quoted(graph, cited) for cited in claim.evidence),
        claim.id,
        absolute(site_url, claim.url) or claim.url,
    )
