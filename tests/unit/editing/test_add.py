"""`bamboo add`: new files with all that can be known, nothing that cannot, and nothing written over."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import project
import pytest
import yaml
from bamboo import checks
from bamboo.editing.add import Written, overview
from bamboo.editing.add.fact import Asked, fact
from bamboo.editing.add.language import language_of
from bamboo.editing.add.partner import partner
from bamboo.editing.add.source import heading, source
from bamboo.editing.name import Refused
from bamboo.kinds.claims import CLAIMS, SPOKEN
from bamboo.kinds.library import load
from every import Every
from labels import label_of

BASE = load(project.CASES / "base")
SAMPLE = load(project.SAMPLE)


def written(made: Written | Refused) -> Written:
    assert isinstance(made, Written), made
    return made


def refused(made: Written | Refused) -> str:
    assert isinstance(made, Refused), made
    return "\n".join(made.lines)


def values(made: Written) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(made.text, Loader=yaml.BaseLoader)
    return found


# Partners


@pytest.mark.parametrize(
    ("typed", "ident", "name", "iso"),
    [
        ("Netherlands", "netherlands", "Netherlands", "NL"),
        ("hà lan", "netherlands", "Netherlands", "NL"),
        ("Ha Lan", "netherlands", "Netherlands", "NL"),
        ("Đức", "germany", "Germany", "DE"),
        ("Myanmar", "myanmar", "Myanmar", "MM"),
        ("UK", "united-kingdom", "United Kingdom", "GB"),
        ("U.K.", "united-kingdom", "United Kingdom", "GB"),
        ("England", "united-kingdom", "United Kingdom", "GB"),
        ("Anh", "united-kingdom", "United Kingdom", "GB"),
        ("Ý", "italy", "Italy", "IT"),
        ("Ác-hen-ti-na", "argentina", "Argentina", "AR"),
        ("Cote d'Ivoire", "cote-d-ivoire", "Côte d’Ivoire", "CI"),
    ],
)
def test_a_country_is_known_by_its_names(typed: str, ident: str, name: str, iso: str) -> None:
    if typed == "Cote d'Ivoire":
        typed = "Côte d’Ivoire".replace("ô", "o")
    made = written(partner(BASE, typed))
    assert made.file == f"data/partners/{ident}.yml"
    assert values(made) == {"name": name, "kind": "country", "iso": iso, "also_known_as": []}


@pytest.mark.parametrize(
    ("typed", "meant"), [("Germny", "Germany"), ("Nehterlands", "Netherlands"), ("Tháilan", "Thailand")]
)
def test_a_misspelt_country_is_asked_about(typed: str, meant: str) -> None:
    said = refused(partner(BASE, typed))
    assert f"No country is called `{typed}`. Did you mean:" in said
    assert f"bamboo add partner {meant}" in said


@pytest.mark.parametrize(
    ("typed", "there"), [("Brazil", "brazil"), ("Na Uy", "norway"), ("NORWAY", "norway")]
)
def test_a_partner_that_is_there(typed: str, there: str) -> None:
    assert f"data/partners/{there}.yml" in refused(partner(BASE, typed))


def test_a_short_name_is_not_taken_for_another() -> None:
    assert values(written(partner(BASE, "Ục")))["name"] == "Ục"


def test_a_name_that_a_record_adds_is_known() -> None:
    assert "data/partners/australia.yml is this partner already" in refused(partner(SAMPLE, "Úc"))


def test_a_partner_that_is_no_country() -> None:
    made = written(partner(BASE, "African Union"))
    assert values(made) == {"name": "African Union", "kind": "", "also_known_as": []}
    assert "# fill in: What it is;" in made.text
    assert values(written(partner(BASE, "Chile Steel: a company", kind="company")))["kind"] == "company"
    assert values(written(partner(BASE, "Ivory Coast", iso="CI")))["iso"] == "CI"
    assert "No country has the code" in refused(partner(BASE, "X", iso="QQ"))


def test_a_name_without_latin_letters_needs_an_id() -> None:
    assert "No id can be made of `中国`" in refused(partner(BASE, "中国", kind="group"))
    assert written(partner(BASE, "中国", kind="group", ident="zhongguo")).file == "data/partners/zhongguo.yml"
    assert "is taken" in refused(partner(BASE, "中国", kind="group", ident="brazil"))
    assert "`报告` cannot be an id" in refused(source(BASE, b"A text.", "报告.txt"))


@pytest.mark.parametrize("name", ["", "  ", "--", "\u202e", "a\u200bb"])
def test_what_is_no_name(name: str) -> None:
    assert "is no name" in refused(partner(BASE, name))


@pytest.mark.parametrize(
    "name", ["../../etc/x", "con", "{{ 7*7 }} <b>", "a: b # c", "- x", "'", "Nước Ý", "@all", "NO"]
)
def test_any_name_makes_a_file_that_reads_the_same(name: str, tmp_path: Path) -> None:
    made = partner(BASE, name, kind="organisation")
    if isinstance(made, Written):
        assert values(made)["name"] == name
        assert Path(made.file).parent == Path("data/partners")


# Sources


def test_a_source_is_copied_byte_for_byte(tmp_path: Path) -> None:
    folder = project.base(tmp_path / "p")
    text = "A Day in Hà Nội\r\n\r\nThe minister was in the city on May 2, 2024. \xa0\r\n".encode()
    new = tmp_path / "Báo Một, 2024.txt"
    new.write_bytes(text)
    done = project.command(folder, "add", "source", str(new))
    assert done.returncode == 0, done.stderr
    assert (folder / "seeds" / "bao-mot-2024.txt").read_bytes() == text
    card = yaml.load((folder / "data/sources/bao-mot-2024.yml").read_bytes(), Loader=yaml.BaseLoader)
    assert card["sha256"] == hashlib.sha256(text).hexdigest()
    assert (card["title"], card["language"], card["short_name"]) == ("A Day in Hà Nội", "en", "BAO MOT")
    assert {card[name] for name in ("publisher", "published", "url", "speaker", "about")} == {"null"}
    assert "Next: complete the card, then run `bamboo review bao-mot-2024`." in done.stdout
    assert card["set_aside"] == [{"reason": "heading", "quote": "A Day in Hà Nội"}]
    assert checks.run(load(folder)) == []
    assert [finding.level for finding in checks.left(load(folder))] == ["notice"]
    again = project.command(folder, "add", "source", str(new), "--id", "other")
    assert (again.returncode, "seeds/bao-mot-2024.txt" in again.stderr) == (1, True)
    new.write_bytes(text + b"more")
    again = project.command(folder, "add", "source", str(new))
    assert (again.returncode, "another text" in again.stderr) == (1, True)
    assert (folder / "seeds" / "bao-mot-2024.txt").read_bytes() == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"caf\xe9", "not in UTF-8"),
        (b"\xff\xfea\x00", "not in UTF-8"),
        (b"", "holds no text"),
        (b"  \n", "holds no text"),
        (b"a\x00b", "holds no text"),
    ],
)
def test_what_is_no_text(data: bytes, said: str) -> None:
    assert said in refused(source(BASE, data, "x.txt"))


@pytest.mark.parametrize("ident", ["con", "A b", "../x", "index"])
def test_ids_that_cannot_be(ident: str) -> None:
    assert "cannot be an id" in refused(source(BASE, b"A text.", "x.txt", ident))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A Title\n\nA text.", "A Title"),
        ("A first sentence.\n\nA text.", None),
        ("A Line\nand its next", None),
        ("Only One Line", None),
        ("A" * 200 + "\n\nA text.", None),
        ("\n\nA text.", None),
        ("A Title\nA text follows it at once, and it is a whole sentence.", "A Title"),
        ("9:41:29 AM | 1/30/2024\n\nA Title\n\nA text.", "A Title"),
        ("Tuesday, June 24, 2025\nA Title\n\nA text.", "A Title"),
        ("Updated: 2025-06-24\nA text follows it at once, and it is a whole sentence.", None),
    ],
)
def test_a_title_is_the_first_line_or_none(text: str, title: str | None) -> None:
    assert heading(text) == title


def test_languages_of_the_seeds_and_others(every: Every) -> None:
    for card in SAMPLE.sources.values():
        seed = SAMPLE.seeds[card.record.seed]
        with every.test(label_of(seed)):
            assert language_of(seed.text) == card.record.language, seed.file
    assert language_of("Quan hệ giữa Việt Nam và các nước đã được nâng lên trong năm nay.") == "vi"
    assert language_of("Hai bên ký hiệp định hôm thứ hai tại thủ đô Viêng Chăn.") == "vi"
    assert language_of("The visit of Phạm Minh Chinh to the city of Huế is on the way to Đà Nẵng.") == "en"
    assert language_of("Le ministre est en visite dans la ville pour la première fois.") == "fr"
    assert language_of("Hanoi 2024") is None
    assert language_of("") is None


# Facts

HIGHLIGHTS = "In 2024, Vietnam upgraded relations to a Strategic Partnership with Brazil."


def test_a_fact_has_what_its_quote_names() -> None:
    quote = "Prime Minister Kari Berg of Norway visited Hanoi on June 3-5, 2024"
    made = written(fact(BASE, Asked("visit-report", quote)))
    assert made.file == "data/facts/2024/prime-minister-kari-berg-norway-visited-hanoi.yml"
    assert values(made) == {
        "claim": "",
        "kind": "",
        "when": "2024-06-03/2024-06-05",
        "themes": "",
        "partners": ["norway"],
        "people": [{"person": "kari-berg", "as": "Prime Minister"}],
        "evidence": [{"source": "visit-report", "quote": quote}],
    }
    assert "- data/facts/2024/norway-visit.yml" in made.notes


def test_a_whole_fact_is_clean(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    (folder / "data/facts/2024/brazil-strategic-partnership.yml").unlink()
    for file in ("data/home.yml", "data/years/2024.yml"):
        (folder / file).unlink()  # they rest on that fact
    words = ["--source", "small-review", "--quote", HIGHLIGHTS, "--kind", "event", "--theme", "partnerships"]
    claim = "Vietnam raised its relations with Brazil to a strategic partnership in 2024."
    done = project.command(folder, "add", "fact", *words, "--claim", claim, "--id", "brazil")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "Written: data/facts/2024/brazil.yml\nNext: read it against its source, and run `bamboo check`.\n"
    )
    assert checks.run(load(folder)) == []
    before = (folder / "data/facts/2024/brazil.yml").read_bytes()
    again = project.command(folder, "add", "fact", *words, "--claim", "Another.", "--id", "brazil")
    assert (again.returncode, "is taken" in again.stderr) == (1, True)
    assert (folder / "data/facts/2024/brazil.yml").read_bytes() == before


def test_ids_are_new_each_time(tmp_path: Path, every: Every) -> None:
    folder = project.base(tmp_path)
    for number in ("", "-2", "-3"):
        with every.test(label_of(number)):
            made = written(fact(load(folder), Asked("small-review", HIGHLIGHTS)))
            assert made.file.endswith(f"/upgraded-relations-strategic-partnership-brazil{number}.yml"), (
                made.file
            )
            (folder / made.file).write_text(made.text, encoding="utf-8")


def test_a_relation_has_its_partner_and_tier() -> None:
    made = values(written(fact(BASE, Asked("small-review", HIGHLIGHTS, kind="relation"))))
    assert made["relation"] == {"partner": "brazil", "tier": "strategic-partnership", "change": ""}


def test_marks_become_those_of_the_seed() -> None:
    made = written(fact(BASE, Asked("small-review", 'Vietnam\'s "open door" stays open.')))
    assert values(made)["evidence"] == [
        {"source": "small-review", "quote": "Vietnam’s “open door” stays open."}
    ]
    assert any("now those of seeds/small-review.txt" in note for note in made.notes)


def test_what_a_quote_is_cut_off_from_is_told() -> None:
    made = written(fact(BASE, Asked("small-review", "US$8 billion in")))
    assert (
        "It begins just after “nearly”: a number after it is less than printed. Begin the quote there."
        in made.notes
    )
    assert any(note.startswith("It ends just before “2024”") for note in made.notes)


def test_a_seed_put_there_by_hand_gets_its_card(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    (folder / "seeds" / "new.txt").write_bytes(b"A new text, and nothing else.\r\n")
    done = project.command(folder, "add", "source", str(folder / "seeds" / "new.txt"))
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "Written: data/sources/new.yml"), done.stderr
    assert (folder / "seeds" / "new.txt").read_bytes() == b"A new text, and nothing else.\r\n"


def test_a_year_that_the_quote_does_not_print_is_the_cards() -> None:
    made = written(fact(BASE, Asked("small-review", "The forum was the first.")))
    assert values(made)["when"] == "2024"
    assert "the quote prints no date" in made.text


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Hanoi hosted two forums on May 2, 2024.", "--quote 'Hanoi hosted a forum on May 2, 2024.'"),
        ("hanoi hosted a forum", "--quote 'Hanoi hosted a forum'"),
        ("anoi hosted a for", "--quote 'Hanoi hosted a forum'"),
        ("16 contracts worth over", "--source visit-report"),
        ("Nobody said any such thing at all", "Copy the words from the source's page."),
        ("", "The quote is empty."),
    ],
)
def test_a_quote_that_is_not_there(quote: str, said: str) -> None:
    assert said in refused(fact(BASE, Asked("small-review", quote)))


def test_a_quote_at_several_places_gets_its_neighbours(tmp_path: Path, every: Every) -> None:
    found = []
    for place in (1, 2):
        with every.test(label_of(place)):
            made = written(fact(BASE, Asked("small-review", "forum", place=place, claim=f"Claim {place}.")))
            assert f"The words are at 2 places (lines 4, 4); this is number {place}." in made.notes
            (row,) = values(made)["evidence"]
            found.append((row.get("prefix"), row.get("suffix")))
            folder = project.base(tmp_path / str(place))
            (folder / made.file).write_text(made.text, encoding="utf-8")
            assert not any(finding.rule == "quote" for finding in checks.run(load(folder)))
    assert found[0] != found[1]
    assert "--place 1 to --place 2" in refused(fact(BASE, Asked("small-review", "forum", place=3)))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked("small-rview", HIGHLIGHTS), "Did you mean `small-review`?"),
        (Asked("small-review", HIGHLIGHTS, when="May 2024"), "--when is `May 2024`; expected a day"),
        (Asked("small-review", HIGHLIGHTS, kind="evnt"), "--kind is `evnt`"),
        (Asked("small-review", HIGHLIGHTS, themes=["economi"]), "Did you mean `economy`?"),
        (Asked("small-review", HIGHLIGHTS, ident="../x"), "cannot be an id"),
        (Asked("small-review", HIGHLIGHTS, ident="forum-held"), "is taken"),
        (Asked("small-review", HIGHLIGHTS, claim="a\u200bb"), "invisible"),
    ],
)
def test_what_an_editor_says_is_checked(asked: Asked, said: str) -> None:
    assert said in refused(fact(BASE, asked))


@pytest.mark.parametrize(
    "claim", ["a: b # c", "'x", "- {{ y }}", "@z", "<script>", "NO", "%x", "# y", "a\nb"]
)
def test_any_claim_comes_back_as_it_was(claim: str) -> None:
    made = written(fact(BASE, Asked("small-review", HIGHLIGHTS, claim=claim)))
    assert values(made)["claim"] == " ".join(claim.split())


def test_every_quote_of_the_data_makes_a_file_that_the_check_reads(tmp_path: Path, every: Every) -> None:
    """What is left open is reported as open, and nothing else is wrong with what was written."""
    folder = project.copy_of_the_data(tmp_path / "p")
    asked = [
        (entry.record.evidence[0].source, entry.record.evidence[0].quote) for entry in SAMPLE.facts.values()
    ]
    wrote = {}
    for number, (source_id, quote) in enumerate(asked):
        made = fact(SAMPLE, Asked(source_id, quote, ident=f"new-{number}"))
        made = written(made)
        wrote[made.file] = made.text
        (folder / made.file).write_text(made.text, encoding="utf-8")
    found = checks.run(load(folder))
    assert {finding.location.file for finding in found} == set(wrote)
    for finding in found:
        with every.test(label_of(finding)):
            assert finding.rule == "shape", finding
            assert " is empty; " in finding.message, finding


def test_a_quote_from_standard_input(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    words = [sys.executable, "-m", "bamboo", "--root", str(folder), "add", "fact", "--source", "small-review"]
    quote = "Vietnam’s “open door” stays open.\n"
    done = subprocess.run(
        [*words, "--quote", "-"], input=quote, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Written: data/facts/2024/open-door-stays-open.yml" in done.stdout


def test_misuse(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    assert project.command(folder, "add").returncode == 2
    assert project.command(folder, "add", "source", str(tmp_path / "none.txt")).returncode == 2
    assert project.command(folder, "add", "fact", "--source", "small-review").returncode == 2
    assert project.command(folder, "add", "partner", "X", "--kind", "planet").returncode == 2


# Overviews


def framed(subject: str, ident: str, text: str) -> Written | Refused:
    file = overview.place(SAMPLE, subject, ident)
    return file if isinstance(file, Refused) else overview.overview(SAMPLE, subject, ident, file, text)


def of_record(kind: str, ident: str) -> str:
    return (project.SAMPLE / "data" / kind / f"{ident}.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("subject", "ident", "kind"),
    [
        ("partner", "brazil", "partners"),
        ("person", "to-lam", "people"),
        ("theme", "partnerships", "themes"),
        ("term", "strategic-partnership", "terms"),
        ("term", "politburo", "terms"),
    ],
)
@pytest.mark.parametrize("change", ["", "windows", "no last line", "remarks", "empty"])
def test_the_frame_of_an_overview_changes_no_other_byte(
    subject: str, ident: str, kind: str, change: str
) -> None:
    text = of_record(kind, ident)
    text = {
        "windows": text.replace("\n", "\r\n"),
        "no last line": text.rstrip("\n"),
        "remarks": f"# about it\n{text}\n# the end\n",
        "empty": text + "overview: []\n",
    }.get(change, text)
    made = written(framed(subject, ident, text))
    assert (made.file, made.fresh) == (f"data/{kind}/{ident}.yml", False)
    frame = {"says": "", "rests_on": []}
    expected = yaml.load(text, Loader=yaml.BaseLoader) | {"overview": [frame, frame]}
    assert values(made) == expected
    assert made.text.count("# fill in: ") == 2
    old, new = text.splitlines(keepends=True), made.text.splitlines(keepends=True)
    if change == "no last line":
        old[-1] += "\n"
    left = [line for line in old if line != "overview: []\n"]
    assert [line for line in new if line in left] == left
    ends = {line[-2:] == "\r\n" for line in new if line.endswith("\n")}
    assert ends == {change == "windows"}


def test_a_year_and_the_home_page_get_a_file_of_their_own() -> None:
    made = written(framed("year", "2024", ""))
    assert (made.file, made.fresh) == ("data/years/2024.yml", True)
    assert [*values(made)] == ["overview"]
    bare = SAMPLE.but(home={})
    made = written(overview.overview(bare, "home", "", "data/home.yml", ""))
    assert len(values(made)["findings"]) == 3


def test_claims_are_listed_what_happened_first_with_their_ids_and_speakers() -> None:
    notes = written(framed("year", "2024", "")).notes
    listed = [note.strip() for note in notes if note.startswith("  ") and "more, on" not in note]
    order = [known.name if known.name != "observation" else "figure" for known in CLAIMS]
    places = [order.index(line.partition(",")[0]) for line in listed]
    assert places == sorted(places)
    known = {*SAMPLE.facts, *SAMPLE.observations}
    assert {line.rpartition("(")[2].rstrip(")") for line in listed} <= known
    assert all(" — " in line for line in listed if line.partition(",")[0] in SPOKEN)
    assert notes[0].endswith("claims about 2024, the weightiest first:")


def test_an_overview_is_refused_where_there_can_be_none() -> None:
    said = refused(framed("partner", "japan", of_record("partners", "japan")))
    assert said.startswith("data/partners/japan.yml has an overview already.")
    assert "Did you mean `japan`?" in refused(framed("partner", "japn", ""))
    assert "Did you mean `strategic-partnership`?" in refused(framed("term", "strategic-partnershp", ""))
    assert "No claim is about 1999" in refused(framed("year", "1999", ""))
    assert "Which theme?" in refused(framed("theme", "", ""))
    assert "There is no year `24`." in refused(framed("year", "24", ""))
    assert "data/home.yml has findings already." in refused(framed("home", "", "findings: []\n"))


def test_the_command_writes_the_frame_and_says_what_is_missing(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    before = (folder / "data/partners/brazil.yml").read_bytes()
    done = project.command(folder, "add", "overview", "partner", "brazil")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Changed: data/partners/brazil.yml\n")
    assert "`overview 1, says` is empty" in done.stdout
    after = (folder / "data/partners/brazil.yml").read_bytes()
    assert after.startswith(before)
    again = project.command(folder, "add", "overview", "partner", "brazil")
    assert (again.returncode, (folder / "data/partners/brazil.yml").read_bytes()) == (1, after)
    assert "Nothing was written." in again.stderr
