"""Which tier a partner has, since when and until when, by what is stated of it in the order of time."""

from __future__ import annotations

from dataclasses import replace

import project
import pytest
from bamboo.graph.claims import Graph, link
from bamboo.kinds.fact import Relation
from bamboo.kinds.library import load
from bamboo.site.blocks import leads
from bamboo.site.blocks.standing import standing
from bamboo.site.blocks.tiers import holders, of_partner
from bamboo.site.blocks.world import world

LIBRARY = load(project.SAMPLE)
BRAZIL = LIBRARY.facts["brazil-strategic-partnership"]
CSP, SP, CP = "comprehensive-strategic-partnership", "strategic-partnership", "comprehensive-partnership"


def told(*stated: tuple[str, str, str]) -> Graph:
    """A library in which nothing is told but these: when, a tier of Brazil, what happened to it."""
    facts = {}
    for number, (when, tier, change) in enumerate(stated):
        relation = Relation(partner="brazil", tier=tier, change=change)
        record = BRAZIL.record.model_copy(update={"when": when, "relation": relation, "terms": [tier]})
        facts[f"f{number}"] = replace(BRAZIL, id=f"f{number}", record=record)
    return link(LIBRARY.but(facts=facts))


# What is stated; the tiers now, since when; the tiers before, until when; later wording; what is to come.
Row = tuple[list[tuple[str, str, str]], set[str], str, list[tuple[str, str]], list[str], list[str]]
CASES: dict[str, Row] = {
    "looser words later move nobody": (
        [("2016", CSP, "upgraded"), ("2026-02", SP, "stated")],
        {CSP}, "2016", [], ["2026-02"], [],
    ),
    "nor does a lower tier that is said to be established": (
        [("2016", CSP, "upgraded"), ("2020", SP, "established")],
        {CSP}, "2016", [], ["2020"], [],
    ),
    "however often they are said": (
        [("2016", CSP, "upgraded"), ("2020", SP, "stated"), ("2024", CP, "stated"), ("2026", SP, "stated")],
        {CSP}, "2016", [], ["2026", "2024", "2020"], [],
    ),
    "nor in the year of the change": (
        [("2016", CSP, "upgraded"), ("2016-11", SP, "stated")],
        {CSP}, "2016", [], ["2016-11"], [],
    ),
    "nor where they hold since a year": (
        [("2016", CSP, "upgraded"), ("2020/..", SP, "stated")],
        {CSP}, "2016", [], ["2020/.."], [],
    ),
    "but a lowering after them does": (
        [("2016", CSP, "upgraded"), ("2020", SP, "stated"), ("2024", SP, "lowered")],
        {SP}, "2024", [(CSP, "2024")], ["2020"], [],
    ),
    "looser words before a change are what was before": (
        [("2012", SP, "stated"), ("2016", CSP, "upgraded")],
        {CSP}, "2016", [(SP, "2016")], [], [],
    ),
    "an upgrade ends what was before": (
        [("2009", SP, "established"), ("2022", CSP, "upgraded")],
        {CSP}, "2022", [(SP, "2022")], [], [],
    ),
    "two upgrades": (
        [("2001", CP, "established"), ("2009", SP, "upgraded"), ("2022", CSP, "upgraded")],
        {CSP}, "2022", [(SP, "2022"), (CP, "2009")], [], [],
    ),
    "an upgrade ends what holds since a year": (
        [("2009/..", SP, "stated"), ("2022", CSP, "upgraded")],
        {CSP}, "2022", [(SP, "2022")], [], [],
    ),
    "a tier that is said again before its end": (
        [("2009", SP, "established"), ("2015", SP, "stated"), ("2022", CSP, "upgraded")],
        {CSP}, "2022", [(SP, "2022")], [], [],
    ),
    "a tier that is planned ends nothing": (
        [("2009", SP, "established"), ("2022", CSP, "planned")],
        {SP}, "2009", [], [], ["2022"],
    ),
    "a plan that is carried out does": (
        [("2009", SP, "established"), ("2021", CSP, "planned"), ("2022", CSP, "upgraded")],
        {CSP}, "2022", [(SP, "2022")], [], ["2021"],
    ),
    "the order of the files does not matter": (
        [("2022", CSP, "upgraded"), ("2009", SP, "established")],
        {CSP}, "2022", [(SP, "2022")], [], [],
    ),
    "a lowering": (
        [("2009", SP, "established"), ("2019", CP, "lowered")],
        {CP}, "2019", [(SP, "2019")], [], [],
    ),
    "a suspension, and words that do not end it": (
        [("2009", SP, "established"), ("2017", SP, "suspended"), ("2018", SP, "stated")],
        set(), "", [(SP, "2017")], ["2018"], [],
    ),
    "resumed after it": (
        [("2009", SP, "established"), ("2017", SP, "suspended"), ("2019", SP, "resumed")],
        {SP}, "2019", [(SP, "2017")], [], [],
    ),
    "a plan moves nobody": (
        [("2009", CP, "established"), ("2019", SP, "planned")],
        {CP}, "2009", [], [], ["2019"],
    ),
    "only a plan": ([("2019", SP, "planned")], set(), "", [], [], ["2019"]),
    "words that are higher than the last change": (
        [("2009", SP, "established"), ("2024", CSP, "stated")],
        {CSP}, "2024", [(SP, "2024")], [], [],
    ),
    "of words alone the newest": (
        [("2009", CSP, "stated"), ("2024", SP, "stated")],
        {SP}, "2024", [(CSP, "2024")], [], [],
    ),
    "of words about one time both": (
        [("2024", CSP, "stated"), ("2024-05", SP, "stated")],
        {CSP, SP}, "2024-05", [], [], [],
    ),
    "a change after mere words": (
        [("2009", CSP, "stated"), ("2024", SP, "upgraded")],
        {SP}, "2024", [(CSP, "2024")], [], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_standing(name: str) -> None:
    stated, tiers, since, former, beside, planned = CASES[name]
    found = standing(told(*stated), "brazil")
    assert set(found.tiers) == tiers
    assert (found.claims[0].when if found.claims else "") == since
    ended = [(tier, one.until.when) for one in found.former for tier in one.tiers if one.until]
    assert ended == former
    assert [claim.when for claim in found.beside] == beside
    assert [claim.when for claim in found.planned] == planned
    assert (found.suspended is not None) == ("suspension" in name)


def test_pages_say_who_has_a_tier_and_who_had_it_until_when() -> None:
    graph = told(("2009", SP, "established"), ("2022", CSP, "upgraded"), ("2026-02", SP, "stated"))
    strategic = holders(graph, SP, graph.naming("terms", SP))
    assert strategic.now == ()
    assert [(row.partner.label, row.until.label) for row in strategic.former if row.until] == [
        ("Brazil", "2022")
    ]
    assert [row.when for row in strategic.others] == ["February 2026"]
    assert [row.when for row in holders(graph, CSP, graph.naming("terms", CSP)).now] == ["2022"]
    said = leads.first_sentence(graph, "terms", SP)
    assert said.startswith("It was the tier of Brazil (established, 2009")
    assert said.endswith("until 2022).")
    told_first = leads.lead(graph, "partners", "brazil").sentences
    assert [claim.address for claim in told_first[0].claims] == [graph.claims["f1"].url]
    assert [(row.tier.label, row.note) for row in of_partner(graph, "brazil")] == [
        ("comprehensive strategic partnership", ""),
        ("strategic partnership", "later wording, no change of tier"),
        ("strategic partnership", "until 2022"),
    ]


def test_the_map_keeps_the_tier_and_says_the_later_wording() -> None:
    graph = told(("2016", CSP, "upgraded"), ("2026-02", SP, "stated"))
    (brazil,) = (one for row in world(graph).key for one in row.partners if one.partner.label == "Brazil")
    assert brazil.said == (
        "comprehensive strategic partnership, upgraded 2016, called strategic partnership in February 2026"
    )
    graph = told(("2009", SP, "established"), ("2017", SP, "suspended"))
    (brazil,) = (one for row in world(graph).key for one in row.partners if one.partner.label == "Brazil")
    assert brazil.said == "strategic partnership, suspended 2017"
