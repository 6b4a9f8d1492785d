"""`bamboo draft`: what it suggests for each source of the sample as if it were new, and for other texts."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import project
import pytest
from bamboo.editing.draft import listing, passages
from bamboo.editing.draft.suggestions import Suggestions, suggest
from bamboo.kinds.library import Library, load
from drafted import told
from every import Every
from labels import label_of

from benchmarks.draft import measure

SAMPLE = load(project.SAMPLE)
# What is drafted from another language lacks its translation and a claim in English.
SOURCES = [ident for ident, card in SAMPLE.sources.items() if card.record.language == "en"]
FOREIGN = [ident for ident in SAMPLE.sources if ident not in SOURCES]


@cache
def as_new(source: str) -> tuple[Library, Suggestions]:
    """The library without a source's evidence, and what is suggested for it then."""
    bare = measure.without(SAMPLE, source)
    return bare, suggest(bare, source)


@pytest.mark.parametrize("source", SOURCES)
def test_a_draft_confirmed_as_it_is_passes_every_check(source: str) -> None:
    bare, found = as_new(source)
    assert found.drafts or found.again
    # A source's words may print only the year of a convention; the editor's sentence says the claim's own.
    left = [message for message in told(bare, found) if "; the claim says “" not in message]
    assert left == []


def test_a_text_in_another_language_is_drafted_too() -> None:
    for source in FOREIGN:
        _, found = as_new(source)
        assert len(found.drafts) > 5


def test_the_same_data_give_the_same_suggestions() -> None:
    source = SOURCES[0]
    bare = measure.without(load(project.SAMPLE), source)
    again = suggest(bare, source)
    assert again == as_new(source)[1]
    places = [draft.file for draft in again.drafts]
    assert listing.text(bare, again, places) == listing.text(*as_new(source), places)


def add_source(folder: Path, text: str, card: str = "about: 2024\n") -> Path:
    """A new text and its card, and nothing else."""
    (folder / "seeds" / "new-text.txt").write_text(text, encoding="utf-8", newline="")
    digest = hashlib.sha256(text.encode()).hexdigest()
    (folder / "data" / "sources" / "new-text.yml").write_text(
        f"title: A New Text\nshort_name: New text\nlanguage: en\nseed: new-text.txt\nsha256: {digest}\n"
        + card,
        encoding="utf-8",
    )
    return folder


NEW = """A New Text

Prime Minister Kari Berg of Norway told reporters on July 4, 2024 that Brazil will host a forum. (Photo: Tu)
In 2024, Vietnam upgraded its relations to a Strategic Partnership with Brazil. Trade with Chile fell.

Translated by Trang Linh
"""


def test_a_new_text_from_draft_to_fact(tmp_path: Path, every: Every) -> None:
    folder = add_source(project.base(tmp_path), NEW)
    shown = project.command(folder, "draft", "new-text")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Nothing was written" in shown.stdout
    assert not list((folder / "data" / "facts").rglob("*reporters*"))

    assert "data/facts/2024/brazil-strategic-partnership.yml" in shown.stdout
    ready = (
        "  - source: new-text\n    quote: >-\n      In 2024, Vietnam upgraded its relations to a Strategic"
    )
    assert ready in shown.stdout
    aside = shown.stdout.partition("PERHAPS NO PART OF THE TEXT")[2]
    for words in ("A New Text", "(Photo: Tu)", "Translated by Trang Linh"):
        with every.test(label_of(words)):
            assert f"      {words}\n" in aside
    assert "Chile (a country): bamboo add partner Chile" in shown.stdout

    written = project.command(folder, "draft", "new-text", "--write")
    assert "2 drafts written" in written.stdout
    (path,) = (folder / "data" / "facts").rglob("*reporters*.yml")
    fact = path.read_text(encoding="utf-8")
    for line in (
        "\ndraft: true\n",
        "\npartners: [norway, brazil]\n",
        "\n  - person: kari-berg\n    as: Prime Minister\n",
        "\nsaid_by: [kari-berg]\n",
        "\nwhen: 2024-07-04\n",
    ):
        with every.test(label_of(line)):
            assert line in fact
    found = project.command(folder, "check")
    assert found.returncode == 1
    assert found.stdout.count("  draft\n  This fact is a draft that nobody has confirmed.") == 2
    assert found.stdout.endswith("\n2 findings in 2 files.\n")

    # No title is proposed that would be cut in the middle of a phrase: the editor writes one.
    assert "title:" not in fact
    confirmed = fact.replace("draft: true\n", "").replace("claim:", "title: A plan\nclaim:", 1)
    path.write_text(confirmed, encoding="utf-8")
    assert project.command(folder, "check").stdout.endswith("\n1 finding.\n")
    again = project.command(folder, "draft", "new-text", "--write")
    assert (again.returncode, "0 drafts" in again.stdout) == (0, True)


TURNING = """In 2024, Norway praised the market of Vietnam at length. It also spoke of free trade with Asia.
Looking ahead to 2025, Norway hopes for a much larger market. It will also open a school of trade there.
Then the guests should learn to sing together.
"""


def test_a_text_that_turns_to_another_year(tmp_path: Path) -> None:
    folder = add_source(project.base(tmp_path), TURNING)
    drafts = suggest(load(folder), "new-text").drafts
    dated = {draft.fact.claim: (draft.fact.when, draft.fact.evidence[0].context) for draft in drafts}
    assert dated["It also spoke of free trade with Asia."] == ("2024", [])
    when, (context,) = dated["It will also open a school of trade there."]
    assert (when, context.quote) == ("2025", "Looking ahead to 2025, Norway hopes for a much larger market.")
    assert dated["Then the guests should learn to sing together."][0] == "2025"
    remarks = [listing.remarks(draft) for draft in drafts if draft.fact.claim.startswith("It ")]
    assert all("The passage leans on the one before it: quote that too, as `context`." in r for r in remarks)
    assert len({draft.ident for draft in drafts}) == len(drafts) == 5


def test_nobody_says_what_nobody_is_said_to_say(tmp_path: Path) -> None:
    """A passage without an attribution is its source's, also where the card names a speaker."""
    text = "Minister An Binh said the market was good in 2024. The market is open to all the world."
    folder = add_source(project.base(tmp_path), text, "about: 2024\nspeaker: an-binh\n")
    said, unsaid = suggest(load(folder), "new-text").drafts
    assert said.fact.said_by == ["an-binh"]
    assert "an-binh" not in unsaid.fact.said_by
    assert unsaid.fact.people == []


def test_into_a_folder_of_its_own(tmp_path: Path) -> None:
    folder = add_source(project.base(tmp_path / "project"), NEW)
    done = project.command(folder, "draft", "new-text", "--into", str(tmp_path / "out"))
    assert done.returncode == 0
    assert len(list((tmp_path / "out").rglob("*.yml"))) == 2
    assert project.command(folder, "check").stdout.count("  draft\n") == 0
    again = project.command(folder, "draft", "new-text", "--into", str(tmp_path / "out"))
    assert (again.returncode, "exists already" in again.stderr) == (2, True)


def test_what_cannot_be_drafted(tmp_path: Path) -> None:
    folder = add_source(project.base(tmp_path), NEW)
    unknown = project.command(folder, "draft", "new-texts")
    assert (unknown.returncode, "Did you mean new-text?" in unknown.stderr) == (2, True)
    done = project.command(folder, "draft", "small-review")
    assert done.stdout == (
        "Every passage of small-review is quoted or set aside; there is nothing to suggest.\n"
    )
    (folder / "seeds" / "new-text.txt").write_text("Another text.", encoding="utf-8")
    changed = project.command(folder, "draft", "new-text")
    assert (changed.returncode, "data/sources/new-text.yml" in changed.stderr) == (1, True)


def test_a_text_without_any_date_says_so(tmp_path: Path) -> None:
    folder = add_source(project.base(tmp_path), "Norway praised the open door of the market again.\n", "")
    done = project.command(folder, "draft", "new-text")
    assert done.returncode == 0
    assert "NOT SUGGESTED" in done.stdout
    assert "seeds/new-text.txt:1  “Norway praised the open door of the market again.”" in done.stdout


HOSTILE = [
    "<<<<<<< HEAD of the delegation said 2024 was good.\n=======\n>>>>>>> it was not so bad in the end.",
    "draft: true # claim: {{ x }} <script>alert(1)</script> & * ! | > ' \" % @ ` in 2024, Norway said.",
    "Zero\u200bwidth and \u202eturned words and a\ttab and a\u00a0hard blank stood in Norway in 2024.",
    "In 2024 Norway\u0301 and Đa\u0300 Nẵng signed - - - --- ... an agreement.",
    "W" * 400 + " " + "was signed in 2024 by Norway and Brazil, " * 40,
    "It happened in 2024 again. It happened in 2024 again. It happened in 2024 again. " * 30,
    "# Heading\n\n- item one of Norway\n- item two of Norway\n\n1. In 2024, Norway spoke first of all.",
    "In 2024 noncharacters \ufffe and \uffff stood in a text about Norway somewhere.",
    "",
    "\n\n \n",
    "?!…",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_become_plain_records(tmp_path: Path, text: str) -> None:
    folder = add_source(project.base(tmp_path), text)
    read = load(folder)
    assert read.findings == ()
    found = suggest(read, "new-text")
    left = [message for message in told(read, found) if "; the claim says “" not in message]
    assert left == []
    listing.text(read, found, [draft.file for draft in found.drafts])


def test_no_fact_to_learn_from(tmp_path: Path) -> None:
    folder = add_source(project.base(tmp_path), NEW)
    project.change(folder, {"remove": ["data/facts", "data/indicators"]})
    read = load(folder)
    found = suggest(read, "new-text")
    assert found.again == ()
    assert {draft.fact.themes[0] for draft in found.drafts} <= set(read.themes)
    assert told(read, found) == []


def drafted(tmp_path: Path, text: str, card: str = "about: 2025\n") -> Suggestions:
    return suggest(load(add_source(project.base(tmp_path), text, card)), "new-text")


def quoted(found: Suggestions) -> list[str]:
    return [draft.fact.evidence[0].quote for draft in found.drafts]


BROKEN = """A Title

The Prime Minister of Norway said that the two
Ministers of Trade of Norway and Brazil will meet in
2025 for talks.

Brazil hosted a forum on
May 2, 2025 in Brasilia, and Norway sent ten
guests.

- Norway
- Brazil and
- the forum of trade
"""


def test_a_sentence_broken_over_lines_is_one_passage(tmp_path: Path) -> None:
    found = drafted(tmp_path, BROKEN)
    assert quoted(found) == [
        "The Prime Minister of Norway said that the two Ministers of Trade of Norway and Brazil will "
        "meet in 2025 for talks.",
        "Brazil hosted a forum on May 2, 2025 in Brasilia, and Norway sent ten guests.",
    ]
    assert [piece.reason for piece, _ in found.boilerplate] == ["heading", "navigation"]


TABLE = """A Title

Year | Partner | Trade
2023 | Norway | US$8 billion
2024 | Brazil | US$9 billion

In 2025 the text goes on with Norway.
"""


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    found = drafted(tmp_path, TABLE)
    first, second, _ = found.drafts
    assert (first.fact.when, first.fact.partners) == ("2023", ["norway"])
    assert second.fact.claim == "Year: 2024; Partner: Brazil; Trade: US$9 billion"
    assert [passage.quote for passage in second.fact.evidence[0].context] == ["Year | Partner | Trade"]
    assert quoted(found)[1] == "2024 | Brazil | US$9 billion"
    assert [passage.quote for _, passage in found.boilerplate] == ["A Title", "Year | Partner | Trade"]


INTERVIEW = """Interview

Reporter: What did Norway do in 2025 for Brazil, Minister?

Minister An Binh: Norway opened a school in Brazil in 2025.

Q: And what will come next for the two countries in 2026?
A: Norway will host a forum in 2026.
"""


def test_questions_of_an_interview_are_no_statements(tmp_path: Path) -> None:
    found = drafted(tmp_path, INTERVIEW)
    assert quoted(found)[1] == "Norway will host a forum in 2026."
    assert found.drafts[0].fact.said_by == ["an-binh"]
    assert [piece.reason for piece, _ in found.boilerplate] == ["heading", "question", "question"]


@pytest.mark.parametrize(
    ("office", "name", "of"),
    [
        ("Minister of Foreign Affairs", "Tran Van Mau", "vietnam"),
        ("Deputy Minister of Industry and Trade", "Do Thi Lan", "vietnam"),
        ("Minister of Foreign Affairs and Trade", "Winston Peters", ""),
        ("Minister", "Jan de Vries", ""),
    ],
)
def test_people_without_a_record_are_offered_with_their_office(
    tmp_path: Path, office: str, name: str, of: str
) -> None:
    (stranger,) = drafted(tmp_path, f"{office} {name} opened a school of trade in 2025.").strangers
    assert (stranger.name, stranger.office, stranger.of) == (name, office, of)


def test_people_of_a_country_act_for_it(tmp_path: Path) -> None:
    text = "Norwegian Foreign Minister Jonas Store and Espen Eide, Minister of Trade of Norway, met in 2025."
    assert [(one.name, one.of) for one in drafted(tmp_path, text).strangers] == [
        ("Jonas Store", "norway"),
        ("Espen Eide", "norway"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam upgraded its relations to a Strategic Partnership with Norway in September 2023, less "
        "than a year after Brazil.",
        "Vietnam upgraded its ties to a Strategic Partnership with Norway in 2023, two years before Brazil.",
        "After Brazil, Vietnam upgraded its relations to a Strategic Partnership with Norway in 2023.",
        "Vietnam upgraded its ties to a Strategic Partnership with Norway in 2023, as it had with Brazil.",
        "Like Brazil, Norway saw its relations upgraded to a Strategic Partnership in 2023.",
        "Unlike Brazil, Norway upgraded its relations to a Strategic Partnership with Vietnam in 2023.",
    ],
)
def test_what_a_partner_is_compared_with_has_no_relation(tmp_path: Path, text: str) -> None:
    (draft,) = drafted(tmp_path, text).drafts
    assert draft.fact.relation
    assert draft.fact.relation.partner == "norway"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Trade with Norway was 2.5 times more than in 2024.", "2025"),
        ("Trade with Norway grew by 9 percent compared to 2023.", "2025"),
        ("Trade with Norway rose by a third against 2022.", "2025"),
        ("Trade with Norway is up from 2021.", "2025"),
        ("Trade with Norway was as high as before 2020.", "2025"),
        ("Trade with Norway grew in 2024 more than in 2023.", "2024"),
        ("In 2022 trade with Norway was lower than in 2021.", "2022"),
        ("Trade with Norway peaked in 2019.", "2019"),
    ],
)
def test_a_year_that_is_only_compared_with_is_not_the_time(tmp_path: Path, text: str, when: str) -> None:
    (draft,) = drafted(tmp_path, text).drafts
    assert draft.fact.when == when


def test_a_text_broken_to_a_width_is_read_by_its_sentences() -> None:
    lines = (
        "Daily News",
        "Prime Minister Lan goes to Brazil for the summit of the twenty big economies",
        "16 November 2024",
        "",
        "Prime Minister Lan left Hanoi on Saturday for Rio de Janeiro to attend the G20",
        "Summit on November 18-19 at the invitation of the President of Brazil. Trade",
        "between the two countries reached nearly US$7.2 billion in 2023, up from 2022.",
        "The two sides agreed.",
    )
    text = "\n".join(lines)
    found = [" ".join(text[span.start : span.end].split()) for span in passages.sentences(text, 0, len(text))]
    assert found == [
        *lines[:3],
        " ".join(lines[4:6]).removesuffix(" Trade"),
        f"Trade {lines[6]}",
        lines[7],
    ]
