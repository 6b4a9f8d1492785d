"""Pages about one thing: what their sentences count, each claim once, the pages beside it, the lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import pages
import project
import pytest
from bamboo.data import english
from bamboo.graph.claims import link
from bamboo.kinds.claims import SPOKEN
from bamboo.kinds.library import load
from bamboo.site.blocks import leads
from bamboo.site.blocks.related import MOST
from bamboo.site.blocks.sections import FEW, FOLDED
from bamboo.site.render import pages as pages_of
from claims import claims, covered, data, hrefs, years
from every import Every
from labels import label_of
from lxml import html

KINDS = ("partners", "themes", "people", "terms")
NUMBERS = {word: number for number, word in enumerate(english.spelled(n) for n in range(13))}


def number(word: str) -> int:
    return NUMBERS[word.lower()] if word.lower() in NUMBERS else int(word.replace(",", ""))


def entities(site: Path) -> Iterator[tuple[str, dict[str, Any], html.HtmlElement, list[dict[str, Any]]]]:
    """Kind, record, page and claims of everything that has a page of its own."""
    found = claims(site)
    for kind in (*KINDS, "years"):
        for entity in data(site, kind):
            yield kind, entity, pages.tree(site / entity["url"]), [found[ident] for ident in entity["claims"]]


def lead(page: html.HtmlElement) -> str:
    (sentence,) = page.find_class("said-here")
    return pages.text(sentence)


def test_a_lead_says_what_claims_say_each_with_its_link(site: Path, every: Every) -> None:
    """No count of statements comes first, and nothing but sentences of the data, each with its speaker."""
    for kind, entity, page, about in entities(site):
        with every.test(label_of(kind, entity)):
            said, where = page.find_class("said-here"), (kind, entity["id"])
            first = page.find_class("lead")[0].find_class("claim")
            if page.find_class("overview__text") and not said:
                assert not first  # what the editors say takes the place of what is composed
                continue
            if first:  # where all is little, it is there at once, each statement once
                assert kind != "years"
                assert not said, where
                assert {str(card.get("id")).removeprefix("claim-") for card in first} == set(entity["claims"])
                assert not page.xpath("//h2[@id='what-is-said' or starts-with(@id, 'year-')]"), where
                continue
            if not about:
                assert lead(page) == "No statement names it directly.", where
                continue
            assert not re.match(r"\w+ (?:texts?|statements?)\b", lead(page)), (where, lead(page))
            urls = {f"../{claim['url']}": claim for claim in about}
            (whole,) = said[0].xpath("ancestor::div[@class='overview']")
            notes = whole.xpath(".//li")
            assert 1 <= len(notes) <= leads.SENTENCES, where
            assert [mark.get("href") for mark in said[0].iter("a") if "data-note" in mark.attrib] == [
                f"#{note.get('id')}" for note in notes
            ]
            for note in notes:
                claim = urls[note.xpath("./p[1]/a/@href")[0]]
                own = claim["indicator"]["name"] if claim["indicator"] else claim["claim"].rstrip(".")
                assert own in lead(page) or claim["relation"], (where, own)
                assert note.find_class("overview__quote"), where
                assert all(name in lead(page) for name in speakers(site, claim)), where
            told = [urls[to] for to in whole.xpath(".//li/p[1]/a/@href")]
            if any(claim.get("kind") not in SPOKEN for claim in about):
                assert told[0].get("kind") not in SPOKEN, where
            differing = sum(any(row["kind"] != "wording" for row in claim["differs"]) for claim in about)
            many = re.search(
                r"In (\w+) statements? the sources differ", pages.text(page.find_class("lead")[0])
            )
            assert bool(many) == bool(differing), where
            assert not many or number(many[1]) == differing, where


def test_a_page_begins_with_the_tier_that_claims_state(site: Path, every: Every) -> None:
    names = {term["id"]: term["name"] for term in data(site, "terms")}
    for partner in data(site, "partners"):
        with every.test(label_of(partner)):
            page = pages.tree(site / partner["url"])
            stated = [
                claim
                for ident in partner["claims"]
                if ((claim := claims(site)[ident])["relation"] or {}).get("partner") == partner["id"]
            ]
            boxes = page.find_class("tier")
            assert len(boxes) == len(stated)
            expected = not stated and partner["kind"] == "country"  # of no other is one to be expected
            assert ("No source states a tier of relations" in pages.text(page)) == expected
            for box, claim in zip(boxes, stated, strict=True):
                assert names[claim["relation"]["tier"]] in pages.text(box)
                assert f"../{claim['url']}" in hrefs(box)
                places = {
                    f"../sources/{r['source']}.html#passage-{r['start']}-{r['end']}" for r in claim["rows"]
                }
                assert places <= hrefs(box)
            if stated and page.find_class("said-here"):
                assert any(lead(page).startswith(claim["claim"].rstrip(".")) for claim in stated)


def test_every_claim_of_a_thing_is_on_its_page_exactly_once(site: Path, every: Every) -> None:
    for kind, entity, page, about in entities(site):
        # What is too much for a page is on those it leads to: tests/site/test_in_years.py.
        if page.xpath("//h2[@id='by-year' or @id='by-theme']"):
            continue
        with every.test(label_of(kind, entity)):
            cards = Counter(
                str(card.get("id")).removeprefix("claim-")
                for card in page.xpath(
                    "//*[self::article or self::li or self::tr][starts-with(@id, 'claim-')]"
                )
            )
            expected = Counter(claim["id"] for claim in about)
            if kind == "years":  # figures stand in their table, each leading to its own page
                figures = [claim for claim in about if claim["indicator"]]
                assert {f"../{claim['url']}" for claim in figures} <= hrefs(page)
                expected -= Counter(claim["id"] for claim in figures)
            assert cards == expected, (kind, entity["id"])
            counted = [int(pages.text(c).split()[0].replace(",", "")) for c in page.find_class("count")]
            spoken = [claim for claim in about if claim.get("kind") in SPOKEN]
            folds = page.find_class("what-is-said")
            if page.find_class("lead")[0].find_class("claim"):
                assert not folds
                assert not counted
                assert len(about) <= FEW
                continue
            assert len(folds) == bool(spoken), (kind, entity["id"])
            for fold in folds:
                label = pages.text(fold.xpath("./summary")[0])
                counted += [int(label.split()[0].replace(",", ""))]
                assert counted[-1] == len(spoken), (kind, entity["id"])
                # What is little is not folded; a year has folds of its own.
                assert ("open" in fold.attrib) == (kind != "years" and len(about) <= FOLDED)
                names = {name for claim in spoken for name in speakers(site, claim)}
                named = sum(name in label for name in names)
                assert named == len(names) or "others" in label, (kind, entity["id"], label)
                inside = {str(ident).removeprefix("claim-") for ident in fold.xpath(".//@id")}
                assert {claim["id"] for claim in spoken} <= inside
            if kind != "years":
                assert sum(counted) == sum(expected.values()), (kind, entity["id"])


def speakers(site: Path, claim: dict[str, Any]) -> list[str]:
    bodies = ("people", "partners", "terms")
    names = {row["id"]: row["name"] for kind in bodies for row in data(site, kind)}
    names |= {row["id"]: row["short_name"] for row in data(site, "sources")}
    return [names[ident] for ident in claim["said_by"]]


def test_before_and_after_make_chains_through_all_of_a_kind(site: Path, every: Every) -> None:
    for kind in (*KINDS, "years", "sources"):
        chains: dict[str, dict[str, tuple[str | None, str | None]]] = {}
        for entity in data(site, kind):
            ways = {
                a.get("rel"): a.get("href") for a in pages.tree(site / entity["url"]).find_class("next__one")
            }
            group = entity["kind"] if kind in ("partners", "terms") else ""
            name = Path(entity["url"]).name
            chains.setdefault(group, {})[name] = ways.get("prev"), ways.get("next")
        for group, chain in chains.items():
            with every.test(label_of(group, chain)):
                (at,) = [name for name, (before, _) in chain.items() if before is None]
                seen: list[str] = []
                while at:
                    seen.append(at)
                    after = chain[at][1]
                    assert after is None or chain[after][0] == at, (kind, at)
                    at = after or ""
                assert sorted(seen) == sorted(chain), (kind, group)
                if kind == "years":
                    assert seen == sorted(chain)


def test_related_things_are_eight_at_most_and_counted_rightly(site: Path, every: Every) -> None:
    linked = link(load(site.parent))
    for kind, entity, page, about in entities(site):
        with every.test(label_of(kind, entity)):
            expected: Counter[str] = Counter()
            for ident in (claim["id"] for claim in about):
                claim = linked.claims[ident]
                rows = {("partners", partner) for partner in claim.partners}
                rows |= {("terms", term) for term in claim.terms}
                rows |= {("themes", theme) for theme in claim.themes}
                expected += Counter(f"{other}/{name}.html" for other, name in rows - {(kind, entity["id"])})
            everything = page.xpath("//div[@class='connected']//li/a")
            assert len(everything) == len({a.get("href") for a in everything})
            assert len(everything) <= MOST
            assert len(everything) == MOST or set(expected) <= {place(site, entity, a) for a in everything}
            for a in page.xpath("//div[@class='connected']//li/a[not(ancestor::div[@data-related])]"):
                note = pages.text(a.getparent().find_class("note")[0])
                assert int(note.split()[0].replace(",", "")) == expected[place(site, entity, a)]


def place(site: Path, entity: dict[str, Any], a: html.HtmlElement) -> str:
    """Where a link of a page leads, from the root of the site."""
    at = (site / str(entity["url"])).parent / str(a.get("href"))
    return at.resolve().relative_to(site.resolve()).as_posix()


def test_people_stand_with_the_roles_that_claims_print(site: Path, every: Every) -> None:
    for kind, entity, page, about in entities(site):
        with every.test(label_of(kind, entity)):
            if kind == "people":
                continue
            roles: dict[str, set[str]] = {}
            for claim in about:
                for role in claim["roles"]:
                    roles.setdefault(role["person"], set()).update({role["as"]} if role.get("as") else set())
            lines = {
                Path(line.xpath(".//dt/a/@href")[0]).stem: {
                    pages.text(e) for e in line.find_class("who__role")
                }
                for line in page.xpath("//dl[@class='who']/div")
            }
            assert {ident: lines.get(ident) for ident in roles} == roles, (kind, entity["id"])


def test_gaps_are_said_where_they_are(site: Path, every: Every) -> None:
    for partner in data(site, "partners"):
        with every.test(label_of(partner)):
            page = pages.tree(site / partner["url"])
            about = {year for ident in partner["claims"] for year in years(claims(site)[ident]["when"])}
            without = [year for year in covered(site) if year not in about]
            said = " ".join(pages.text(item) for item in page.xpath("//ul[@class='unsaid']/li"))
            assert ("No statement about" in said) == bool(without), partner["id"]
            assert all(year in said for year in without), partner["id"]
            if without:
                assert "../gaps.html#partners" in hrefs(page)


def test_a_year_leads_to_the_years_beside_it_and_to_comparing_them(site: Path) -> None:
    page = pages.tree(site / "years" / "2024.html")
    assert {"2023.html", "2025.html"} <= hrefs(page.find_class("next")[0])
    assert "../compare/years/2023-and-2024.html" in hrefs(page.find_class("lead")[0])
    others = hrefs(pages.tree(site / "years" / "2004.html").find_class("lead")[0])
    assert not [address for address in others if "compare" in address]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("United States", "the United States"),
        ("Republic of Korea", "the Republic of Korea"),
        ("Middle East", "the Middle East"),
        ("Japan", "Japan"),
        ("ASEAN", "ASEAN"),
        ("The Hague Conference", "The Hague Conference"),
        ("", ""),
    ],
)
def test_a_name_in_a_sentence_has_its_article(name: str, said: str) -> None:
    assert english.in_sentence(name) == said


def test_counts_read_as_people_write_them() -> None:
    assert [english.several(n, "claim") for n in (0, 1, 2, 12, 13, 1234)] == [
        "no claims",
        "one claim",
        "two claims",
        "twelve claims",
        "13 claims",
        "1,234 claims",
    ]
    assert english.either(["2023", "2024", "2025"]) == "2023, 2024 or 2025"
    assert english.either(["2023"]) == "2023"


def text_of(lead: leads.Lead) -> str:
    return " ".join(one.text for one in lead.sentences) or lead.nothing


def test_a_lead_is_right_for_none_one_and_many(tmp_path: Path, every: Every) -> None:
    folder = project.base(tmp_path)
    linked = link(load(folder))
    for kind in KINDS:
        for ident in linked.library.of(kind):
            with every.test(label_of(ident)):
                said = text_of(leads.lead(linked, kind, ident))
                assert not re.match(r"\w+ (?:texts?|statements?)\b", said), said
                assert "  " not in said, said
                assert ". ." not in said, said
                assert said.endswith("."), said
                assert len(leads.lead(linked, kind, ident).sentences) <= leads.SENTENCES
                if not linked.library.overview(kind, ident):
                    assert said.startswith(leads.first_sentence(linked, kind, ident))
    assert text_of(leads.lead(linked, "years", "1900")) == "No statement is about 1900."


HOSTILE = (
    "<b onmouseover=alert(1)>A&B</b> {{ 7*7 }} [x](javascript:y) *e* `c` Nguye\u0302\u0303n " + "long" * 60
)


def test_a_hostile_name_is_text_on_every_page(tmp_path: Path, every: Every) -> None:
    """Rendered without the checks, which would not let such a name pass."""
    folder = project.base(tmp_path)
    names = ("partners/norway", "partners/brazil", "people/kari-berg", "themes/economy", "terms/forum-2024")
    for name in names:
        path = folder / "data" / f"{name}.yml"
        lines = [
            line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("name:")
        ]
        path.write_text("\n".join([f'name: "{HOSTILE}"', *lines]) + "\n", encoding="utf-8")
    shown = 0
    for page in pages_of(link(load(folder)), []):
        with every.test(label_of(page)):
            body = markdown.markdown(
                page.text.partition("---\n\n")[2], extensions=["attr_list", "md_in_html"]
            )
            tree = html.fromstring(f"<div>{body}</div>")
            assert (
                tree.xpath("//b | //@onmouseover | //em[.='e'] | //a[starts-with(@href, 'javascript:')]")
                == []
            )
            shown += "A&B</b> {{ 7*7 }} [x](javascript:y) *e* `c`" in tree.text_content()
            assert "49" not in tree.xpath("string(//h1)"), page.path
    assert shown >= len(names)


def test_a_thing_that_no_claim_names_still_has_a_page(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    for kind, text in (
        ("partners", "name: Nowhere\nkind: country\niso: FJ\n"),
        ("people", "name: Nobody\nof: vietnam\n"),
        ("themes", "name: Nothing\nsummary: Nothing is filed here.\n"),
        ("terms", "name: no thing\nkind: concept\n"),
    ):
        (folder / "data" / kind / "none.yml").write_text(text, encoding="utf-8")
    made = {page.path: page.text for page in pages_of(link(load(folder)), [])}
    assert "No statement here names Nowhere." in made["partners/none.md"]
    assert "No source states a tier" in made["partners/none.md"]
    assert "No statement here names Nobody." in made["people/none.md"]
    assert "No statement is filed here yet." in made["themes/none.md"]
    assert "No statement names it directly." in made["terms/none.md"]


def test_no_name_is_in_the_heading_and_again_below_it(site: Path, every: Every) -> None:
    below = 0
    for kind, entity, page, _ in entities(site):
        with every.test(label_of(kind, entity)):
            heading = {pages.text(part) for part in page.xpath("//h1//*[@lang]")}
            others = {pages.text(name) for name in page.xpath("//p[@class='names']/span")}
            assert not heading & others
            below += len(others)
    assert below > 5
