"""The box that says how to cite: this site's claims, and apart from them the sources that prove them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from bamboo.cite import work as works
from bamboo.cite.form import Form, forms
from bamboo.cite.work import Work
from bamboo.exports import bibtex, citations, csl, ris
from bamboo.graph import addresses
from bamboo.graph.claims import Claim, Graph
from bamboo.site.blocks import links
from bamboo.site.blocks.card_of_source import title_lang
from bamboo.site.blocks.links import Link

# Every citation of the site in one file, in each form.
FILES = tuple(Link(one.FORMAT.name, citations.address(one.FORMAT)) for one in (bibtex, ris, csl))


@dataclass(frozen=True, slots=True)
class Citation:
    """One thing to cite, in every form; `address` is its page here, which no original has."""

    key: str
    name: Link
    address: str
    first: Form
    others: tuple[Form, ...]
    lang: str = ""
    """The language of the title, where it is not the page's."""


@dataclass(frozen=True, slots=True)
class CiteView:
    """The citations of a page: of claims of this site, and of the originals."""

    own: tuple[Citation, ...]
    originals: tuple[Citation, ...]
    files: tuple[Link, ...] = FILES

    @property
    def own_title(self) -> str:
        """What the citations of this site's claims are headed."""
        return "Cite this statement" if len(self.own) == 1 else "Cite these statements"


def cite(graph: Graph, claims: Iterable[Claim], site_url: str) -> CiteView:
    """How to cite these claims and the sources that prove them."""
    claims = tuple(claims)
    sources = dict.fromkeys(source for claim in claims for source in claim.sources)
    return CiteView(
        own=tuple(
            _citation(graph, works.of_claim(graph, claim, site_url), links.claim(claim), claim.url)
            for claim in claims
        ),
        originals=tuple(_source(graph, source) for source in sources),
    )


def cite_sources(graph: Graph, *sources: str) -> CiteView:
    """How to cite these sources."""
    return CiteView((), tuple(_source(graph, source) for source in sources))


def _source(graph: Graph, source: str) -> Citation:
    """How to cite the original of a source."""
    to = Link(graph.name("sources", source), addresses.entity("sources", source))
    lang = title_lang(graph.library.sources[source].record)
    return replace(_citation(graph, works.of_source(graph, source), to, ""), lang=lang)


def _citation(graph: Graph, work: Work, name: Link, address: str) -> Citation:
    first, *others = graph.once_for("forms", work, partial(forms, work))
    return Citation(work.key, name, "" if work.address else address, first, tuple(others))
