"""What the search finds: the table of search_sample.yml and rules over all names, asked in one page."""

from __future__ import annotations

import dataclasses
import gzip
import json
import shutil
import unicodedata
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pages
import pytest
import searching
from bamboo import kinds
from bamboo.graph import addresses as places
from bamboo.graph import claims as graphs
from bamboo.graph.claims import Graph
from bamboo.kinds.library import load
from bamboo.reading import names
from bamboo.site import search
from bamboo.site.search import absent, fold, index
from bamboo.site.search.pages import PAGES
from every import Every
from labels import label_of
from playwright.sync_api import Browser, Page, Request
from searching import addresses, ask

CASES = searching.read(Path(__file__).parent / "search_sample.yml")
KINDS = tuple(kind.name for kind in kinds.SUBJECTS)
LARGEST = 150_000  # bytes of the index, compressed, for the present data


@pytest.fixture(scope="module")
def linked(site: Path) -> Graph:
    return graphs.link(load(site.parent))


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto((site / "search.html").as_uri())
    yield opened
    context.close()


@pytest.mark.parametrize("group", CASES)
def test_the_table(group: str, page: Page) -> None:
    assert searching.wrong(page, CASES[group]) == {}


def test_every_name_finds_what_it_names(page: Page, linked: Graph) -> None:
    """As it stands, without diacritics and decomposed; of things that share a name, all are near the top."""
    wanted: list[tuple[str, str]] = []
    for kind in KINDS:
        for entry in linked.library.of(kind).values():
            for name in names.all_names(entry):
                forms = {name.name, fold.fold(name.name), unicodedata.normalize("NFD", name.name)}
                wanted += [(form, places.entity(kind, entry.id)) for form in sorted(forms)]
    answers = ask(page, [name for name, _ in wanted])
    missed = [
        (name, address, answer["urls"][:3])
        for (name, address), answer in zip(wanted, answers, strict=True)
        if address not in answer["urls"][:3]
    ]
    assert missed == []


def test_a_country_no_source_names_is_never_taken_for_another(page: Page, linked: Graph) -> None:
    countries = absent.countries(linked)
    assert len(countries) > 150
    queries = [(name, its[0]) for its in countries for name in its]
    answers = ask(page, [name for name, _ in queries])
    assert [answer for answer in answers if answer["urls"] or answer["labelled"]] == []
    known = [answer["absent"] for answer in answers]
    assert known.count([]) == 0


def test_a_country_that_a_record_is_of_is_not_absent(linked: Graph) -> None:
    absents = {fold.fold(name) for its in absent.countries(linked) for name in its}
    ours = {fold.fold(n.name) for e in linked.library.partners.values() for n in names.all_names(e)}
    assert not absents & ours


def test_numbers_are_forgiven_nothing(page: Page, linked: Graph) -> None:
    texts = [claim.text for claim in linked.claims.values()]
    texts += [cited.text for claim in linked.claims.values() for cited in claim.passages()]
    numbers = {word for text in texts for word in fold.words(text) if word.isdigit() and len(word) > 3}
    numbers |= {str(year) for year in linked.years}
    known = {word for text in texts for word in fold.words(text)}
    wrong = sorted({str(int(n) + step) for n in numbers for step in (1, -1, 10, 1000)} - numbers - known)
    assert len(wrong) > 10
    assert [answer["urls"] for answer in ask(page, wrong) if answer["urls"]] == []


def test_the_same_words_here_and_in_the_browser(page: Page, linked: Graph) -> None:
    texts = [claim.text for claim in linked.claims.values()]
    texts += [cited.text for claim in linked.claims.values() for cited in claim.evidence]
    texts += [
        name.name for kind in KINDS for e in linked.library.of(kind).values() for name in names.all_names(e)
    ]
    texts += [name for its in absent.countries(linked) for name in its]
    texts += [
        "US$1,000.50 U.S. 13th 32nd 14,8% 800bn 12-KL/TW COP28 $286.3",
        "People's peoples’ Việt Nam Đổi mới",
        unicodedata.normalize("NFD", "Đối tác chiến lược toàn diện, Łódź, Øresund"),
        "a_b c__d 1,2,3 1.2.3 ４２ ﬁ № ½ x² 漢字 \u200b\u00a0end",
    ]
    theirs = page.evaluate(
        "texts => bambooSearch.ready().then(() => texts.map(text => bambooSearch.words(text)))", texts
    )
    differing = [
        (text, fold.words(text), other)
        for text, other in zip(texts, theirs, strict=True)
        if fold.words(text) != other
    ]
    assert differing == []


def test_the_index_is_small(site: Path) -> None:
    scripts = sorted((site / "search").iterdir())
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) <= LARGEST


def test_whole_pages_are_called_what_the_index_calls_them(site: Path, every: Every) -> None:
    for whole in PAGES:
        with every.test(label_of(whole)):
            title = pages.text(pages.tree(site / whole.address).find(".//title"))
            assert title == f"{whole.title} – Bamboo", whole


def test_the_index_leads_to_pages_that_exist(page: Page, site: Path, every: Every) -> None:
    found = page.evaluate("() => bambooSearch.ready().then(() => bambooSearch.all.map(one => one.url))")
    assert len(found) > 60
    for address in found:
        with every.test(label_of(address)):
            path, _, anchor = address.partition("#")
            assert (site / path).is_file(), address
            assert not anchor or anchor in pages.anchors(site / path), address


def test_without_a_script_every_name_is_in_the_list(site: Path, linked: Graph, every: Every) -> None:
    rows = {
        (pages.text(link), link.get("href").removeprefix("../"))
        for path in (site / "a-z").glob("*.html")
        for link in pages.tree(path).xpath("//ul[@class='azlist']/li/a")
    }
    for kind in KINDS:
        for entry in linked.library.of(kind).values():
            address = places.entity(kind, entry.id)
            for name in names.all_names(entry):
                with every.test(label_of(name)):
                    own = {name.name, f"[{name.name}]"}  # an untitled text stands under the editors' title
                    assert any((shown, address) in rows for shown in own), name
    assert {(str(year), places.year(year)) for year in linked.years} <= rows


# --- many claims: parts -----------------------------------------------------------------------------


@pytest.fixture
def parted(
    browser: Browser, site: Path, linked: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Page]:
    """The search page of a site whose index is in parts of 5 claims."""
    for name in ("WHOLE", "NEWEST", "PART"):
        monkeypatch.setattr(index, name, 5)
    folder = with_index(site, tmp_path, search.files(linked))
    context = browser.new_context()
    opened = context.new_page()
    opened.goto((folder / "search.html").as_uri())
    yield opened
    context.close()


def with_index(site: Path, folder: Path, files: tuple[search.File, ...]) -> Path:
    """A site's search page and assets with another index."""
    shutil.copytree(site / "assets", folder / "assets", dirs_exist_ok=True)
    shutil.copy(site / "search.html", folder)
    (folder / "search").mkdir()
    for file in files:
        (folder / file.address).write_text(file.text, encoding="utf-8")
    return folder


def _note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


def test_parts_are_read_where_they_can_answer(parted: Page, page: Page, every: Every) -> None:
    queries = [
        "Luong Cuong",
        "286.3",
        "Malaisia",
        "Mông Cổ",
        "halal",
        "resolution 36",
        "to lam",
        "waterfall visitors",
        "september 2023",
        '"inseparable part"',
    ]
    for query in queries:
        with every.test(label_of(query)):
            asked: list[str] = []
            watch = partial(_note, asked)
            parted.on("request", watch)
            found = parted.evaluate(
                """async query => {
              await bambooSearch.ready();
              while (await bambooSearch.more(query));
              return bambooSearch.find(query).results.map(one => one.url).sort();
            }""",
                query,
            )
            assert found == sorted(ask(page, [query])[0]["urls"]), query
            assert found, query
            assert len(asked) < 9, f"{query} read {len(asked)} of 10 parts"
            parted.remove_listener("request", watch)
            parted.reload()


def test_what_is_not_read_is_told_and_read_when_asked(parted: Page, site: Path, linked: Graph) -> None:
    parted.goto(parted.url + "?q=2024")
    parted.locator(".results__unread").wait_for()
    before = parted.locator(".results__status").inner_text()
    parted.get_by_role("button", name="Search them too").click()
    parted.locator(".results__unread").wait_for(state="detached")
    assert parted.locator(".results__status").inner_text() != before


def test_two_indexes_of_the_same_data_are_the_same(linked: Graph) -> None:
    assert search.files(linked) == search.files(linked)


def test_no_claims_at_all(browser: Browser, site: Path, linked: Graph, tmp_path: Path) -> None:
    empty = dataclasses.replace(linked, claims={}, _naming={})
    folder = with_index(site, tmp_path, search.files(empty))
    context = browser.new_context()
    opened = context.new_page()
    opened.goto((folder / "search.html").as_uri())
    assert addresses(ask(opened, ["japan"])[0])[0] == "partners/japan"
    context.close()


# --- texts that would act -----------------------------------------------------------------------------

GO = """query => {
  history.replaceState(null, "", "?q=" + encodeURIComponent(query));
  dispatchEvent(new PopStateEvent("popstate"));
}"""

HOSTILE = (
    "Hostile</script><script>window.acted=1</script><img src=x onerror=window.acted=2> & <b>bold</b> {{ 7 }}"
    " \u2028 window.acted=3 \u2029 ]]> <!-- \\u003c `${window.acted=4}` ' \" =cmd()"
)


def hostile(linked: Graph) -> Graph:
    """A graph with a claim of text that would act."""
    ident, claim = next(iter(linked.claims.items()))
    cited = dataclasses.replace(claim.evidence[0], text=f"{HOSTILE} in evidence")
    bad = dataclasses.replace(
        claim, text=f"=1+1 {HOSTILE}", title=f"=1+1 {HOSTILE}", speakers=(), evidence=(cited,)
    )
    return dataclasses.replace(linked, claims={**linked.claims, ident: bad})


def test_a_script_of_the_index_is_one_line_of_harmless_text(linked: Graph) -> None:
    core, *_ = search.files(hostile(linked))
    assert not set("<>\u2028\u2029") & set(core.text)
    assert core.text.count("\n") == 1
    start, end = core.text.index("{"), core.text.rindex("}") + 1
    rows = json.loads(core.text[start:end])["claims"]
    assert any(f"=1+1 {HOSTILE}" in row for row in rows)


def test_text_from_data_is_text(browser: Browser, site: Path, linked: Graph, tmp_path: Path) -> None:
    folder = with_index(site, tmp_path, search.files(hostile(linked)))
    context = browser.new_context()
    opened = context.new_page()
    opened.goto((folder / "search.html").as_uri() + "?q=hostile+evidence")
    result = opened.locator("ol.results > li.result")
    result.wait_for()
    assert "<b>bold</b>" in result.inner_text()
    assert "</script>" in result.locator("blockquote").inner_text()
    with opened.expect_download() as saved:
        opened.get_by_role("button", name="CSV").click()
    rows = Path(saved.value.path()).read_bytes().decode("utf-8")
    assert rows.startswith("\ufeffkind,title,")
    assert "\"'=1+1 Hostile" in rows
    assert opened.evaluate("window.acted") is None
    shutil.copy(site / "index.html", folder)
    opened.goto((folder / "index.html").as_uri())
    opened.keyboard.press("/")
    opened.keyboard.type("hostile bold")
    opened.get_by_role("option").first.wait_for()
    assert opened.evaluate("window.acted") is None
    context.close()


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=window.acted=1>",
        "%3Cscript%3E",
        "__proto__ constructor",
        "a" * 5000,
        '"',
        '""',
        "((((",
        "\\",
        "\u0301",
        "🎋",
    ],
)
def test_a_query_that_would_act(query: str, page: Page) -> None:
    page.evaluate(GO, query)
    page.locator(".results__none, .results__hints:visible").first.wait_for()
    assert page.evaluate("window.acted") is None
