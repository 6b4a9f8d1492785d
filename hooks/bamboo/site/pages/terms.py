"""The glossary, by kind of term."""

from __future__ import annotations

from bamboo.data import english
from bamboo.graph.claims import Graph
from bamboo.kinds.term import TERMS
from bamboo.site.blocks import links
from bamboo.site.blocks.index import IndexEntry, IndexGroup, IndexView, by_name


def terms(graph: Graph) -> IndexView:
    """The glossary, by kind of term."""
    groups: dict[str, list[IndexEntry]] = {sort.name: [] for sort in TERMS.sorts}
    for ident, entry in graph.library.terms.items():
        meaning = entry.record.definition
        text = (meaning.text or "") if meaning else ""
        groups[entry.record.kind].append(IndexEntry(links.counted(graph, "terms", [ident])[0], text))
    return IndexView(
        f"{english.counted(len(graph.library.terms), 'term')} that the sources use. Definitions given here "
        "are the editors' words; where a source defines a term, the term's page quotes it.",
        tuple(
            IndexGroup(f"kind-{sort.name}", sort.heading, by_name(found))
            for sort in TERMS.sorts
            if (found := groups[sort.name])
        ),
    )
