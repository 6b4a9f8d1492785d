"""Charts say what the public data says: every value, its qualifier, who gives it, and nothing beside it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import drawn as read
import pages
import project
import pytest
from bamboo.data import dates
from bamboo.graph import wording
from bamboo.site.blocks.chart import ChartView, Mark
from bamboo.site.blocks.links import Link
from bamboo.site.charts import bars, letters
from claims import data, value_of, years
from every import Every
from labels import label_of
from lxml import html

Key = tuple[str, float, str]


def values(indicator: dict[str, Any], within: set[str] | None = None) -> dict[Key, list[dict[str, Any]]]:
    """The reports of an indicator by period, value and qualifier, newest period first."""
    found: dict[Key, list[dict[str, Any]]] = {}
    for observation in indicator["observations"]:
        if within is None or within.issuperset(years(observation["period"])):
            for row in observation["reports"]:
                found.setdefault((observation["period"], row["value"], row["qualifier"]), []).append(row)
    return found


def chart_of(site: Path, address: str, ident: str) -> html.HtmlElement | None:
    found = pages.tree(site / address).xpath(
        f"//*[local-name()='svg'][starts-with(@aria-labelledby, '{ident}-title')]"
    )
    assert len(found) < 2
    return found[0] if found else None


def assert_bars(svg: html.HtmlElement, expected: dict[Key, list[dict[str, Any]]]) -> None:
    """One bar for each value, as long as the value asks, with the sign of its qualifier and its label."""
    bars = read.bars(svg)
    assert len(bars) == len(expected)
    # The scale of all is one: it follows from the longest.
    unit = max(abs(bar.length) for bar in bars) / max(abs(value) for _, value, _ in expected)
    for bar, ((_, value, qualifier), rows) in zip(bars, expected.items(), strict=True):
        assert bar.length == pytest.approx(value * unit, abs=0.02)
        assert bar.style == ("expected" if qualifier.startswith("expected") else "bar")
        assert bar.signs == read.OPEN.get(qualifier, set())
        assert value_of(rows[0]) in " ".join(said for _, said in bar.lead)


SERIES = 3  # periods from which a figure has a chart


def numbered(block: html.HtmlElement) -> list[tuple[str, list[tuple[str, str]]]]:
    """Large numbers as shown: each period with its values and where they lead."""
    return [
        (
            pages.text(period.find("dt")),
            [(pages.text(a), str(a.get("href"))) for a in period.find_class("numbers__value")],
        )
        for period in block.xpath(".//dl[contains(@class, 'numbers')]/div")
    ]


def said_of(indicator: dict[str, Any]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What large numbers have to say of an indicator, the earlier period first."""
    return [
        (
            dates.words(row["period"]),
            [(said, row["url"]) for said in dict.fromkeys(map(value_of, row["reports"]))],
        )
        for row in reversed(indicator["observations"])
    ]


def test_a_figure_of_one_or_two_periods_is_large_numbers_with_their_proof(site: Path, every: Every) -> None:
    shown = 0
    for indicator in data(site, "indicators"):
        with every.test(label_of(indicator)):
            page = pages.tree(site / indicator["url"])
            if len(indicator["observations"]) >= SERIES:
                assert page.find_class("numbered") == []
                continue
            (block,) = page.find_class("numbered")
            here = indicator["url"].partition("#")[0]
            assert numbered(block) == [
                (period, [(said, url.removeprefix(here)) for said, url in found])
                for period, found in said_of(indicator)
            ]
            sources = {str(a.get("href")) for a in block.xpath(".//span[@class='note']/a")}
            reports = [row for observation in indicator["observations"] for row in observation["reports"]]
            assert sources == {f"../sources/{row['source']}.html" for row in reports}
            for row in reports:
                assert (row["scope"] or "") in pages.text(block)
            shown += 1
    assert shown >= 5


def test_a_figure_of_three_periods_has_a_chart_of_every_value(site: Path, every: Every) -> None:
    names = {source["id"]: called(source) for source in data(site, "sources")}
    charted = 0
    for indicator in data(site, "indicators"):
        with every.test(label_of(indicator)):
            svg = chart_of(site, indicator["url"], f"chart-{indicator['id']}")
            if len(indicator["observations"]) < SERIES:
                assert svg is None
                continue
            assert svg is not None
            expected = values(indicator)
            assert_bars(svg, expected)
            charted += 1
            for bar, rows in zip(read.bars(svg), expected.values(), strict=True):
                said = " ".join(words for style, words in bar.lead if style == "source")
                assert said == ", ".join(dict.fromkeys(names[row["source"]] for row in rows))
                labels = [words for style, words in bar.lead if style == "value"]
                assert labels == [value_of(rows[0])]
            finding = pages.text(pages.tree(site / indicator["url"]).find_class("pictured__finding")[0])
            for end in (indicator["observations"][0], indicator["observations"][-1]):
                assert f"in {end['period']}" in finding
                assert all(value_of(row) in finding for row in end["reports"])
    assert charted


def test_sources_that_differ_are_two_marks_side_by_side(site: Path) -> None:
    svg = chart_of(site, "figures/trade-turnover.html", "chart-trade-turnover")
    assert svg is not None
    first, second, third = read.bars(svg)[:3]
    assert [bar.length for bar in (first, second, third)] == [first.length] * 3
    assert ("value", "US$800 billion") in first.lead
    assert ("value", "over US$800 billion (expected)") in second.lead
    assert ("value", "nearly US$800 billion") in third.lead
    assert [{*bar.signs} for bar in (first, second, third)] == [set(), {"more"}, {"less"}]
    assert (first.style, second.style, third.style) == ("bar", "expected", "bar")
    key = pages.text(pages.tree(site / "figures/trade-turnover.html").find_class("key")[0])
    assert "nearly: less than the number" in key
    assert "expected to be more" in key
    assert "at least" not in key


def test_the_table_beneath_a_chart_gives_every_report(site: Path, every: Every) -> None:
    for indicator in data(site, "indicators"):
        with every.test(label_of(indicator)):
            page = pages.tree(site / indicator["url"])
            csv = f"../data/v1/indicators/{indicator['id']}.csv"
            assert csv in page.xpath("//a[@download]/@href")
            assert (site / "figures" / csv).resolve().is_file()
            if len(indicator["observations"]) < SERIES:
                assert page.find_class("reports") == []
                continue
            (table,) = page.find_class("reports")
            rows = [[pages.text(cell) for cell in row] for row in table.xpath("./tbody/tr")]
            reports = [row for observation in indicator["observations"] for row in observation["reports"]]
            expected = {(value_of(row), row["scope"] or "as said above") for row in reports}
            scopes = any("scope" in row for row in reports)
            assert {(row[1], row[2] if scopes else "as said above") for row in rows} == expected
            links = {
                str(a.get("href")).rpartition("/")[2].removesuffix(".html")
                for a in table.xpath("./tbody//td//a")
            }
            assert links == {row["source"] for row in reports}


def assert_says_what_is_counted(element: html.HtmlElement, observations: list[dict[str, Any]]) -> None:
    """Where the sources of two periods word otherwise what they count, each is there in their words."""
    scopes = {
        row["period"]: {report["scope"] for report in row["reports"] if report["scope"]}
        for row in observations
    }
    differ = len({frozenset(found) for found in scopes.values()}) > 1
    said = "".join(pages.text(note) for note in element.find_class("note"))
    assert ("Counted: " in said) == differ
    for period, found in scopes.items():
        for scope in found if differ else ():
            assert scope in said
            assert period[:4] in said


def called(source: dict[str, Any]) -> str:
    """A source as notes call it: in quotes, where that is how its title begins."""
    short = str(source["short_name"])
    return f"“{short}”" if (source["title"] or "").startswith(short) else short


def test_small_charts_lead_to_their_figures(site: Path, every: Every) -> None:
    several = [i for i in data(site, "indicators") if len(i["observations"]) >= SERIES]
    assert several
    small = pages.tree(site / "figures/index.html").find_class("small")
    assert len(small) == len(several)
    for indicator, figure in zip(several, small, strict=True):
        with every.test(label_of(indicator, figure)):
            assert figure.xpath("./figcaption/a/@href") == [indicator["url"].removeprefix("figures/")]
            assert_says_what_is_counted(figure, indicator["observations"])
            lengths = {len(observation["period"]) for observation in indicator["observations"]}
            assert ("not equally long" in pages.text(figure)) == (len(lengths) > 1)
            assert_bars(figure.xpath("./*[local-name()='svg']")[0], values(indicator))


def beside(page: html.HtmlElement) -> list[tuple[str, list[tuple[str, list[tuple[str, str]]]]]]:
    """The figures in large numbers beside each other: the address of each, and its numbers."""
    return [
        (str(item.xpath("./p[1]/a/@href")[0]), numbered(item))
        for item in page.xpath("//ul[contains(@class, 'beside-each')]/li")
    ]


def test_figures_of_two_periods_are_beside_each_other_on_the_index(site: Path) -> None:
    expected = [
        (
            i["url"].removeprefix("figures/"),
            [
                (period, [(said, url.removeprefix("figures/")) for said, url in found])
                for period, found in said_of(i)
            ],
        )
        for i in data(site, "indicators")
        if len(i["observations"]) == 2
    ]
    assert len(expected) >= 3
    page = pages.tree(site / "figures/index.html")
    assert beside(page) == expected
    figures = {i["url"].removeprefix("figures/"): i for i in data(site, "indicators")}
    for item in page.xpath("//ul[contains(@class, 'beside-each')]/li"):
        assert_says_what_is_counted(item, figures[item.xpath("./p[1]/a/@href")[0]]["observations"])


def test_a_year_shows_its_figures_beside_those_of_the_year_before(site: Path, every: Every) -> None:
    shown = 0
    for year in data(site, "years"):
        with every.test(label_of(year)):
            within = (str(int(year["id"]) - 1), year["id"])
            expected = []
            for i in data(site, "indicators"):
                found = [row for row in reversed(i["observations"]) if row["period"] in within]
                if len(found) == 2:
                    numbers = [
                        (
                            row["period"],
                            [
                                (said, f"../{row['url']}")
                                for said in dict.fromkeys(map(value_of, row["reports"]))
                            ],
                        )
                        for row in found
                    ]
                    expected.append((f"../{i['url']}", numbers))
            assert beside(pages.tree(site / year["url"])) == expected
            shown += len(expected)
    assert shown >= 5


def svgs(site: Path) -> list[tuple[Path, html.HtmlElement]]:
    return [(path, svg) for path in pages.all_pages(site) for svg in pages.tree(path).find_class("chart")]


def test_charts_bring_no_colour_no_script_and_nothing_from_elsewhere(site: Path, every: Every) -> None:
    found = svgs(site)
    assert len(found) > 3
    sheets = project.ROOT / "hooks/bamboo/site/styles/blocks"
    css = "".join((sheets / name).read_text(encoding="utf-8") for name in ("chart.css", "picture.css"))
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl|url\(", css)
    styles = {str(e.get("class")) for _, svg in found for e in svg.iter() if e is not svg and e.get("class")}
    assert all(f".{part}" in css for style in styles for part in style.split())
    for path, svg in found:
        for element in svg.iter():
            with every.test(label_of(element)):
                assert element.tag in ("svg", "g", "path", "line", "text", "title", "desc"), path
                assert not {"style", "fill", "stroke", "href", "onload", "font-family"} & set(element.attrib)
                for name, value in element.attrib.items():
                    assert not re.search(r"#|:|\(.*[a-z]", value), (path, name, value)


def test_ids_are_unique_and_a_chart_is_told_in_words(site: Path, every: Every) -> None:
    for path, svg in svgs(site):
        with every.test(label_of(path, svg)):
            if svg.get("aria-hidden"):
                continue
            assert svg.get("role") == "img"
            page = pages.tree(path)
            title, desc = (page.get_element_by_id(ident) for ident in svg.get("aria-labelledby").split())
            assert title.text
            assert desc.text
            for label in (e.text for e in read.drawn(svg, "value")):
                assert label in desc.text
            idents = page.xpath("//@id")
            assert len(idents) == len(set(idents)), path


def test_another_process_in_another_country_draws_the_same(tmp_path: Path, every: Every) -> None:
    folder = project.copy_of_the_data(tmp_path)
    for name, environment in {"here": {}, "there": {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"}}.items():
        with every.test(label_of(name, environment)):
            done = project.bamboo(
                folder, "pages", str(tmp_path / name), PYTHONHASHSEED=str(len(name)), **environment
            )
            assert done.returncode == 0, done.stderr
    here, there = (
        {p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*") if p.is_file()}
        for name in ("here", "there")
    )
    assert here == there


def mark(period: int, value: float, qualifier: str = "exact", scope: str = "", months: int = 12) -> Mark:
    """A value of a year, or of its first months."""
    last = date(period, 12, 31) if months == 12 else date(period, months + 1, 1)
    return Mark(
        str(period),
        date(period, 1, 1).toordinal(),
        last.toordinal() - (months != 12),
        value,
        qualifier,
        wording.value(value, qualifier),
        ("A source",),
        (scope,) if scope else (),
    )


def made(*marks: Mark, title: str = "Trade", small: bool = False) -> ChartView:
    return ChartView("chart-made", title, title, marks, (), (), Link("Trade", "figures/trade.html"), small)


def parsed(found: ChartView) -> html.HtmlElement:
    return html.fromstring(str(bars.svg(found)))


@pytest.mark.parametrize("small", [False, True])
def test_below_zero_and_nothing_at_all(small: bool) -> None:
    below = read.bars(parsed(made(mark(2024, -4, "nearly"), mark(2023, 2), small=small)))
    assert below[0].length == pytest.approx(-2 * below[1].length, abs=0.02)
    nothing = read.bars(parsed(made(mark(2024, 0), mark(2023, 0, "about"), small=small)))
    assert [bar.length for bar in nothing] == [0, 0]


HOSTILE = [
    "<script>alert(1)</script>",
    "]]></desc></svg><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} datum.value 'url(http://example.com)' &lt;",
    "W" * 300,
    "Tiếng Việt: Đặng, ỹ, “ngoặc”, 越南, 🎋",
]


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_names_are_words(said: str) -> None:
    marks = [
        Mark(said, m.first, m.last, m.value, m.qualifier, m.label, (said,), (said,))
        for m in (mark(2024, 9), mark(2023, 7))
    ]
    svg = parsed(made(*marks, title=said))
    assert {e.tag for e in svg.iter()} <= {"svg", "g", "path", "line", "text", "title", "desc"}
    assert not [name for e in svg.iter() for name in e.attrib if name.startswith("on")]
    assert svg.xpath("./title")[0].text == svg.xpath("./desc")[0].text == said
    printed = "".join(e.text for e in read.drawn(svg, "source") if e.text)
    assert printed.replace(" ", "").startswith(said.replace(" ", "")[:60])


@pytest.mark.parametrize("text", [*HOSTILE, "", "a b", "Ngày " * 60])
@pytest.mark.parametrize("most", [1, 3])
def test_lines_fit_and_lose_no_word_unseen(text: str, most: int) -> None:
    lines = letters.lines(text, 12, 200, most)
    assert len(lines) <= most
    assert all(letters.width(line, 12) <= 200 for line in lines)
    kept = "".join("".join(lines).split())
    whole = "".join(text.split())
    assert kept == whole or (kept.endswith("…") and whole.startswith(kept[:-1]))
