"""The map, its key and its table say the same as the data; so does the home page."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pages
import project
import pytest
from babel import Locale
from bamboo.build import build
from bamboo.graph import claims as graph
from bamboo.graph import wording
from bamboo.graph.claims import Graph
from bamboo.kinds.library import load
from bamboo.reading.names import is_known_iso
from bamboo.site import render
from bamboo.site.blocks.standing import standing
from bamboo.site.blocks.world import PATTERNS, WorldView, world
from bamboo.site.pages.home import home
from bamboo.site.worldmap.shapes import sheet
from claims import claims, data
from every import Every
from labels import label_of
from lxml import html

PAGES = ["index.html", "partners/index.html"]
HOSTILE = "<script>alert(1)</script> \" ' & {{ 7 * 7 }} *x* [y](javascript:z) </svg><b>"


@pytest.fixture(params=PAGES)
def shown(request: pytest.FixtureRequest, site: Path) -> tuple[str, html.HtmlElement]:
    """A page with the map, and the map on it."""
    (drawing,) = pages.tree(site / request.param).find_class("map__sheet")
    return request.param, drawing


def partners(site: Path) -> dict[str, dict[str, Any]]:
    return {partner["id"]: partner for partner in data(site, "partners")}


def newest(site: Path) -> dict[str, dict[str, Any]]:
    """The newest fact that states each partner's tier, by the public data."""
    found: dict[str, dict[str, Any]] = {}
    for fact in sorted(data(site, "facts"), key=lambda fact: str(fact["when"])):
        if "relation" in fact:
            found[fact["relation"]["partner"]] = fact
    return found


def tier_name(site: Path, ident: str) -> str:
    return str(next(term["name"] for term in data(site, "terms") if term["id"] == ident))


def test_each_country_is_on_the_map_or_said_not_to_be_once(
    site: Path, shown: tuple[str, html.HtmlElement]
) -> None:
    page, drawing = shown
    drawn = [target(site, page, link) for link in drawing.iter("a")]
    notes = pages.tree(site / page).find_class("map__note")
    absent = [target(site, page, link) for note in notes for link in note.iter("a")]
    assert sorted(drawn + absent) == sorted(
        partner["url"] for partner in partners(site).values() if partner["kind"] == "country"
    )


def test_each_link_says_name_tier_since_and_claims(
    site: Path, shown: tuple[str, html.HtmlElement], every: Every
) -> None:
    page, drawing = shown
    stated, by_url = newest(site), {partner["url"]: partner for partner in partners(site).values()}
    for link in drawing.iter("a"):
        with every.test(label_of(link)):
            partner = by_url[target(site, page, link)]
            (title,) = link.iter("title")
            many = f"{len(partner['claims'])} statement{'s' if len(partner['claims']) != 1 else ''}"
            if fact := stated.get(partner["id"]):
                relation = fact["relation"]
                said = f"{partner['name']}: {tier_name(site, relation['tier'])}, {relation['change']} "
                assert pages.text(title).startswith(said)
            else:
                assert pages.text(title) == f"{partner['name']}: no tier stated, {many}"
            assert pages.text(title).endswith(f", {many}")


def test_the_key_gives_each_partner_the_tier_of_its_newest_statement(site: Path, every: Every) -> None:
    stated = newest(site)
    (key,) = pages.tree(site / "index.html").find_class("map__key")
    found = {}
    for row in key.iter("div"):
        tier = row.find("dt/span")
        for link in row.find("dd").iter("a"):
            if link.get("href").startswith("partners/"):
                found[link.get("href")] = pages.text(tier)
    for ident, partner in partners(site).items():
        with every.test(label_of(ident, partner)):
            if ident in stated:
                assert found[partner["url"]] == tier_name(site, stated[ident]["relation"]["tier"])
            elif partner["kind"] == "country":
                assert found[partner["url"]] == "countries, no tier stated"
            else:
                assert partner["url"] not in found
    others = pages.tree(site / "index.html").find_class("map__others")[0]
    assert {link.get("href") for link in others.iter("a")} == {
        partner["url"] for partner in partners(site).values() if partner["kind"] != "country"
    }


def test_the_table_has_every_country_with_what_the_map_says(site: Path, every: Every) -> None:
    stated = newest(site)
    (table,) = pages.tree(site / "index.html").find_class("standings")
    rows = {row.find("th/a").get("href"): row for row in table.find("tbody").iter("tr")}
    countries = {p["url"]: p for p in partners(site).values() if p["kind"] == "country"}
    assert set(rows) == set(countries)
    for url, row in rows.items():
        with every.test(label_of(url, row)):
            tier, since, sources, many = (pages.text(cell) for cell in row.findall("td"))
            assert many.split()[0] == str(len(countries[url]["claims"]))
            if fact := stated.get(countries[url]["id"]):
                assert tier == tier_name(site, fact["relation"]["tier"])
                assert since.startswith(fact["relation"]["change"])
                assert row.findall("td")[1].find("a").get("href") == fact["url"]
                assert len(sources.split(", ")) == len({quote["source"] for quote in fact["evidence"]})
            else:
                assert (tier, since, sources) == ("no tier stated", "", "")


def test_the_index_lists_every_partner_by_kind_and_by_name(site: Path, every: Every) -> None:
    page = pages.tree(site / "partners" / "index.html")
    everyone = list(page.find_class("azlist")[0].iter("a"))
    assert [target(site, "partners/index.html", link) for link in everyone] == [
        partner["url"] for partner in sorted(partners(site).values(), key=lambda p: p["name"].casefold())
    ]
    shown = [
        target(site, "partners/index.html", link)
        for group in page.find_class("chips")
        for link in group.iter("a")
    ]
    for partner in partners(site).values():
        with every.test(label_of(partner)):
            assert partner["url"] in shown


def test_tiers_differ_by_pattern_and_by_letters(
    shown: tuple[str, html.HtmlElement], site: Path, every: Every
) -> None:
    page, drawing = shown
    patterns = {pattern.get("id"): pattern for pattern in drawing.iter("pattern")}
    tiers = [ident for ident in patterns if ident != "tone-none"]
    lines = [
        html.tostring(patterns[ident].find("path")) if patterns[ident].find("path") is not None else b""
        for ident in tiers
    ]
    assert len(set(lines)) == len(lines)
    letters = [pages.text(abbr) for abbr in pages.tree(site / page).iter("abbr")]
    assert len(set(letters)) == len(letters) == len(tiers)
    for shape in [*drawing.find_class("map__fill"), *drawing.find_class("map__dot")]:
        with every.test(label_of(shape)):
            assert shape.get("fill").removeprefix("url(#").removesuffix(")") in patterns


def test_the_drawing_has_shapes_of_land_only_and_asks_for_nothing(
    shown: tuple[str, html.HtmlElement], every: Every
) -> None:
    _, drawing = shown
    sheet_paths = {place.path for place in sheet().places.values()} | {sheet().land}
    for element in drawing.iter():
        with every.test(label_of(element)):
            inside_pattern = any(parent.tag == "pattern" for parent in element.iterancestors())
            assert element.tag in (
                "svg",
                "defs",
                "pattern",
                "rect",
                "path",
                "g",
                "title",
                "a",
                "circle",
                "text",
            )
            if element.tag == "path" and not inside_pattern:
                assert element.get("d") in sheet_paths
            for name, value in element.attrib.items():
                assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl|https?:|data:|javascript:", value, re.I), (
                    name,
                    value,
                )
                if name in ("fill", "stroke"):
                    assert value == "none" or re.fullmatch(r"url\(#tone-[\w-]+\)", value)
                assert name != "style" or re.fullmatch(r"--depth:\d+%", value)
    assert [
        pages.text(text) for text in drawing.iter("text") if pages.text(text) not in allowed(drawing)
    ] == []


def allowed(drawing: html.HtmlElement) -> set[str]:
    """Letters are the only words on the map, and the key explains them."""
    return {pages.text(abbr) for abbr in drawing.getroottree().iter("abbr")}


def test_the_map_says_what_it_does_not_decide(shown: tuple[str, html.HtmlElement], site: Path) -> None:
    (note,) = pages.tree(site / shown[0]).find_class("map__note")
    assert "takes no position on any boundary, territory or sea area" in pages.text(note)
    assert "Natural Earth" in pages.text(note)


def test_the_atlas_is_not_published(site: Path) -> None:
    assert not list(site.rglob("world.json"))


def target(site: Path, page: str, link: html.HtmlElement) -> str:
    found = pages.target(site, pages.Reference(page, link.get("href"), False))
    assert found is not None
    assert found[0].is_file()
    return found[0].relative_to(site.resolve()).as_posix()


# Projects made for a purpose ------------------------------------------------------------------------


def with_countries(folder: Path, names: dict[str, str], tiers: dict[str, list[tuple[str, str]]]) -> Path:
    """The base project with partners by ISO code, and (tier, when) statements of some."""
    project.base(folder)
    lines, files = [], {}
    for number, (code, name) in enumerate(names.items()):
        ident = f"c{number}"
        files[f"data/partners/{ident}.yml"] = (
            f"name: {json.dumps(name)}\nkind: country\niso: {json.dumps(code)}\n"
        )
        for row, (tier, when) in enumerate(tiers.get(code, [("", "2024")])):
            quote = f"Row {number} of {row}: in {when}, {tier or 'talks'} with {name}."
            lines.append(quote)
            relation = f"relation: {{partner: {ident}, tier: {slug(tier)}, change: stated}}\n" if tier else ""
            files[f"data/facts/2024/f{number}-{row}.yml"] = (
                f"title: A case\nclaim: {json.dumps(f'In {when}, {tier} with {name}.')}\n"
                f"kind: {'relation' if tier else 'event'}\nwhen: {when}\nthemes: [partnerships]\n"
                f"partners: [{ident}]\n{relation}"
                f"evidence: [{{source: many, quote: {json.dumps(quote)}}}]\n"
            )
    for number, tier in enumerate(dict.fromkeys(t for rows in tiers.values() for t, _ in rows)):
        files[f"data/terms/{slug(tier)}.yml"] = (
            f"name: {tier}\nkind: tier\nrank: {number + 2}\ndefinition: {{origin: editor, text: A tier.}}\n"
        )
    seed = "\n".join(lines) + "\n"
    files["seeds/many.txt"] = seed
    files["data/sources/many.yml"] = (
        f"title: Many\nshort_name: Many\nlanguage: en\nseed: many.txt\n"
        f"sha256: {hashlib.sha256(seed.encode()).hexdigest()}\nabout: 2024\n"
    )
    project.change(folder, {"add": files})
    return folder


def slug(tier: str) -> str:
    return "-".join(tier.casefold().split())


def linked(folder: Path) -> Graph:
    return graph.link(load(folder))


def shown_in(view: WorldView) -> list[str]:
    return sorted([c.link.label for c in view.countries] + [link.label for link in view.not_drawn])


def test_every_country_of_the_world_can_be_a_partner(tmp_path: Path) -> None:
    # Vietnam is no partner of its own, and the base's text names Chile without a claim.
    territories = map(str, Locale("en").territories)
    known = [code for code in territories if re.fullmatch("[A-Z]{2}", code) and is_known_iso(code)]
    codes = sorted(set(known) - {"VN", "CL"})
    tiers = [f"Tier{letter} of relations" for letter in "abcdefghijk"]
    stated = {code: [(tiers[n % len(tiers)], "2024")] for n, code in enumerate(codes) if n % 3}
    names = {code: f"Realm{code}" for code in codes if code not in ("BR", "NO")}
    folder = with_countries(tmp_path, names, stated)
    view = world(linked(folder))
    assert shown_in(view) == sorted([*names.values(), "Brazil", "Norway"])
    assert {link.label for link in view.not_drawn} == {
        f"Realm{code}" for code in codes if code not in sheet().places
    }
    assert sum(len(row.partners) for row in view.key) == len(codes)
    assert len({tone.letters for tone in view.tones}) == len(view.tones)
    assert len({tone.id for tone in view.tones}) == len(view.tones)
    first = [tone.lines for tone in view.tones[: len(PATTERNS)]]
    assert len(set(first)) == len(first)
    assert boxes_apart(view, 30)
    assert boxes_apart(view, 62, only_phone=True)
    site = build(folder)
    assert site.findings == ()
    made = {page.path: page.text for page in site.pages}
    weight = len(gzip.compress(drawing_of(made["index.md"]).encode()))
    assert weight < 30_000, weight


def drawing_of(text: str) -> str:
    start = text.index('<svg class="map__sheet"')
    return text[start : text.index("</svg>", start)]


def boxes_apart(view: WorldView, size: int, only_phone: bool = False) -> bool:
    """No letters stand on others, at less than their full width."""
    boxes = [
        (letters.x, letters.y + (size if letters.under else 0), len(letters.text) * size * 0.3)
        for letters in view.letters
        if letters.phone or not only_phone
    ]
    return not any(
        abs(x1 - x2) < w1 + w2 and abs(y1 - y2) < size
        for n, (x1, y1, w1) in enumerate(boxes)
        for x2, y2, w2 in boxes[n + 1 :]
    )


def test_the_site_map_is_light(site: Path, every: Every) -> None:
    for name in PAGES:
        with every.test(label_of(name)):
            text = (site / name).read_text(encoding="utf-8")
            assert len(gzip.compress(drawing_of(text).encode())) < 30_000


def test_the_newest_statement_counts_and_two_of_one_time_are_both_told(tmp_path: Path) -> None:
    tiers = {
        "FJ": [("Old Friendship", "2023"), ("New Friendship", "2024")],
        "TO": [("Old Friendship", "2024-05"), ("New Friendship", "2024")],
        "PE": [("New Friendship", "2024-01"), ("New Friendship", "2024")],
    }
    found = linked(with_countries(tmp_path, {"FJ": "Fiji", "TO": "Tonga", "PE": "Peru"}, tiers))
    assert standing(found, "c0").tiers == ("new-friendship",)
    assert standing(found, "c1").tiers == ("old-friendship", "new-friendship")
    assert standing(found, "c2").tiers == ("new-friendship",)
    key = {row.label: [one.partner.label for one in row.partners] for row in world(found).key}
    assert key["more than one tier stated"] == ["Tonga"]
    assert key["New Friendship"] == ["Fiji", "Peru"]
    assert key["Old Friendship"] == []
    marks = {country.link.label: country.tone.letters for country in world(found).countries}
    assert marks == {"Fiji": "NF", "Peru": "NF", "Tonga": "2+", "Brazil": "SP", "Norway": ""}


def test_names_that_would_act_do_not(tmp_path: Path, every: Every) -> None:
    folder = with_countries(tmp_path, {"AU": HOSTILE, "SG": HOSTILE + "2", "TA": "x" * 400}, {})
    site = build(folder)
    assert site.findings == ()
    made = {page.path: page.text for page in site.pages}
    for name in ("index.md", "partners/index.md"):
        with every.test(label_of(name)):
            page = html.fromstring(made[name].partition("---\n\n")[2])
            (drawing,) = page.find_class("map__sheet")
            titles = [pages.text(title) for title in drawing.iter("title")]
            assert f"{HOSTILE}: no tier stated, 1 statement" in titles
            assert [script.get("type") for script in page.iter("script")] == ["application/ld+json"]
            assert not list(page.iter("b"))
            assert "x" * 400 in pages.text(page.find_class("map__note")[0])


def test_without_tiers_or_countries_or_dates_there_is_still_a_home(tmp_path: Path) -> None:
    bare = project.base(tmp_path / "no-tiers")
    project.change(
        bare,
        {
            "remove": ["data/facts/2024/brazil-strategic-partnership.yml"],
            "replace": {
                "data/terms/strategic-partnership.yml": [["kind: tier\nrank: 1\n", "kind: concept\n"]]
            },
        },
    )
    view = world(linked(bare))
    assert [row.label for row in view.key] == ["countries, no tier stated"]
    assert view.letters == ()
    none = project.base(tmp_path / "no-countries")
    for name in ("brazil", "norway"):
        path = none / "data" / "partners" / f"{name}.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("kind: country\niso: .*\n", "kind: organisation\n", text), encoding="utf-8")
    site = build(none)
    assert site.findings == ()
    made = {page.path: page.text for page in site.pages}
    assert "map__country" not in made["index.md"]
    assert "partners/norway.html" in made["index.md"]


def test_with_nothing_at_all_there_is_still_a_home(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    found = linked(tmp_path)
    view = home(found)
    assert (view.sample, view.figures, view.busiest) == (None, None, None)
    assert (view.rankings, view.latest, view.years) == ((), (), ())
    made = {page.path: page.text for page in render.pages(found, ())}
    assert "map__sheet" in made["index.md"]
    assert "map__sheet" in made["partners/index.md"]


# The rest of the home page --------------------------------------------------------------------------


def test_the_key_figures_are_of_the_newest_year_that_can_be_compared(site: Path, every: Every) -> None:
    series = {
        indicator["id"]: sorted(
            {
                str(row["period"])[-7:][:4] if "/" in str(row["period"]) else str(row["period"])[:4]
                for row in indicator["observations"]
            }
        )
        for indicator in data(site, "indicators")
    }
    year = max(years[-1] for years in series.values() if len(years) > 1)
    page = pages.tree(site / "index.html")
    (heading,) = page.xpath("//h2[@id='figures']")
    assert pages.text(heading).startswith(f"{year} in figures")
    (listed,) = page.find_class("keyfigures")
    named = [item.find_class("keyfigures__name")[0].find("a").get("href") for item in listed.findall("li")]
    several = [name for name in named if len(series[Path(name).stem]) > 1]
    assert several
    assert named[: len(several)] == several
    by_id = {indicator["id"]: indicator for indicator in data(site, "indicators")}
    for name, item in zip(named, listed.findall("li"), strict=True):
        with every.test(label_of(name, item)):
            text = pages.text(item)
            (observation,) = (
                row
                for row in by_id[Path(name).stem]["observations"]
                if row["url"]
                in {a.get("href") for v in item.find_class("keyfigures__value") for a in v.iter("a")}
            )
            for report in observation["reports"]:
                assert wording.value(report["value"], report["qualifier"]) in text
                assert any(a.get("href") == f"sources/{report['source']}.html" for a in item.iter("a"))
            differs = any(row["kind"] != "wording" for row in observation.get("differs", []))
            assert differs == ("sources differ" in text)


def test_the_most_connected_are_those_with_most_claims(site: Path, every: Every) -> None:
    page = pages.tree(site / "index.html")
    for kind in ("partners", "themes", "people"):
        with every.test(label_of(kind)):
            (section,) = page.xpath(f"//section[@aria-labelledby='most-{kind}']")
            many = sorted((len(entity["claims"]) for entity in data(site, kind)), reverse=True)
            numbers = [int(pages.text(n).split()[0]) for n in section.find_class("bars__number")]
            assert numbers == many[: len(numbers)]
            urls = {entity["url"]: len(entity["claims"]) for entity in data(site, kind)}
            bars = section.find_class("bars")[0]
            assert [urls[a.get("href")] for a in bars.iter("a")] == numbers
    assert "computed" in pages.text(page.xpath("//h2[@id='most']/following-sibling::p[1]")[0])


def test_the_sample_is_whole(site: Path, every: Every) -> None:
    (sample,) = pages.tree(site / "index.html").find_class("sample")
    (card,) = sample.iter("article")
    fact = claims(site)[str(card.get("id")).removeprefix("claim-")]
    assert len({row["source"] for row in fact["rows"]}) >= 3
    for row in fact["rows"]:
        with every.test(label_of(row)):
            assert " ".join(row["quote"].split()) in pages.text(card)


def test_lists_of_a_tier_do_not_look_like_the_box_of_one_partner(site: Path) -> None:
    page = pages.tree(site / "partners/index.html")
    assert page.find_class("tierlist")
    assert not page.find_class("tier")
