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
from bamboo.data import dates, english
from bamboo.graph import claims as graph
from bamboo.graph import wording
from bamboo.graph.claims import Graph
from bamboo.kinds.library import load
from bamboo.reading.names import country_of, is_known_iso
from bamboo.site import render
from bamboo.site.blocks.ladder import ladder
from bamboo.site.blocks.standing import standing
from bamboo.site.blocks.tones import PATTERNS
from bamboo.site.blocks.world import WORDS_PHONE, WORDS_WIDE, Words, WorldView, world
from bamboo.site.pages.home import home
from bamboo.site.worldmap.shapes import sheet
from claims import data
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
        if fact["relation"]:
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


def test_the_ladder_names_each_partner_at_the_tiers_that_facts_state(site: Path) -> None:
    facts = [fact for fact in data(site, "facts") if fact["relation"]]
    by_id = partners(site)
    wanted = sorted(
        (tier_name(site, fact["relation"]["tier"]), by_id[fact["relation"]["partner"]]["url"], fact["url"])
        for fact in facts
    )
    found = []
    for rung in rungs(site):
        tier = pages.text(rung.find_class("ladder__tier")[0])
        for one in rung.find_class("ladder__one"):
            partner, fact = (a.get("href") for a in one.iter("a"))
            found.append((tier, partner, fact))
    assert sorted(found) == wanted


def test_the_ladder_has_each_count_of_a_tier_with_its_proof(site: Path, every: Every) -> None:
    tiers = {term["id"] for term in data(site, "terms") if term["kind"] == "tier"}
    shown = {(a.get("href"), pages.text(a)) for rung in rungs(site) for a in rung.find_class("ladder__count")}
    counted = [one for one in data(site, "indicators") if tiers & set(one.get("terms", ()))]
    for indicator in counted:
        for observation in indicator["observations"]:
            for report in observation["reports"]:
                with every.test(label_of(observation["id"])):
                    value = wording.value(report["value"], report["qualifier"])
                    assert (observation["url"], f"{value} {indicator['unit']}") in shown
    assert len(shown) >= len(counted)


def test_home_and_the_index_of_partners_have_one_ladder(site: Path) -> None:
    assert [pages.text(rung) for rung in rungs(site, "partners/index.html")] == list(
        map(pages.text, rungs(site))
    )


def rungs(site: Path, page: str = "index.html") -> list[html.HtmlElement]:
    (ladder,) = pages.tree(site / page).find_class("ladder")
    return list(ladder.iterchildren("li"))


def test_below_the_map_are_the_countries_without_a_tier(site: Path) -> None:
    stated = newest(site)
    (legend,) = pages.tree(site / "index.html").find_class("map__legend")
    assert sorted(link.get("href") for link in legend.iter("a")) == sorted(
        partner["url"]
        for ident, partner in partners(site).items()
        if partner["kind"] == "country" and ident not in stated
    )


def test_the_index_lists_every_partner_once_by_kind_and_name_with_its_tier(site: Path, every: Every) -> None:
    page = pages.tree(site / "partners" / "index.html")
    by_url = {partner["url"]: partner for partner in partners(site).values()}
    stated = newest(site)
    found = []
    for group in page.find_class("azlist"):
        here = [by_url[target(site, "partners/index.html", link)] for link in group.iter("a")]
        assert here == sorted(here, key=lambda partner: str(partner["name"]).casefold())
        assert len({partner["kind"] for partner in here}) == 1
        found += [partner["id"] for partner in here]
        for partner, line in zip(here, group.iter("li"), strict=True):
            with every.test(label_of(partner)):
                (note,) = line.find_class("note")
                tier, _, many = pages.text(note).rpartition(", ")
                fact = stated.get(partner["id"])
                assert tier == (tier_name(site, fact["relation"]["tier"]) if fact else "")
                assert many.split()[0] == str(len(partner["claims"]))
    assert sorted(found) == sorted(partners(site))


def test_tiers_differ_by_depth_and_by_pattern(shown: tuple[str, html.HtmlElement], every: Every) -> None:
    _, drawing = shown
    patterns = {pattern.get("id"): pattern for pattern in drawing.iter("pattern")}
    tiers = [ident for ident in patterns if ident != "tone-none"]
    lines = [
        html.tostring(patterns[ident].find("path")) if patterns[ident].find("path") is not None else b""
        for ident in tiers
    ]
    assert len(set(lines)) == len(lines)
    depths = [int(re.sub(r"\D", "", pattern.get("style"))) for pattern in patterns.values()]
    assert len(set(depths)) == len(depths)
    assert depths == sorted(depths, reverse=True)
    for shape in [*drawing.find_class("map__fill"), *drawing.find_class("map__dot")]:
        with every.test(label_of(shape)):
            assert shape.get("fill").removeprefix("url(#").removesuffix(")") in patterns


def test_countries_without_a_tier_have_no_outline(shown: tuple[str, html.HtmlElement], every: Every) -> None:
    for country in shown[1].find_class("map__country"):
        with every.test(label_of(country)):
            (title,) = country.iter("title")
            assert ("map__country--plain" in country.classes) == (": no tier stated, " in pages.text(title))


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
                line = "map__line" in element.classes and re.fullmatch(r"M\d+ \d+L\d+ \d+", element.get("d"))
                assert line or element.get("d") in sheet_paths
            for name, value in element.attrib.items():
                assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl|https?:|data:|javascript:", value, re.I), (
                    name,
                    value,
                )
                if name in ("fill", "stroke"):
                    assert value == "none" or re.fullmatch(r"url\(#tone-[\w-]+\)", value)
                assert name != "style" or re.fullmatch(r"--depth:\d+%", value)


def test_words_on_the_map_are_names_or_letters_that_the_legend_explains(
    site: Path, shown: tuple[str, html.HtmlElement], every: Every
) -> None:
    page, drawing = shown
    names = {partner["name"] for partner in partners(site).values()} | {"Vietnam"}
    (legend,) = pages.tree(site / page).find_class("map__legend")
    letters = {pages.text(abbr) for abbr in legend.iter("abbr")}
    for screen in ("wide", "phone"):
        (group,) = drawing.find_class(f"map__words--{screen}")
        words = [pages.text(text) for text in group.iter("text")]
        assert len(words) > 1
        for word in words:
            with every.test(f"{screen}: {word}"):
                assert word in names | letters
    assert letters <= {pages.text(text) for text in drawing.iter("text")}


def test_each_country_with_a_tier_is_named_where_there_is_room(site: Path) -> None:
    (drawing,) = pages.tree(site / "index.html").find_class("map__sheet")
    (group,) = drawing.find_class("map__words--wide")
    shown = {pages.text(text) for text in group.iter("text")}
    stated = {partners(site)[ident]["name"] for ident in newest(site)}
    assert shown >= stated


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
        # A code must be that of one of the names.
        if (usual := country_of(code)) and usual.english != name:
            files[f"data/partners/{ident}.yml"] += f"also_known_as: [{{name: {json.dumps(usual.english)}}}]\n"
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
        f"working_title: Many\nshort_name: Many\nlanguage: en\nseed: many.txt\n"
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
    assert len({tone.id for tone in view.tones}) == len(view.tones)
    first = [tone.lines for tone in view.tones[: len(PATTERNS)]]
    assert len(set(first)) == len(first)
    for words, size in zip(view.words, (WORDS_WIDE, WORDS_PHONE), strict=True):
        assert boxes_apart(words, size)
        assert len(words.named) > 10
    site = build(folder)
    assert site.findings == ()
    made = {page.path: page.text for page in site.pages}
    weight = len(gzip.compress(drawing_of(made["index.md"]).encode()))
    assert weight < 30_000, weight


def drawing_of(text: str) -> str:
    start = text.index('<svg class="map__sheet"')
    return text[start : text.index("</svg>", start)]


def boxes_apart(words: Words, size: int) -> bool:
    """No words cover others, at less than their full width."""
    boxes = [(word.x, word.y, len(word.text) * size * 0.25) for word in (*words.named, *words.plain)]
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
    named = {
        rung.label.label: [(step.year, one.partner.label) for step in rung.steps for one in step.named]
        for rung in ladder(found)
    }
    assert named["Old Friendship"] == [("2024", "Tonga"), ("2023", "Fiji")]
    assert named["New Friendship"] == [("2024", "Fiji"), ("2024", "Peru"), ("2024", "Tonga")]
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
    assert [word.text for words in view.words for word in words.named] == ["Vietnam", "Vietnam"]
    assert ladder(linked(bare)) == ()
    none = project.base(tmp_path / "no-countries")
    # Under names of no country: Brazil is no organisation.
    sums: dict[str, str] = {}
    for path in sorted(none.glob("seeds/*")) + sorted(none.glob("data/**/*.yml")):
        text = path.read_text(encoding="utf-8").replace("Brazil", "Brazoria").replace("Norway", "Norvia")
        text = re.sub("kind: country\niso: .*\n", "kind: organisation\n", text)
        text = re.sub("(?<=sha256: ).*", lambda found: sums[found[0]], text)
        if path.parent.name == "seeds":
            sums[hashlib.sha256(path.read_bytes()).hexdigest()] = hashlib.sha256(text.encode()).hexdigest()
        path.write_text(text, encoding="utf-8", newline="")
    site = build(none)
    assert site.findings == ()
    made = {page.path: page.text for page in site.pages}
    assert "map__country" not in made["index.md"]
    assert "partners/norway.html" in made["index.md"]


def test_with_nothing_at_all_there_is_still_a_home(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    found = linked(tmp_path)
    view = home(found)
    assert (view.scope, view.examples, view.doors) == (None, (), ())
    assert (view.findings, view.ladder, view.sources) == ((), (), ())
    made = {page.path: page.text for page in render.pages(found, ())}
    assert "map__sheet" in made["index.md"]
    assert "map__sheet" in made["partners/index.md"]


# The rest of the home page --------------------------------------------------------------------------


def test_the_scope_is_that_of_the_texts(site: Path) -> None:
    (scope,) = pages.tree(site / "index.html").find_class("hero__scope")
    sources = data(site, "sources")
    said = pages.text(scope)
    assert said.casefold().startswith(f"{english.spelled(len(sources))} texts about ")
    years = sorted({int(year) for one in sources for year in re.findall(r"\d{4}", one["about"] or "")})
    assert english.span(years) in said
    happened = [
        fact["when"]
        for fact in data(site, "facts")
        if fact["kind"] not in ("plan", "policy", "assessment") and re.fullmatch(r"[\d-]{10}", fact["when"])
    ]
    published = [one["published"] for one in sources if one["published"]]
    newest = max(*happened, *(day for day in published if len(day) == 10))
    assert f"as of {dates.words(newest)} " in said


def test_the_search_of_the_home_page_is_a_plain_form_with_three_examples(site: Path) -> None:
    (hero,) = pages.tree(site / "index.html").find_class("hero")
    (form,) = hero.iter("form")
    assert (form.get("action"), form.get("method")) == ("search.html", "get")
    (box,) = form.iter("input")
    assert box.get("name") == "q"
    (examples,) = hero.find_class("hero__examples")
    addresses = [a.get("href") for a in examples.iterchildren("a")]
    assert len(addresses) == 3
    assert all(address.startswith("search.html?q=") for address in addresses)


def test_four_doors_lead_to_what_is_most_told_of(site: Path, every: Every) -> None:
    (doors,) = pages.tree(site / "index.html").find_class("ways")
    to = [section.find("h2/a").get("href") for section in doors.iter("section")]
    assert to == ["partners/index.html", "themes/index.html", "years/index.html", "figures/index.html"]
    for kind, section in zip(("partners", "themes"), doors.iter("section"), strict=False):
        with every.test(kind):
            every_one = [entity for entity in data(site, kind) if entity.get("kind", "country") == "country"]
            many = {entity["url"]: len(entity["claims"]) for entity in every_one}
            shown = [many[a.get("href")] for a in section.find_class("ways__inside")[0].iter("a")]
            assert shown == sorted(many.values(), reverse=True)[: len(shown)]
            assert shown


def test_home_has_no_dashboard_and_one_way_in_for_editors(site: Path) -> None:
    page = pages.tree(site / "index.html")
    (article,) = page.iter("article")
    links = [a.get("href") for a in article.iter("a")]
    assert links.count("contribute.html") == 1
    for elsewhere in ("gaps.html", "disagreements.html", "facts/index.html", "data.html"):
        assert elsewhere not in links
    headings = [pages.text(h).rstrip("¶") for h in article.iter("h2")]
    assert headings[:5] == ["What the sources say", "Partners", "Themes", "Years", "Figures"]
    (map_heading,) = article.xpath(".//h2[@id='map']")
    stated = [fact for fact in data(site, "facts") if fact["relation"]]
    many = len({quote["source"] for fact in stated for quote in fact["evidence"]})
    every = len(data(site, "sources"))
    said = english.spelled(many) + (f" of {english.spelled(every)}" if many < every else "")
    assert pages.text(map_heading).rstrip("¶ ").endswith(f", as {said} texts state them")
