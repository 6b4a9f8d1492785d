"""What each page says of itself to programs: title, description and JSON-LD."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dated
import markdown
import pages
import project
import pytest
from bamboo.build import build
from claims import data
from every import Every
from labels import label_of
from lxml import html
from mkdocs.utils.meta import get_data

TYPES = {
    "partners/brazil.html": "Country",
    "partners/unesco.html": "Organization",
    "partners/asean.html": "Thing",
    "people/bui-thanh-son.html": "Person",
    "terms/comprehensive-strategic-partnership.html": "DefinedTerm",
    "themes/partnerships.html": "CollectionPage",
    "figures/trade-turnover.html": "Dataset",
    "sources/vbf-2024-01-30.html": "CreativeWork",
    "facts/2024/brazil-strategic-partnership.html": "Claim",
    "years/2024.html": "CollectionPage",
    "partners/index.html": "CollectionPage",
    "timeline.html": "CollectionPage",
    "gaps.html": "CollectionPage",
    "about.html": "WebPage",
    "contribute.html": "WebPage",
    "index.html": "WebSite",
}
# Nothing is said of a person or a country but its names: no source is quoted for more there.
ALLOWED = {
    "Person": {"@type", "name", "alternateName", "url"},
    "Country": {"@type", "name", "alternateName", "url"},
    "Organization": {"@type", "name", "alternateName", "url"},
    "Thing": {"@type", "name", "alternateName", "url"},
    "Claim": {
        "@type",
        "name",
        "text",
        "author",
        "inLanguage",
        "temporalCoverage",
        "about",
        "appearance",
        "citation",
        "isPartOf",
        "url",
    },
    "CreativeWork": {
        "@type",
        "name",
        "url",
        "inLanguage",
        "author",
        "translator",
        "publisher",
        "datePublished",
        "sameAs",
        "creativeWorkStatus",
    },
}


def linked(page: html.HtmlElement) -> list[dict[str, Any]]:
    """The nodes of a page."""
    scripts = page.xpath("//script[@type='application/ld+json']")
    assert len(scripts) == 1
    assert not re.search("[<>&]", scripts[0].text)
    found = json.loads(scripts[0].text)
    assert found["@context"] == "https://schema.org"
    nodes = found.get("@graph", [found])
    assert isinstance(nodes, list)
    return nodes


def inside(value: object) -> Iterator[dict[str, Any]]:
    """Every node in a value."""
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from inside(item)
    elif isinstance(value, list):
        for item in value:
            yield from inside(item)


def test_each_kind_of_page_says_what_it_is(site: Path, every: Every) -> None:
    for address, kind in TYPES.items():
        with every.test(label_of(address, kind)):
            first, *rest = linked(pages.tree(site / address))
            assert first["@type"] == kind, address
            crumbs = [node for node in rest if node["@type"] == "BreadcrumbList"]
            assert len(crumbs) == (0 if address in ("index.html", "about.html", "contribute.html") else 1), (
                address
            )


def test_no_page_says_more_than_it_shows(site: Path, every: Every) -> None:
    for path in pages.all_pages(site):
        words = pages.text(pages.tree(path))
        for node in inside(linked(pages.tree(path))):
            with every.test(label_of(node)):
                assert set(node) <= ALLOWED.get(node.get("@type", ""), set(node)), path
                if node.get("@type") == "Quotation":
                    assert node["text"] in words, path
                assert all(value not in ("", [], None) for value in node.values()), (path, node)


def test_addresses_in_linked_data_lead_somewhere(site: Path, every: Every) -> None:
    for path in pages.all_pages(site):
        for node in inside(linked(pages.tree(path))):
            for name in ("url", "item", "contentUrl"):
                with every.test(label_of(name)):
                    if name in node:
                        page = path.relative_to(site).as_posix()
                        found = pages.target(site, pages.Reference(page, node[name], False))
                        assert found is not None
                        to, anchor = found
                        assert to.is_file(), (page, node[name])
                        assert not anchor or anchor in pages.anchors(to)


def test_a_claim_names_its_quotes_and_sources(site: Path, every: Every) -> None:
    titles = {source["id"]: source["name"] for source in data(site, "sources")}
    for fact in data(site, "facts"):
        with every.test(label_of(fact)):
            claim = linked(pages.tree(site / fact["url"]))[0]
            assert (claim["name"], claim["text"]) == (fact["title"], fact["sentence"])
            assert len(claim.get("author", [])) == len(fact["said_by"])
            quotes = [" ".join(row["quote"].split()) for row in fact["evidence"]]
            assert [quotation["text"] for quotation in claim["appearance"]] == quotes
            cited = [source["name"].strip("[]") for source in claim["citation"]]
            assert cited == list(dict.fromkeys(titles[row["source"]] for row in fact["evidence"]))
            assert claim.get("temporalCoverage") == (
                None if re.search("[~?%]", fact["when"]) else fact["when"]
            )


def test_an_overview_is_the_abstract_of_its_page(site: Path) -> None:
    """Only pages have one: nothing is said of a person or a country but its names."""
    told = {
        one["url"]: " ".join(sentence["says"] for sentence in one["overview"])
        for kind in ("partners", "people", "themes", "terms", "years", "home")
        for one in data(site, kind)
        if one["overview"]
    }
    found = {
        path.relative_to(site).as_posix(): (node["@type"], node["abstract"])
        for path in pages.all_pages(site)
        for node in inside(linked(pages.tree(path)))
        if "abstract" in node
    }
    assert {address: text for address, (_, text) in found.items()} == told
    assert {kind for kind, _ in found.values()} <= {"WebPage", "WebSite", "CollectionPage"}
    (page,) = (node for node in linked(pages.tree(site / "partners/japan.html")) if "abstract" in node)
    assert page["about"]["name"] == "Japan"


def test_titles_are_unique_and_descriptions_specific(site: Path, every: Every) -> None:
    titles: Counter[str] = Counter()
    descriptions: Counter[str] = Counter()
    for path in pages.all_pages(site):
        with every.test(label_of(path)):
            page = pages.tree(path)
            title = page.xpath("string(//title)").strip()
            assert len(title) <= 70, title
            titles[title] += 1
            said = page.xpath("//meta[@name='description']/@content")
            shared = page.xpath("//meta[@property='og:description']/@content")
            assert said == shared
            assert len(said[0]) > 20, path
            # Facts may rest on the very same quote; what lists or describes a thing has words of its own.
            if "facts" not in path.relative_to(site).parts[:1] or path.name == "index.html":
                descriptions[said[0]] += 1
            assert page.xpath("//meta[@property='og:title']/@content")[0] in title
            assert not page.xpath("//link[@rel='canonical']")
    assert [title for title, many in titles.items() if many > 1] == []
    assert [said for said, many in descriptions.items() if many > 1] == []


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with hostile texts, built for a host."""
    folder = project.with_program(dated.folder(tmp_path_factory.mktemp("hosted")))
    done = project.bamboo(folder, "build", BAMBOO_SITE_URL="https://example.org/b/")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_where_the_site_is_known_addresses_are_whole(hosted: Path, every: Every) -> None:
    for path in pages.all_pages(hosted):
        with every.test(label_of(path)):
            page = pages.tree(path)
            address = f"https://example.org/b/{path.relative_to(hosted).as_posix()}"
            canonical = page.xpath("//link[@rel='canonical']/@href")
            assert canonical == page.xpath("//meta[@property='og:url']/@content")
            assert canonical in ([address], [address.removesuffix("index.html")])
            for node in inside(linked(page)):
                for name in ("url", "item", "contentUrl"):
                    assert name not in node or node[name].startswith("https://example.org/b/")
    fact = pages.tree(hosted / "facts/2024/on-a-day.html")
    boxes = fact.find_class("cite__one")
    own = next(box for box in boxes if box.get("data-key") == "bamboo-on-a-day")
    for text in own.find_class("cite__text"):
        with every.test(label_of(text)):
            assert "https://example.org/b/facts/2024/on-a-day.html" in text.text_content()
    assert not own.find_class("cite__address")


def test_hostile_texts_stay_text_in_linked_data_and_citations(hosted: Path, every: Every) -> None:
    facts = {fact["id"]: fact for fact in data(hosted, "facts")}
    for number in range(1, len(dated.HOSTILE) + 1):
        with every.test(label_of(number)):
            fact = facts[f"hostile-{number}"]
            page = pages.tree(hosted / fact["url"])
            assert linked(page)[0]["text"] == fact["sentence"]
            assert [script for script in page.iter("script") if (script.text or "").startswith("alert")] == []
            for one in page.find_class("cite__one"):
                shown = {
                    form.get("data-ending"): form.find_class("cite__text")[0].text_content()
                    for form in one.find_class("cite__form")
                }
                if one.get("data-key").startswith("bamboo-"):
                    assert json.loads(shown["csl.json"])[0]["title"] == fact["sentence"]
                    assert f"TI  - {fact['claim']}\n" in shown["ris"]


def test_odd_characters_of_a_seed_break_no_page(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    words = "In 2024, odd \u2028 words \x7f came \x85 at \x9f last \uffff."
    seed = folder / "seeds" / "small-review.txt"
    text = seed.read_text(encoding="utf-8") + words + "\n"
    card = folder / "data/sources/small-review.yml"
    new = hashlib.sha256(text.encode()).hexdigest()
    project.change(
        folder,
        {
            "add": {
                "seeds/small-review.txt": text,
                "data/sources/small-review.yml": re.sub(
                    "(?m)^sha256: .*$", f"sha256: {new}", card.read_text()
                ),
                "data/facts/2024/odd-words.yml": "claim: In 2024, odd words came.\nkind: event\nwhen: 2024\n"
                "themes: [economy]\nevidence:\n  - source: small-review\n"
                f'    quote: "{json.dumps(words)[1:-1]}"\n',
            }
        },
    )
    built = build(folder)
    assert built.findings == (), built.findings
    page = next(page for page in built.pages if page.path.endswith("odd-words.md"))
    claim = linked(html.fromstring(markdown.markdown(get_data(page.text)[0])))[0]
    assert claim["appearance"][0]["text"] == " ".join(words.split())
