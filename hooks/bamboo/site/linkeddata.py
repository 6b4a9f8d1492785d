"""JSON-LD of each page in the words of schema.org. It says nothing that the page does not say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bamboo import kinds
from bamboo.cite.work import SITE, absolute, of_source
from bamboo.data import dates, english
from bamboo.exports.format import File, Format, Made
from bamboo.graph import addresses
from bamboo.graph.cited import Cited
from bamboo.graph.claims import Claim, Graph
from bamboo.kinds.home import HOME
from bamboo.kinds.library import Entry
from bamboo.kinds.year import YEARS
from bamboo.reading.names import all_names
from bamboo.site.pagekind import PUBLIC, Description

Node = dict[str, Any]

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
DATA_LICENCE = {"license": LICENCE, "creator": {"@type": "Organization", "name": SITE}}


# What would end a script or begin a comment in it, and characters that a page may not hold: written as
# JSON's own references. So the text of a script is the same in Markdown and in HTML.
_UNSAFE = re.compile("[<>&\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class Describer:
    """Describes pages of one site, which is at `site_url` or nobody knows where.

    Addresses are whole where the site's is known, else relative to the page.
    """

    def __init__(self, graph: Graph, made: Sequence[Made], site_url: str) -> None:
        self._graph = graph
        self._public = [(one.format, file) for one in made if one.format.is_data for file in one.files]
        self._site_url = site_url

    @property
    def _files(self) -> list[tuple[Format, File]]:
        self._graph.noting(PUBLIC)
        return self._public

    def script(self, address: str, title: str, described: Description) -> str:
        """The JSON-LD of a page as a script element, which a page may hold anywhere."""
        there = self._links(address)
        nodes = [*self._main(address, title, described, there), *_crumbs(title, described, address, there)]
        found = json.dumps(
            {"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":")
        )
        safe = _UNSAFE.sub(lambda odd: f"\\u{ord(odd[0]):04x}", found)
        return f'<script type="application/ld+json" id="linked-data">{safe}</script>'

    def _links(self, page: str) -> Callable[[str], str]:
        def link(target: str) -> str:
            return absolute(self._site_url, target) or addresses.relative(target, page)

        return link

    def _main(
        self, address: str, title: str, described: Description, link: Callable[[str], str]
    ) -> Iterable[Node]:
        subject = described.subject
        page = {"url": link(address)}
        if address == addresses.HOME:
            site = {"@type": "WebSite", "name": SITE, **page, "inLanguage": "en"}
            yield site | self._abstract(HOME.name, HOME.name)
            yield self._all_data(link)
        elif isinstance(subject, Claim):
            yield self._claim(subject, link) | page
        elif isinstance(subject, tuple):
            yield from self._entity_and_page(*subject, title, link, page)
        else:
            yield {
                "@type": "CollectionPage",
                "name": title,
                "description": described.sentence,
                **page,
                "inLanguage": "en",
                **({"temporalCoverage": str(subject)} if subject else {}),
                **(self._abstract(YEARS.name, str(subject)) if subject else {}),
                "isPartOf": _site(link),
            }
            if address == addresses.DATA_PAGE:
                yield self._all_data(link)

    def _claim(self, claim: Claim, link: Callable[[str], str]) -> Node:
        graph = self._graph
        return _given(
            {
                "@type": "Claim",
                "name": claim.title,
                "text": claim.sentence,
                "inLanguage": "en",
                "temporalCoverage": _period(claim.when),
                "about": [
                    *(self._named("partners", ident, link) for ident in claim.partners),
                    *(self._named("people", role.person, link) for role in claim.people),
                    *(self._named("terms", ident, link) for ident in claim.terms),
                ],
                "appearance": [
                    {
                        "@type": "Quotation",
                        "text": " ".join(cited.text.split()),
                        "inLanguage": cited.lang,
                        "url": link(cited.address),
                        "isPartOf": {"@type": "CreativeWork", "name": of_source(graph, cited.source).title},
                        **_translated(cited),
                    }
                    for cited in claim.evidence
                ],
                "citation": [self._source(source, link) for source in claim.sources],
                "author": [
                    self._source(one.id, link)
                    if one.kind == "sources"
                    else self._named(one.kind, one.id, link)
                    for one in claim.speakers
                ],
                "isPartOf": _site(link),
            }
        )

    def _source(self, ident: str, link: Callable[[str], str]) -> Node:
        """A source as its card states it. Its names are names: no card says of what kind each is."""
        work = of_source(self._graph, ident)
        return _given(
            {
                "@type": "CreativeWork",
                "name": work.title,
                "url": link(addresses.entity("sources", ident)),
                "inLanguage": work.language,
                "author": list(work.authors),
                "translator": work.translator,
                "publisher": work.publisher,
                "datePublished": work.issued if work.issued and dates.is_certain(work.issued) else "",
                "sameAs": work.address,
                "creativeWorkStatus": english.capital(work.status),
            }
        )

    def _entity_and_page(
        self, kind: str, ident: str, title: str, link: Callable[[str], str], page: Node
    ) -> Iterable[Node]:
        """What a page is about; its overview is the page's, where that is not the thing itself."""
        entity, abstract = self._entity(kind, ident, link) | page, self._abstract(kind, ident)
        if entity["@type"] == "CollectionPage":
            yield entity | abstract
            return
        yield entity
        if abstract:
            about = {name: entity[name] for name in ("@type", "name", "url")}
            yield {
                "@type": "WebPage",
                "name": title,
                **page,
                "inLanguage": "en",
                **abstract,
                "about": about,
                "isPartOf": _site(link),
            }

    def _abstract(self, kind: str, ident: str) -> Node:
        """The overview of a record as one text, where there is one."""
        told = " ".join(sentence.says for sentence in self._graph.library.overview(kind, ident))
        return {"abstract": told} if told else {}

    def _entity(self, kind: str, ident: str, link: Callable[[str], str]) -> Node:
        entry = self._graph.library.of(kind)[ident]
        match kind:
            case "sources":
                return self._source(ident, link)
            case "indicators":
                return self._figure(entry, link)
            case "themes":
                return {
                    "@type": "CollectionPage",
                    "name": entry.record.name,
                    "description": entry.record.summary,
                    "inLanguage": "en",
                    "isPartOf": _site(link),
                }
            case _:
                return self._named(kind, ident, link) | _given(
                    {"alternateName": [name.name for name in all_names(entry)[1:]], **_meaning(entry)}
                )

    def _named(self, kind: str, ident: str, link: Callable[[str], str]) -> Node:
        """A partner, person or term by its name and page."""
        known, record = kinds.BY_NAME[kind], self._graph.library.of(kind)[ident].record
        sort = known.sort(record.kind).schema_org if known.sorts else ""
        found = {
            "@type": sort or known.schema_org,
            "name": record.name,
            "url": link(addresses.entity(kind, ident)),
        }
        if kind == "terms":
            found["inDefinedTermSet"] = {
                "@type": "DefinedTermSet",
                "name": f"Terms of {SITE}",
                "url": link(addresses.index("terms")),
            }
        return found

    def _figure(self, entry: Entry[Any], link: Callable[[str], str]) -> Node:
        graph, record = self._graph, entry.record
        claims = graph.naming("indicators", entry.id)
        places = (addresses.reports(entry.id), f"{addresses.DATA}/indicators.json")
        files = {file.address: (form, file) for form, file in self._files if file.address in places}
        return _given(
            {
                "@type": "Dataset",
                "name": record.name,
                "description": f"{record.counted} Unit: {record.unit}.",
                "inLanguage": "en",
                "temporalCoverage": _coverage(claims),
                "variableMeasured": {
                    "@type": "PropertyValue",
                    "name": record.name,
                    "unitText": record.unit,
                },
                "distribution": [_download(*files[place], link) for place in places if place in files],
                "citation": [
                    self._source(source, link)
                    for source in dict.fromkeys(source for claim in claims for source in claim.sources)
                ],
                **DATA_LICENCE,
                "isPartOf": _site(link),
            }
        )

    def _all_data(self, link: Callable[[str], str]) -> Node:
        return {
            "@type": "Dataset",
            "name": f"{SITE}: Vietnam's foreign relations as published texts describe them",
            "description": "Claims about Vietnam's foreign relations, each with the exact words of the "
            "published texts that say so and the place of these words in them.",
            "url": link(addresses.DATA_PAGE),
            "inLanguage": "en",
            "distribution": [_download(form, file, link) for form, file in self._files],
            **DATA_LICENCE,
        }


def _site(link: Callable[[str], str]) -> Node:
    return {"@type": "WebSite", "name": SITE, "url": link(addresses.HOME)}


def _download(form: Format, file: File, link: Callable[[str], str]) -> Node:
    return {
        "@type": "DataDownload",
        "name": file.description,
        "contentUrl": link(file.address),
        "encodingFormat": form.media_type,
    }


def _meaning(entry: Entry[Any]) -> Node:
    """The editors' definition of a term, where they give one; a source's own is on the page, quoted."""
    definition = getattr(entry.record, "definition", None)
    return {"description": definition.text} if definition and definition.text else {}


def _crumbs(title: str, described: Description, address: str, link: Callable[[str], str]) -> Iterable[Node]:
    """The way to a page from home."""
    if address == addresses.HOME:
        return
    way = [("Home", addresses.HOME)]
    if described.section:
        way.append((described.section.label, described.section.address))
    way.append((title, address))
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": link(target)}
            for number, (name, target) in enumerate(way, 1)
        ],
    }


def _coverage(claims: Iterable[Claim]) -> str:
    """The years that figures are about, from the first to the last, as ISO 8601 has them."""
    years = [year for claim in claims for year in claim.ends]
    first, last = str(min(years)), str(max(years))
    first = ".." if any(claim.when.startswith("..") for claim in claims) else first
    last = ".." if any(claim.when.endswith("..") for claim in claims) else last
    return first if first == last else f"{first}/{last}"


def _period(when: str) -> str:
    """A certain date as ISO 8601 has it; other dates are said on the page only."""
    return when if dates.is_certain(when) else ""


def _translated(cited: Cited) -> Node:
    """A quote's translation, which is this site's."""
    if not cited.translation:
        return {}
    translator = {"@type": "Organization", "name": SITE}
    text = {"@type": "Quotation", "text": cited.translation, "inLanguage": "en", "translator": translator}
    return {"workTranslation": text}


def _given(node: Node) -> Node:
    """Only what has a value."""
    return {name: value for name, value in node.items() if value}
