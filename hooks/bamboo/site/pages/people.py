"""The index of people, by whom they act for."""

from __future__ import annotations

from bamboo.data import english
from bamboo.data.seed import bare_letters
from bamboo.graph.claims import Graph
from bamboo.kinds.partner import HOME_ID, NOBODY
from bamboo.reading import order
from bamboo.site.blocks import links
from bamboo.site.blocks.index import IndexEntry, IndexGroup, IndexView, by_name

# Whom people act for who act for no partner.
_APART = {HOME_ID: "Vietnam", NOBODY: "No state or body"}


def _ordered(entries: list[IndexEntry], home: str) -> tuple[IndexEntry, ...]:
    """By name; people of Vietnam in Vietnamese order."""
    if home != HOME_ID:
        return by_name(entries)
    return tuple(sorted(entries, key=lambda one: order.vietnamese(one.link.vi or one.link.label)))


def people(graph: Graph) -> IndexView:
    """The index of people, by whom they act for."""
    groups: dict[str, list[IndexEntry]] = {}
    for ident, entry in graph.library.people.items():
        claims = graph.naming("people", ident)
        roles = dict.fromkeys(r.as_ for c in claims for r in c.people if r.person == ident and r.as_)
        to = links.counted(graph, "people", [ident])[0]
        groups.setdefault(entry.record.of, []).append(IndexEntry(to, "; ".join(roles)))

    def heading(home: str) -> str:
        return _APART.get(home) or graph.name("partners", home)

    homes = sorted(groups, key=lambda home: (home != HOME_ID, home == NOBODY, bare_letters(heading(home))))
    return IndexView(
        f"{english.counted(len(graph.library.people), 'person', 'people')} named in the sources, "
        "with the roles that sources give.",
        tuple(IndexGroup(f"of-{home}", heading(home), _ordered(groups[home], home)) for home in homes),
    )
