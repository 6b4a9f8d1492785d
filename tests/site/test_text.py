"""Text from data is text: nothing in it acts in a page, whatever it looks like."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pages
import project
import pytest
from every import Every
from labels import label_of

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</h1></article></div><b>out</b>",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "[click](javascript:alert(1)) ![x](http://example.com/x.png)",
    "# heading *strong* _em_ `code` ~~gone~~ | table |",
    '--8<-- "CONTRIBUTING.md" !!! note [TOC] *[HTML]: x',
    "--- title: stolen ---",
    "a {#stolen .class onclick=alert(1)}",
    "\\ \" ' & &amp; &#39; <!-- --> ]]>",
    "=cmd|' /C calc'!A0",
    "https://example.com www.example.com a@example.com",
    "Tiếng Việt: Đặng, ỹ, “ngoặc”, 越南, 🎋",
]


def nearly(text: str) -> str:
    """The qualifier of the value 8, but where the text prints a bare 8 that is to be the same number."""
    return "" if "8" in text else "nearly "


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base project with a fact, a partner, a term and a theme for each hostile text."""
    folder = project.base(tmp_path_factory.mktemp("hostile"))
    seed = "".join(
        f"In 2024, {text}, {text}. In 2023, {nearly(text)}8 cases of row A{number}. "
        f"In 2022, 7 cases of row A{number}. In 2021, 9 cases of row A{number}.\n"
        for number, text in enumerate(HOSTILE)
    )
    card = (
        f"working_title: A hostile text\nshort_name: Hostile\nlanguage: en\nseed: hostile.txt\nabout: 2024\n"
        f"sha256: {hashlib.sha256(seed.encode()).hexdigest()}\n"
    )
    project.change(folder, {"add": {"seeds/hostile.txt": seed, "data/sources/hostile.yml": card}})
    for number, text in enumerate(HOSTILE):
        fact = json.dumps(f"In 2024, {text}, {text}.", ensure_ascii=False)
        count = json.dumps(f"In 2023, {nearly(text)}8 cases of row A{number}.")
        before = json.dumps(f"In 2022, 7 cases of row A{number}.")
        first = json.dumps(f"In 2021, 9 cases of row A{number}.")
        said = json.dumps(text, ensure_ascii=False)
        # A name that prints other numbers needs the words that print them too.
        beside = f", context: [{{quote: {fact}}}]" if re.search("[0-69]", text) else ""
        files = {
            f"data/partners/p{number}.yml": f"name: {said}\nkind: group\nalso_known_as: [{{name: {said}}}]\n",
            f"data/terms/t{number}.yml": (
                f"name: {said}\nkind: concept\nexpansion: {said}\nexpansion_by: editor\n"
                f"definition: {{origin: editor, text: {said}}}\n"
            ),
            f"data/themes/x{number}.yml": f"name: {said}\nsummary: {said}\n",
            f"data/people/q{number}.yml": f"name: {said}\nof: p{number}\n",
            f"data/facts/2024/f{number}.yml": (
                f"title: {said}\nclaim: {said}\nkind: event\nwhen: 2024\n"
                f"themes: [x{number}]\npartners: [p{number}]\n"
                f"terms: [t{number}]\npeople: [{{person: q{number}, as: {said}}}]\nnote: {said}\n"
                f"differs: [{{kind: wording, note: {said}}}]\n"
                f"evidence:\n  - source: hostile\n    quote: {fact}\n    context: [{{quote: {count}}}]\n"
            ),
            f"data/indicators/i{number}.yml": (
                f"name: {said}\nunit: {said}\ncounted: {said}\nthemes: [x{number}]\n"
                f"partners: [p{number}]\nobservations:\n"
                f"  - period: 2023\n    reports: [{{source: hostile, value: 8, "
                f"qualifier: {nearly(text).strip() or 'exact'}, "
                f"scope: {said}, quote: {count}{beside}}}]\n"
                f"  - period: 2022\n    reports: [{{source: hostile, value: 7, qualifier: exact, "
                f"scope: {said}, quote: {before}{beside}}}]\n"
                f"  - period: 2021\n    reports: [{{source: hostile, value: 9, qualifier: exact, "
                f"scope: {said}, quote: {first}{beside}}}]\n"
            ),
        }
        project.change(folder, {"add": files})
    done = project.bamboo(project.with_program(folder), "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_no_hostile_text_makes_an_element(hostile_site: Path, every: Every) -> None:
    for path in pages.all_pages(hostile_site):
        with every.test(label_of(path)):
            page = pages.tree(path)
            scripts = {script.get("src") or script.get("id") or "inline" for script in page.iter("script")}
            assert "alert(1)" not in "".join(s.text or "" for s in page.iter("script") if s.get("id") is None)
            assert scripts
            for element in page.iter():
                if isinstance(element.tag, str):
                    assert not any(name.startswith("on") for name in element.attrib), path
                    assert element.get("id") != "stolen"
                    assert "stolen" not in (element.get("class") or "").split()
            for reference in pages.references(hostile_site, path):
                assert not reference.address.startswith("javascript:")
                assert "example.com" not in reference.address


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_texts_are_shown_as_they_are(hostile_site: Path, number: int, every: Every) -> None:
    said = " ".join(HOSTILE[number].split())
    drawn = pages.tree(hostile_site / f"figures/i{number}.html").get_element_by_id(f"chart-i{number}-title")
    assert drawn.text == f"{said}: 9 {said} in 2021; {nearly(HOSTILE[number])}8 {said} in 2023"
    assert len(drawn.getparent().find_class("chart__end")) == 3
    for name in (f"partners/p{number}", f"terms/t{number}", f"themes/x{number}", f"people/q{number}"):
        with every.test(label_of(name)):
            page = pages.tree(hostile_site / f"{name}.html")
            assert pages.text(page.xpath("//h1")[0]).removesuffix("¶").strip() == said
            section = name.partition("/")[0].capitalize()
            whole = f"{HOSTILE[number]} – {section} – Bamboo"
            tabs = {whole, f"{HOSTILE[number]} – Bamboo", HOSTILE[number]}  # as much as fits
            assert page.xpath("//title")[0].text_content().strip() in tabs
            assert page.xpath("//meta[@property='og:title']/@content") == [HOSTILE[number]]
            for description in page.xpath(
                "//meta[@name='description' or @property='og:description']/@content"
            ):
                assert description.startswith(HOSTILE[number])
    for name in (f"facts/2024/f{number}", f"figures/i{number}", "years/2024"):
        with every.test(label_of(name)):
            assert said in pages.text(pages.tree(hostile_site / f"{name}.html")), name
    letters = [pages.text(pages.tree(path)) for path in (hostile_site / "a-z").glob("*.html")]
    assert any(said in letter for letter in letters)
    assert said in [
        f["claim"] for f in json.loads((hostile_site / "data/v1/facts.json").read_text(encoding="utf-8"))
    ]
