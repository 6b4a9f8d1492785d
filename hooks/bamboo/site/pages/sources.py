"""The index of sources, those with most claims first."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.data import dates, english
from bamboo.graph.claims import Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.card_of_source import Detail, detail, title_lang
from bamboo.site.blocks.coverage import progress_of
from bamboo.site.blocks.links import Link


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the index."""

    link: Link
    title: str
    lang: str
    """The language of the title, where it is not English."""
    details: tuple[Detail, ...]
    claims: str
    words: str
    progress: str


def sources(graph: Graph) -> tuple[SourceRow, ...]:
    """The index of sources, those with most claims first."""
    rows = []
    for ident, entry in sorted(
        graph.library.sources.items(), key=lambda item: (-graph.many("sources", item[0]), item[0])
    ):
        card = entry.record
        rows.append(
            SourceRow(
                link=links.record(graph, "sources", ident),
                title=graph.name("sources", ident),
                lang=title_lang(card),
                details=(
                    detail("Author", english.listed(card.authors)),
                    detail("Published", dates.words(card.published) if card.published else None),
                    detail("About", dates.words(card.about) if card.about else None),
                ),
                claims=english.counted(graph.many("sources", ident), "statement"),
                words=english.counted(graph.coverage(ident).words, "word"),
                progress=progress.label if (progress := progress_of(graph, ident)) else "",
            )
        )
    return tuple(rows)
