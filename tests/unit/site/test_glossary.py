"""Terms are explained once a page, where they are used first, and never inside a quote."""

from __future__ import annotations

import pytest
from bamboo.site.glossary import Glossary, Meaning

ASEAN = Meaning("partners/asean.html", "ASEAN", "Association of <Nations>", "expanded by the editors")
TIER = Meaning("terms/strategic.html", "strategic partnership", definition="A tier", definition_by="WVR")
WIDER = Meaning("terms/wider.html", "comprehensive strategic partnership", definition="Another")
WORDS = Glossary(
    {"ASEAN": ASEAN, "strategic partnership": TIER, "comprehensive strategic partnership": WIDER}
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
