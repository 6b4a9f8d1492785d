"""Pictures of the whole say what the public data says, each with its finding, source line, proof and file."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path
from xml.etree import ElementTree

import drawn as read
import pages
import project
import pytest
from bamboo.build import build
from bamboo.site.blocks.picture import Block, Blocks, Days, DaysOf, Heat, Picture
from bamboo.site.charts import shapes, standalone
from claims import claims, covered, data, years
from every import Every
from labels import label_of
from lxml import html

SVG = "{http://www.w3.org/2000/svg}"
DONE = ("upgraded", "established")


def pictured(site: Path, ident: str) -> html.HtmlElement:
    """The figure under the heading of this id."""
    heading = pages.tree(site / "charts.html").get_element_by_id(ident)
    found = heading.xpath("following-sibling::figure[1]")
    assert found[0].get("class") == "pictured"
    element = found[0]
    assert isinstance(element, html.HtmlElement)
    return element


def behind(figure: html.HtmlElement) -> dict[str, set[tuple[str, str]]]:
    """What the picture is said to rest on: by heading, the labels and addresses."""
    (box,) = figure.find_class("pictured__behind")
    return {
        pages.text(dt): {(pages.text(a), str(a.get("href"))) for a in dt.getnext().iter("a")}
        for dt in box.iter("dt")
    }


def test_changes_of_tier_are_those_of_the_data(site: Path) -> None:
    figure = pictured(site, "changes-of-tier")
    names = {partner["id"]: partner["name"] for partner in data(site, "partners")}
    tiers = {term["id"]: term["name"] for term in data(site, "terms")}
    expected: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for fact in data(site, "facts"):
        relation = fact["relation"]
        if relation and relation["change"] in DONE:
            tier = tiers[relation["tier"]]
            heading = f"{fact['when'][:4]}: {tier[0].upper()}{tier[1:]}"
            expected[heading].add((names[relation["partner"]], fact["url"]))
    assert behind(figure) == expected
    svg = figure.xpath("./*[local-name()='svg']")[0]
    assert len(read.drawn(svg, "bar")) == sum(map(len, expected.values()))
    printed = " ".join(e.text for e in read.drawn(svg, "source"))
    assert all(name in printed for found in expected.values() for name, _ in found)


def test_the_finding_on_tiers_follows_from_the_data(site: Path) -> None:
    finding = pages.text(pictured(site, "changes-of-tier").find_class("pictured__finding")[0])
    assert finding == (
        "Relations with four partners were raised or established in 2024, "
        "two of them to comprehensive strategic partnership"
    )


def test_statements_by_theme_and_year_are_counted(site: Path, every: Every) -> None:
    figure = pictured(site, "statements-by-theme")
    svg = figure.xpath("./*[local-name()='svg']")[0]
    found = claims(site)
    columns = {read.moved(e)[0]: e.text for e in read.drawn(svg, "period")}
    assert list(columns.values()) == covered(site)
    heads = sorted((read.moved(e)[1], e.text) for e in read.drawn(svg, "source"))
    shown: dict[tuple[str, str], str] = {}
    themes = {theme["name"]: theme for theme in data(site, "themes")}
    rows = {said: y for y, said in heads if said in themes}
    assert len(rows) > 3
    for said, y in rows.items():
        for e in read.drawn(svg, "count"):
            x, height = read.moved(e)
            if abs(height - y) < 3:
                shown[said, columns[x]] = e.text
    for name, theme in themes.items():
        with every.test(label_of(theme)):
            counts = Counter(year for i in theme["claims"] for year in years(found[i]["when"]))
            for year in covered(site):
                if name in rows:
                    assert shown.get((name, year), "0") == str(counts[year])
            said = {(y, n) for y, n in behind(figure).get(name, set()) if y in covered(site)}
            assert {y for y, _ in said} == {y for y in covered(site) if counts[y]}


def test_the_calendar_marks_what_the_timeline_dates(site: Path) -> None:
    figure = pictured(site, "dated-events")
    sections = [
        (pages.text(section.find("h3")), section.xpath("./ul/li/div/a"))
        for section in pages.tree(site / "timeline.html").xpath("//section[starts-with(@id, 'in-')]")
        if re.fullmatch(r"in-\d{4}-\d\d", section.get("id"))
    ]
    assert behind(figure) == {
        heading: {(pages.text(a), str(a.get("href"))) for a in links} for heading, links in sections
    }
    svg = figure.xpath("./*[local-name()='svg']")[0]
    facts = {fact["url"]: fact for fact in data(site, "facts")}
    whens = [facts[str(a.get("href"))]["when"].rstrip("~?%") for _, links in sections for a in links]
    assert len(read.drawn(svg, "open")) == sum(len(when) == 7 for when in whens)
    assert len(read.drawn(svg, "dot")) == sum(len(when) > 7 for when in whens)
    assert len(read.drawn(svg, "line")) == len(sections)
    assert pages.text(figure.find_class("pictured__finding")[0]).startswith(f"Of {len(whens)} dated events, ")


def test_a_picture_leads_to_its_file_and_says_its_sources(site: Path, every: Every) -> None:
    shown = pages.tree(site / "charts.html").find_class("pictured")
    assert len(shown) >= 2
    for figure in shown:
        with every.test(label_of(pages.text(figure)[:40])):
            (take,) = figure.find_class("pictured__take")
            (file,) = take.xpath("./a[@download]/@href")
            document = ElementTree.parse(site / file).getroot()
            assert document.tag == f"{SVG}svg"
            title = document.find(f"{SVG}title")
            assert title is not None
            assert title.text == pages.text(figure.find_class("pictured__finding")[0])
            words = [e.text or "" for e in document.iter(f"{SVG}text")]
            source = pages.text(figure.find_class("pictured__source")[0])
            assert source.startswith("Bamboo, from ")
            assert source in " ".join(words)
            # Every mark of the page is in the file.
            for style in ("bar", "count"):
                inside = [e for e in document.iter() if (e.get("class") or "").startswith(f"chart__{style}")]
                assert len(inside) == len(read.drawn(figure.find_class("chart")[0], style))
            (link,) = document.iter(f"{SVG}a")
            page, _, anchor = str(link.get("href")).removeprefix("../").partition("#")
            assert anchor in pages.anchors(site / page)
            (embed,) = figure.find_class("pictured__embed")
            assert f'<iframe src="{file}"' in pages.text(embed)


def test_files_ask_for_nothing_and_every_style_is_theirs(site: Path, every: Every) -> None:
    files = sorted((site / "charts").glob("*.svg"))
    assert {"changes-of-tier.svg", "trade-turnover.svg"} <= {file.name for file in files}
    for file in files:
        with every.test(label_of(file)):
            text = file.read_text(encoding="utf-8")
            assert not re.search(r"url\(|@import|<script|<image|<use| on\w+=", text)
            assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
            style = text.partition("<style>")[2].partition("</style>")[0]
            used = {c for e in ElementTree.fromstring(text).iter() for c in (e.get("class") or "").split()}
            coloured = used - {"chart__value", "chart__count"}  # in the colour of all text
            assert all(f".{name}" in style for name in coloured)


def test_with_an_address_files_and_embedding_name_it_in_full(tmp_path: Path) -> None:
    made = build(project.copy_of_the_data(tmp_path / "project"), "https://example.org/b/")
    files = {file.address: file.content.decode() for file in made.files if file.address.endswith(".svg")}
    assert 'href="https://example.org/b/charts.html#changes-of-tier"' in files["charts/changes-of-tier.svg"]
    page = next(page.text for page in made.pages if page.path == "charts.md")
    assert "https://example.org/b/charts/changes-of-tier.svg" in page


def test_without_claims_there_is_no_picture(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    project.change(folder, {"remove": ["data", "seeds"]})
    (folder / "data").mkdir()
    made = build(folder)
    assert [file.address for file in made.files if file.address.startswith("charts/")] == []


# --- what the live data does not have --------------------------------------------------------------

HOSTILE = "</style><script>alert(1)</script> & <b> {{ 7 * 7 }} " + "W" * 90


def picture(drawn: Blocks | Heat | Days) -> Picture:
    return Picture("made", "charts.html#made", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, drawn, ())


@pytest.mark.parametrize(
    "drawn",
    [
        Blocks(((HOSTILE, (Block(HOSTILE, (HOSTILE, "b")), Block("c", ("d",) * 60))),)),
        Heat(("2023", "2024"), ((HOSTILE, (0, 1)), ("b", (1000, 12)))),
        Heat((), ()),
        Days((DaysOf("Feb 2024", 29, ((1, 1), (28, 29)), 2), DaysOf("May 2024", 31, (), 1))),
    ],
)
def test_hostile_names_and_odd_sizes_stay_inside(drawn: Blocks | Heat | Days) -> None:
    svg = html.fromstring(str(shapes.svg(picture(drawn))))
    assert {e.tag for e in svg.iter()} <= {"svg", "g", "path", "line", "text", "title", "desc"}
    width, height = map(float, svg.get("viewbox").split()[2:])
    for e in svg.iter("text", "line"):
        x, y = read.moved(e)
        assert 0 <= x <= width
        assert 0 <= y <= height
    root = ElementTree.fromstring(standalone.document(picture(drawn)))
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
        *("svg", "g", "a", "path", "line", "text", "title", "desc", "style"),
    }


def test_shades_grow_with_counts_and_few_is_not_none() -> None:
    found = [shapes.shade(count, 1000) for count in range(1, 1001)]
    assert found == sorted(found)
    assert set(found) == {1, 2, 3, 4, 5}
    assert shapes.shade(1, 1) == 5
