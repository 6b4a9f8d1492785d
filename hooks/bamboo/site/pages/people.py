"""The index of people, by whom they act for."""

from __future__ import annotations

from bamboo.data import english
from bamboo.data.seed import bare_letters
from bamboo.graph.claims import Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.index import IndexEntry, IndexGroup, IndexView, by_name


def people(graph: Graph) -> IndexView:
    """The index of people, by whom they act for."""
    groups: dict[str, list[IndexEntry]] = {}
    for ident, entry in graph.library.people.items():
        claims = graph.naming("people", ident)
        roles = dict.fromkeys(r.as_ for c in claims for r in c.people if r.person == ident and r.as_)
        to = links.counted(graph, "people", [ident])[0]
        groups.setdefault(entry.record.of, []).append(IndexEntry(to, "; ".join(roles)))

    def heading(home: str) -> str:
        return "Vietnam" if home == "vietnam" else graph.name("partners", home)

    order = sorted(groups, key=lambda home: (home != "vietnam", bare_letters(heading(home))))
    return IndexView(
        f"{english.counted(len(graph.library.people), 'person', 'people')} named in the sources, "
        "with the roles that sources give.",
        tuple(IndexGroup(f"of-{home}", heading(home), by_name(groups[home])) for home in order),
    )
