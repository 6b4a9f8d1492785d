"""Citations: read again as a reference manager reads them, they say what the records say and no more."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import dated
import pages
import project
import pytest
from bamboo.build import Site, build
from bamboo.cite import bibtex, capitals, csl
from bamboo.cite.form import forms
from bamboo.cite.work import Work, of_claim, of_source
from bamboo.graph import claims as graph
from bamboo.kinds.library import load
from bamboo.kinds.source import Found
from claims import data
from every import Every
from labels import label_of
from playwright.sync_api import Browser, expect

ESCAPED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{mark}": mark for mark in "&%$#_"},
}
BIB_FIELDS = {"author", "title", "howpublished", "date", "langid", "url", "note", "abstract"}
CSL_STRINGS = {"title", "container-title", "publisher", "URL", "note", "abstract", "language"}


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder and keeps no log."""

    def log_message(self, *said: object) -> None:
        pass


def read_bibtex(text: str) -> dict[str, dict[str, str]]:
    """Entries by key, read by counting braces as BibTeX does, with the escapes undone."""
    found: dict[str, dict[str, str]] = {}
    at = 0
    while (start := text.find("@", at)) >= 0:
        assert not text[at:start].strip(), text[at:start]
        opening = re.compile(r"@misc\{([a-z0-9-]+),\n").match(text, start)
        assert opening, text[start : start + 60]
        fields: dict[str, str] = {}
        at = opening.end()
        while not text.startswith("}", at):
            name = re.compile(r"  ([a-z]+) = ").match(text, at)
            assert name, text[at : at + 60]
            at = name.end()
            depth, begin = 0, at
            while True:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
                if depth == 0:
                    break
            value = text[begin + 1 : at - 1]
            assert text[at : at + 2] == ",\n"
            at += 2
            fields[name[1]] = unescaped(value)
        at += 1
        assert opening[1] not in found
        found[opening[1]] = fields
    return found


def unescaped(value: str) -> str:
    """The text of a field; braces that are left are round names, for styles that change capital letters."""
    assert not re.search(r"(?<!\\)[&%$#_~^]", value), value
    marks = "|".join(re.escape(mark) for mark in ESCAPED)
    return re.sub(rf"({marks})|[{{}}]", lambda found: ESCAPED[found[1]] if found[1] else "", value)


def read_ris(text: str) -> list[list[tuple[str, str]]]:
    records: list[list[tuple[str, str]]] = [[]]
    for line in text.splitlines():
        if not line:
            continue
        found = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert found, line
        records[-1].append((found[1], found[2]))
        if found[1] == "ER":
            records.append([])
    assert records.pop() == []
    for record in records:
        assert record[0][0] == "TY"
        assert record[-1] == ("ER", "")
        assert [tag for tag, _ in record].count("TY") == 1
        assert all(value for tag, value in record[:-1])
    return records


def check_csl(item: dict[str, object]) -> None:
    for name, value in item.items():
        if name in ("author", "translator"):
            assert isinstance(value, list)
            assert all(set(person) == {"literal"} and isinstance(person["literal"], str) for person in value)
        elif name == "issued":
            assert isinstance(value, dict)
            assert set(value) <= {"date-parts", "circa"}
            assert len(value["date-parts"]) in (1, 2)
            for date in value["date-parts"]:
                assert all(isinstance(part, int) for part in date)
                assert 1 <= len(date) <= 3
        else:
            assert name in CSL_STRINGS | {"id", "type"}
            assert isinstance(value, str)
    assert item["type"] in ("webpage", "document")
    assert item["id"]


def texts(site: Site) -> dict[str, str]:
    assert site.findings == (), site.findings[:3]
    return {file.address: file.content.decode("utf-8", "replace") for file in site.files}


@pytest.fixture(scope="module", params=["repository", "hostile"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    if request.param == "repository":
        return texts(build(project.SAMPLE))
    return texts(build(dated.folder(tmp_path_factory.mktemp("dated"))))


def test_every_claim_and_source_is_cited_in_every_form(files: dict[str, str], every: Every) -> None:
    titles = {f"bamboo-{fact['id']}": fact["sentence"] for fact in json.loads(files["data/v1/facts.json"])}
    observations = {
        f"bamboo-{row['id']}"
        for indicator in json.loads(files["data/v1/indicators.json"])
        for row in indicator["observations"]
    }
    sources = {f"source-{source['id']}": source for source in json.loads(files["data/v1/sources.json"])}
    for ident, card in sources.items():
        titles[ident] = card["title"] or f"[{card['working_title']}]"
    bib = read_bibtex(files["data/v1/citations.bib"])
    ris = [dict(record) for record in read_ris(files["data/v1/citations.ris"])]
    csl = json.loads(files["data/v1/citations.csl.json"])
    keys = set(titles) | observations
    assert set(bib) == {record["ID"] for record in ris} == {item["id"] for item in csl} == keys
    assert len(ris) == len(csl) == len(keys)
    for item in csl:
        with every.test(label_of(item)):
            check_csl(item)
            if item["id"] in titles:
                assert item["title"] == titles[item["id"]]
    for record in ris:
        with every.test(label_of(record)):
            if record["ID"] in titles:
                assert record["TI"] == titles[record["ID"]]
    for key, fields in bib.items():
        with every.test(label_of(key, fields)):
            assert set(fields) <= BIB_FIELDS
            if key in titles:
                assert fields["title"] == titles[key]
    for key, card in sources.items():
        with every.test(label_of(key, card)):
            item = next(item for item in csl if item["id"] == key)
            assert ("issued" in item) == (card["published"] is not None)
            assert ("date" in bib[key]) == (card["published"] is not None)
            assert [name["literal"] for name in item.get("author", [])] == card["authors"]
            assert ("URL" in item) == (card["original_url"] is not None)
            assert item.get("publisher") == card["publisher"]


def test_apa_says_what_the_card_says() -> None:
    linked = graph.link(load(project.SAMPLE))
    said = {ident: forms(of_source(linked, ident))[0].text for ident in linked.library.sources}
    assert said == {
        "fm-son-2024-review": "[Foreign Minister Bui Thanh Son on foreign policy in 2024]. (n.d.).",
        "forum-video-2022": "The forum in Hanoi, word for word [Retracted on 8 April 2022]. (n.d.).",
        "hanoi-times-2025-01-09": "[The press conference of January 9, 2025]. (n.d.).",
        "japan-letter-2024": "A Letter on Japan and Vietnam. (2024, April).",
        "ngay-moi-2021": ("Đối ngoại Việt Nam năm 2021 qua những con số. (2021, December 28). Báo Ngày Mới."),
        "trade-correction-2022": "Correction of the Trade Note 2022. (2022, May 2).",
        "trade-note-2022": (
            "Trade Note 2022 [Corrected on 2 May 2022]. (2022, March 14). Institute of Trade Studies. "
            "https://example.org/trade-note-2022.pdf"
        ),
        "vbf-2024-01-30": (
            "Quynh Chi. (2024, January 30). Foreign Relations in 2023: Bilateral and Multilateral. "
            "Vietnam Business Forum. https://example.org/foreign-relations-2023"
        ),
        "wvr-2024-h1": (
            "Foreign affairs work in first half of 2024: Significant milestones (Trang Linh, Trans.). "
            "(n.d.). WVR."
        ),
        "wvr-2024-highlights": "9 Highlights of Vietnam's External Relations in 2024. (n.d.).",
    }
    claim = linked.claims["brazil-strategic-partnership"]
    sentence = (
        "Vietnam and Brazil raised their relations to a strategic partnership in 2024 — Highlights article; "
        "Bui Thanh Son, Deputy Prime Minister and Foreign Minister."
    )
    assert forms(of_claim(linked, claim))[0].text == f"Bamboo. (n.d.). {sentence}"
    there = forms(of_claim(linked, claim, "https://example.org/b/"))[0].text
    assert there == f"Bamboo. (n.d.). {sentence} https://example.org/b/{claim.url}"


def test_what_the_editors_found_is_cited_as_theirs() -> None:
    """Only what the card leaves out is taken from it."""
    there = {"publisher": "The Hanoi Times", "published": "2025-01-10", "url": "https://example.org/1"}
    found = {"found_by_editors": Found(**there, checked_on="2026-11-26")}
    stated = {"publisher": "Times", "published": "2025-01-11", "url": "https://example.org/2"}
    work = cited("hanoi-times-2025-01-09", found)
    assert forms(work)[0].text == (
        "[The press conference of January 9, 2025]. (2025, January 10). The Hanoi Times. https://example.org/1"
    )
    assert "Publisher, date and address found by the editors on 26 November 2026." in work.note
    work = cited("hanoi-times-2025-01-09", {**found, **stated})
    assert (work.publisher, work.issued, work.address) == ("Times", "2025-01-11", "https://example.org/2")
    assert "found by the editors" not in work.note


def cited(ident: str, values: Mapping[str, object]) -> Work:
    """A source of the sample, with other values on its card."""
    library = load(project.SAMPLE)
    entry = library.sources[ident]
    card = replace(entry, record=entry.record.model_copy(update=values))
    return of_source(graph.link(library.but(sources={**library.sources, ident: card})), ident)


def test_an_interval_is_cited_as_an_interval(every: Every) -> None:
    for issued, said, parts in (
        ("2024-01/2024-06", "2024, January–June", [[2024, 1], [2024, 6]]),
        ("2024-01-03/2024-01-05", "2024, January 3–5", [[2024, 1, 3], [2024, 1, 5]]),
        ("2024-01-31/2024-02-02", "2024, January 31–February 2", [[2024, 1, 31], [2024, 2, 2]]),
        ("2024-12-30/2025-01-02", "2024, December 30–2025, January 2", [[2024, 12, 30], [2025, 1, 2]]),
        ("2024/2025", "2024–2025", [[2024], [2025]]),
        ("2024", "2024", [[2024]]),
        ("2024-05~", "ca. 2024, May", [[2024, 5]]),
    ):
        with every.test(issued):
            work = Work(key="a", site=False, title="A text", issued=issued)
            assert forms(work)[0].text == f"A text. ({said})."
            assert csl.item(work)["issued"]["date-parts"] == parts
            assert f"  date = {{{issued}}}," in bibtex.lines(work)


def test_only_names_keep_their_capital_letters(every: Every) -> None:
    linked = graph.link(load(project.SAMPLE))
    for key, title in (
        ("vbf-2024-01-30", "Foreign Relations in 2023: Bilateral and Multilateral"),
        ("wvr-2024-highlights", "9 Highlights of {Vietnam}'s External Relations in 2024"),
        ("japan-letter-2024", "A Letter on {Japan} and {Vietnam}"),
        ("hanoi-times-2025-01-09", "[The press conference of {January} 9, 2025]"),
    ):
        with every.test(key):
            assert f"  title = {{{title}}}," in bibtex.lines(of_source(linked, key))
    claim = linked.claims["brazil-strategic-partnership"]
    assert (
        "  title = {{Vietnam} and {Brazil} raised their relations to a strategic partnership in 2024 — "
        "{Highlights} article; {Bui Thanh Son}, {Deputy Prime Minister} and {Foreign Minister}},"
    ) in bibtex.lines(of_claim(linked, claim))
    with every.test("built of capitals"):
        text = "AIPA-45 and the G20 met in U.S. territory"
        names = [text[span.start : span.end] for span in capitals.in_headline(linked, text)]
        assert names == ["AIPA-45", "G20", "U.S"]


def test_an_address_is_given_where_it_is_known_and_has_its_place_where_it_is_not(
    every: Every,
) -> None:
    linked = graph.link(load(project.SAMPLE))
    for claim in list(linked.claims.values())[::40]:
        plain = forms(of_claim(linked, claim))
        known = forms(of_claim(linked, claim, "https://example.org"))
        for without, whole in zip(plain, known, strict=True):
            with every.test(label_of(without, whole)):
                assert "example.org" not in without.text
                assert whole.slot is None
                assert without.slot is not None
                left, right = without.slot
                filled = without.before + without.title + without.middle
                assert (
                    filled + left + f"https://example.org/{claim.url}" + right + without.after == whole.text
                )


def test_a_misprint_is_marked_in_citations_and_on_pages_and_stays_in_the_data(
    site: Path, every: Every
) -> None:
    for source, word in (("wvr-2024-h1", "deliveres"), ("fm-son-2024-review", "Gevelopment")):
        with every.test(label_of(source, word)):
            facts = [
                fact
                for fact in data(site, "facts")
                if any(row["source"] == source and word in row["quote"] for row in fact["evidence"])
            ]
            assert facts
            csl = {i["id"]: i for i in json.loads((site / "data/v1/citations.csl.json").read_text("utf-8"))}
            for fact in facts:
                assert f"{word} [sic]" in csl[f"bamboo-{fact['id']}"]["abstract"]
                page = pages.tree(site / fact["url"])
                assert word in [mark.text_content() for mark in page.find_class("misprint")]
                assert "[sic]" not in "".join(
                    quote.text_content() for quote in page.find_class("quote__words")
                )
    assert "[sic]" not in (site / "data/v1/facts.json").read_text("utf-8")


def test_the_sample_has_a_source_with_a_title_in_another_language(site: Path) -> None:
    assert [source for source in data(site, "sources") if source["title"] and source["language"] != "en"]


def test_each_claim_and_source_page_cites_itself_and_its_originals_apart(site: Path, every: Every) -> None:
    expected = {fact["url"]: ([fact["id"]], fact["evidence"]) for fact in data(site, "facts")}
    for indicator in data(site, "indicators"):
        rows = indicator["observations"]
        reports = [report for row in rows for report in row["reports"]]
        expected[indicator["url"]] = ([row["id"] for row in rows], reports)
    for source in data(site, "sources"):
        expected[source["url"]] = ([], [{"source": source["id"]}])
    foreign = {f"source-{s['id']}" for s in data(site, "sources") if s["title"] and s["language"] != "en"}
    for url, (claims, evidence) in expected.items():
        with every.test(label_of(url, claims)):
            box = pages.tree(site / url).find_class("cite")[0]
            keys = [one.get("data-key") for one in box.find_class("cite__one")]
            sources = dict.fromkeys(f"source-{row['source']}" for row in evidence)
            assert keys == [*sources, *(f"bamboo-{claim}" for claim in claims)], url
            for one in box.find_class("cite__one"):
                shown = {
                    form.get("data-ending"): form.find_class("cite__text")[0].text_content()
                    for form in one.find_class("cite__form")
                }
                assert set(shown) == {"txt", "bib", "ris", "csl.json"}
                named = one.xpath(".//i[@lang='vi'] | .//pre[@lang='vi']")
                assert len(named) == (4 if one.get("data-key") in foreign else 0)
                assert set(read_bibtex(shown["bib"] + "\n")) == {one.get("data-key")}
                assert dict(read_ris(shown["ris"])[0])["ID"] == one.get("data-key")
                assert json.loads(shown["csl.json"])[0]["id"] == one.get("data-key")


def test_an_escape_is_undone_to_the_same_text(every: Every) -> None:
    for text in dated.HOSTILE:
        with every.test(label_of(text)):
            plain = " ".join(text.split())
            value = bibtex.escape(plain)
            assert value.count("{") == value.count("}")
            assert unescaped(f"{{{value}}}") == plain


def test_a_reader_copies_a_citation_and_the_permalink(browser: Browser, site: Path) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((site / "facts/2024/brazil-strategic-partnership.html").as_uri())
    page.get_by_role("button", name="Copy link: to this page").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_attached()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    own = page.locator(".cite__one[data-key=bamboo-brazil-strategic-partnership]")
    own.get_by_role("button", name="Copy: APA 7").click()
    assert page.evaluate("navigator.clipboard.readText()") == own.locator("pre").first.text_content()
    own.locator("summary").click()
    with page.expect_download() as saved:
        own.get_by_role("button", name="Save: BibTeX").click()
    assert saved.value.suggested_filename == "bamboo-brazil-strategic-partnership.bib"
    assert set(read_bibtex(Path(saved.value.path()).read_text("utf-8"))) == {
        "bamboo-brazil-strategic-partnership"
    }
    context.close()


def test_read_from_a_host_citations_hold_its_address(browser: Browser, site: Path) -> None:
    handler = partial(QuietHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        here = f"http://127.0.0.1:{server.server_port}/facts/2024/brazil-strategic-partnership.html"
        page = browser.new_page()
        page.goto(here + "?from=search#quotes")
        expect(page.locator(".permalink code")).to_have_text(here)
        own = page.locator(".cite__one[data-key=bamboo-brazil-strategic-partnership]")
        apa, bib, ris, csl = own.locator("pre").all_text_contents()
        assert apa.endswith(f"and Foreign Minister. {here}")
        assert read_bibtex(bib + "\n")["bamboo-brazil-strategic-partnership"]["url"] == here
        assert dict(read_ris(ris)[0])["UR"] == here
        assert json.loads(csl)[0]["URL"] == here
        page.close()
        server.shutdown()


def test_where_copying_is_not_allowed_the_words_are_marked(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto((site / "facts/2024/brazil-strategic-partnership.html").as_uri())
    own = page.locator(".cite__one[data-key=bamboo-brazil-strategic-partnership]")
    own.get_by_role("button", name="Copy: APA 7").click()
    assert page.evaluate("getSelection().toString()") == own.locator("pre").first.text_content()
    context.close()


def test_without_scripts_there_are_no_dead_buttons(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "facts/2024/brazil-strategic-partnership.html").as_uri())
    assert page.locator(".md-content button").count() == 0
    expect(page.locator(".cite__text").first).to_be_visible()
    context.close()
