"""What is cited: a claim of this site, or the original source, with what its card says and no more."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.cite import capitals
from bamboo.data import dates, english
from bamboo.evidence.locate import Span
from bamboo.graph import cautions
from bamboo.graph.cautions import Caution
from bamboo.graph.cited import Cited, misprints
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.source import Source

SITE = "Bamboo"
SIC = " [sic]"
TRANSLATED = "translation by the editors"


@dataclass(frozen=True, slots=True)
class Work:
    """A thing to cite. What is empty or None is not stated, and no form of the citation fills it in.

    `key` names it in lists of references and never changes. `authors` are whole names: no card says
    which part of a name is the family name. `site` marks a page of this site, `described` a title that is
    the editors'. `address` is absolute. `names` are the names in the title, by place.
    """

    key: str
    site: bool
    title: str
    authors: tuple[str, ...] = ()
    translator: str = ""
    publisher: str = ""
    issued: str = ""
    language: str = ""
    address: str = ""
    abstract: str = ""
    note: str = ""
    described: bool = False
    names: tuple[Span, ...] = ()
    status: str = ""
    """What became of a source: `retracted on 3 May 2022`."""

    @property
    def date(self) -> tuple[int, ...]:
        """Year, month and day as far as they are stated, of an interval those it begins with; or nothing."""
        return _parts(self.issued.partition("/")[0])

    @property
    def until(self) -> tuple[int, ...]:
        """The same of the end of an interval; nothing where one date is stated."""
        return _parts(self.issued.partition("/")[2])


def _parts(date: str) -> tuple[int, ...]:
    plain = date.rstrip("~?%")
    return tuple(int(part) for part in plain.split("-")) if plain else ()


def absolute(site_url: str, address: str) -> str:
    """An address of this site on its host; nothing where the host is not known."""
    return f"{site_url.rstrip('/')}/{address}" if site_url else ""


def of_claim(graph: Graph, claim: Claim, site_url: str = "") -> Work:
    """A claim as this site words it. Its abstract holds the quotes that prove it."""
    return graph.once_for(f"cited, {site_url}", claim, lambda: _of_claim(graph, claim, site_url))


def _of_claim(graph: Graph, claim: Claim, site_url: str) -> Work:
    return Work(
        key=f"bamboo-{graph.key(claim)}",
        site=True,
        title=claim.sentence,
        authors=(SITE,),
        language="en",
        address=absolute(site_url, claim.url),
        abstract=" ".join(
            f"{quoted(graph, cited)} ({_printed_in(graph, cited)})." for cited in claim.evidence
        ),
        note=" ".join(_remark(graph, caution) for caution in claim.cautions),
        names=capitals.in_sentence(graph, claim.sentence),
    )


def of_source(graph: Graph, ident: str) -> Work:
    """The original of a source. A title made by the editors is in square brackets."""
    return graph.once_for("cited", ident, lambda: _of_source(graph, ident))


def _of_source(graph: Graph, ident: str) -> Work:
    card = graph.library.sources[ident].record
    speaker = graph.library.people[card.speaker].record.name if card.speaker else ""
    title = graph.name("sources", ident)
    said = f"Reports the words of {speaker}." if speaker else ""
    caution = cautions.of_card(ident, card)
    publisher, issued, address, looked_up = _published(card)
    return Work(
        key=f"source-{graph.first_id('sources', ident)}",
        site=False,
        title=title,
        authors=tuple(card.authors),
        translator=card.translator or "",
        publisher=publisher,
        issued=issued,
        language=card.language,
        address=address,
        described=card.title is None,
        note=" ".join(
            remark for remark in (said, looked_up, _remark(graph, caution) if caution else "") if remark
        ),
        status=caution.when if caution else "",
        names=capitals.in_headline(graph, title) if card.title else capitals.in_sentence(graph, title),
    )


def _published(card: Source) -> tuple[str, str, str, str]:
    """Publisher, date and address, as the text states them or the editors found them; which these found."""
    stated = (card.publisher or "", card.published or "", card.url or "")
    if (found := card.found_by_editors) is None:
        return *stated, ""
    there = (found.publisher or "", found.published or "", found.url or "")
    publisher, issued, address = (own or other for own, other in zip(stated, there, strict=True))
    added = [
        name
        for name, own, other in zip(("publisher", "date", "address"), stated, there, strict=True)
        if other and not own
    ]
    said = f"{english.capital(english.listed(added))} found by the editors" if added else ""
    return publisher, issued, address, f"{said} on {dates.words(found.checked_on)}." if said else ""


def printed(graph: Graph, cited: Cited) -> str:
    """A passage as printed, with [sic] after each word that its source's card calls a misprint."""
    words = "".join(text + SIC if wrong else text for text, wrong in pieces(graph, cited))
    return " ".join(words.split())


def quoted(graph: Graph, cited: Cited) -> str:
    """A passage in quotation marks, with the editors' translation where it has one."""
    words = f"“{printed(graph, cited)}”"
    return f"{words} [{TRANSLATED}: {cited.translation}]" if cited.translation else words


def pieces(graph: Graph, cited: Cited) -> tuple[tuple[str, bool], ...]:
    """The text of a passage in stretches, each with whether it is a misprint; joined they are the text."""
    return graph.once_for("pieces", cited, lambda: _pieces(graph, cited))


def _pieces(graph: Graph, cited: Cited) -> tuple[tuple[str, bool], ...]:
    found: list[tuple[str, bool]] = []
    at = 0
    for span in misprints(graph.library, cited):
        if span.start >= at:
            found += [(cited.text[at : span.start], False), (cited.text[span.start : span.end], True)]
            at = span.end
    found.append((cited.text[at:], False))
    return tuple((text, wrong) for text, wrong in found if text)


def _printed_in(graph: Graph, cited: Cited) -> str:
    """The title of the source, the page or moment of the passage, and what became of the source."""
    parts = (graph.name("sources", cited.source), cited.place, cautions.of(graph.library, cited.source))
    return ", ".join(part for part in parts if part)


def _remark(graph: Graph, caution: Caution) -> str:
    """`“Trade note” was retracted on 3 May 2022.`"""
    card = graph.library.sources[caution.source].record
    return f"“{card.title or card.working_title}” was {caution.when}."
