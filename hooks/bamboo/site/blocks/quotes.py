"""Printed words as a figure: who prints them, and where they are marked in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bamboo.cite.work import pieces
from bamboo.graph import cautions
from bamboo.graph.cited import Cited
from bamboo.graph.claims import Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.card_of_source import printed, title_lang
from bamboo.site.blocks.links import Link

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Printed words, the source that prints them, and where they are marked on its page.

    Its `title` is empty where it begins with the source's short name: `called` is the title then.
    `printed` is what the source states of itself, in a line.
    `pieces` are the same words cut where a misprint begins or ends, each with whether it is one.
    `before` and `after` are the words around them in the seed, where a page shows those.
    """

    text: str
    pieces: tuple[tuple[str, bool], ...]
    lang: str
    source: Link
    called: str
    title: str
    passage: str
    printed: str
    value: str = ""
    scope: str = ""
    context: tuple[QuoteView, ...] = ()
    before: str = ""
    after: str = ""
    translation: str = ""
    """The editors' English, where the words are in another language."""
    title_lang: str = ""
    """The language of the source's title, where it is not English."""
    caution: str = ""
    """What became of the source: `retracted on 3 May 2022`."""


def quote(graph: Graph, cited: Cited, value: str = "", scope: str = "") -> QuoteView:
    """A passage as a quote."""
    made = graph.once_for("quote", cited, lambda: _quote(graph, cited))
    return replace(made, value=value, scope=scope) if value or scope else made


def _quote(graph: Graph, cited: Cited) -> QuoteView:
    source, title = links.record(graph, "sources", cited.source), graph.name("sources", cited.source)
    card = graph.library.sources[cited.source].record
    begins = title.startswith(card.short_name)
    caution = cautions.of_card(cited.source, card)
    return QuoteView(
        text=" ".join(cited.text.split()),
        pieces=tuple((_SPACE.sub(" ", text), wrong) for text, wrong in pieces(graph, cited)),
        lang=cited.lang,
        source=source,
        called=f"“{title}”" if begins else card.label,
        title="" if begins else title,
        passage=cited.address,
        printed=", ".join(part for part in (cited.place, printed(card)) if part),
        title_lang=title_lang(card),
        caution=caution.when if caution else "",
        context=tuple(quote(graph, inner) for inner in cited.context),
        translation=cited.translation,
    )
