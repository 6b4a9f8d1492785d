"""Terms are explained once a page, where they are used first, and never inside a quote."""

from __future__ import annotations

import pytest
from bamboo.site.glossary import Glossary, Meaning
from bamboo.site.meant import Parties

ASEAN = Meaning("partners/asean.html", "ASEAN", "Association of <Nations>", "expanded by the editors")
TIER = Meaning("terms/strategic.html", "strategic partnership", definition="A tier", tier=True)
WIDER = Meaning("terms/wider.html", "comprehensive strategic partnership", definition="Another", tier=True)
PARTY = Meaning("terms/party.html", "Communist Party of Vietnam", definition="The ruling party")
ASSEMBLY = Meaning("terms/assembly.html", "National Assembly", definition="The parliament")
WORDS = Glossary(
    {
        "ASEAN": ASEAN,
        "strategic partnership": TIER,
        "strategic partner": TIER,
        "comprehensive strategic partnership": WIDER,
        "party": PARTY,
        "communist party of vietnam": PARTY,
        "national assembly": ASSEMBLY,
    },
    frozenset({"party congress"}),
    Parties(frozenset({"ASEAN", "Japan", "UNESCO", "Brazil"}), frozenset({"ASEAN", "UNESCO"})),
)
LINK = (
    '<a class="term" href="../partners/asean.html" data-term="ASEAN" '
    'data-expansion="Association of &lt;Nations&gt;" data-expansion-by="expanded by the editors">ASEAN</a>'
)


def explained(inside: str, kind: str = "overview__text", page: str = "years/2024.html") -> str:
    opened, closed = f'<p class="{kind}">', "</p>"
    made = WORDS.explained(f"{opened}{inside}{closed}", page)
    return made.removeprefix(opened).removesuffix(closed)


def test_the_first_use_is_a_link_with_the_meaning() -> None:
    assert explained("In ASEAN, and ASEAN again.") == f"In {LINK}, and ASEAN again."


def test_a_page_explains_no_word_twice_and_not_what_it_is_about() -> None:
    body = '<p class="claim__text">ASEAN</p>\n<p class="overview__text">ASEAN</p>'
    assert WORDS.explained(body, "years/2024.html").count("data-term") == 1
    assert WORDS.explained(body, "partners/asean.html") == body


@pytest.mark.parametrize("text", ["asean", "ASEAN-Japan", "SASEAN", "<b>x</b>&ASEAN;"])
def test_only_whole_words_and_acronyms_letter_for_letter(text: str) -> None:
    assert explained(text) == text


def test_the_longest_name_is_read_with_any_letters() -> None:
    made = explained("A Comprehensive Strategic Partnership")
    assert 'data-term="comprehensive strategic partnership"' in made
    assert made.count("data-term") == 1


def test_inside_a_link_the_word_is_explained_and_no_link_is_in_a_link() -> None:
    made = explained('<a href="x.html">It is ASEAN</a>', "claim__text")
    assert made.startswith('<a href="x.html">It is <span class="term" data-term="ASEAN"')
    assert made.count("<a ") == 1


def test_quotes_and_all_else_stay_as_they_are() -> None:
    body = "<blockquote><p>ASEAN</p></blockquote>\n# ASEAN\n<p>ASEAN</p>"
    assert WORDS.explained(body, "years/2024.html") == body
    assert (
        Glossary({}).explained('<p class="claim__text">ASEAN</p>', "x.html")
        == '<p class="claim__text">ASEAN</p>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "Chairman of the Cambodian People&#39;s Party Hun Sen came.",
        "The Lao People&#39;s Revolutionary Party sent word.",
        "Cuban National Assembly President Esteban Lazo came.",
        "He met the head of Japan&#39;s National Assembly.",
        "He met the Chairman of the National Assembly of Cuba.",
        "The Party Congress will meet.",
    ],
)
def test_a_word_inside_a_longer_name_is_another_s(text: str) -> None:
    assert explained(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Party General Secretary Nguyen Phu Trong spoke.",
        "In Party diplomacy much was done.",
        "After the visit, Party and State agreed.",
        "At the 2nd Forum, National Assembly Chairman Tran Thanh Man spoke.",
        "Vietnam&#39;s National Assembly met.",
        "He chairs the National Assembly of the Socialist Republic of Vietnam.",
        "The Communist Party of Vietnam was founded.",
    ],
)
def test_a_word_that_begins_or_is_a_name_is_explained(text: str) -> None:
    assert explained(text).count("data-term") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Leaders from Brazil and Japan agreed on a strategic partnership.",
        "Vietnam is a reliable strategic partner of UNESCO.",
        "Vietnam hosted the summit where Brazil and Japan set up a strategic partnership.",
        "Vietnam welcomed the strategic partnership between UNESCO and Japan.",
        "Vietnam spoke. Brazil and Japan have a strategic partnership.",
        "Vietnam welcomed the Brazil–Japan strategic partnership.",
    ],
)
def test_a_tier_between_others_is_not_explained_as_one_of_vietnam(text: str) -> None:
    assert "strategic.html" not in explained(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam and Brazil raised their relations to a strategic partnership.",
        "In 2024 Vietnam raised its relations with Japan to strategic partnerships.",
        "Brazil and Japan were named among Vietnam’s strategic partners.",
        "There are 12 strategic partnership countries.",
        "The Vietnam–Brazil strategic partnership is new.",
        "Brazil became a strategic partner of Vietnam.",
    ],
)
def test_a_tier_of_vietnam_is_explained_also_in_the_plural(text: str) -> None:
    assert explained(text).count('data-term="strategic partnership"') == 1
