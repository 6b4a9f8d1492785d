"""Findings as people and programs read them: few lines, each mistake once, nothing lost from the count."""

from __future__ import annotations

import json

from bamboo.checks import report
from bamboo.data.locations import Finding, Location, character_name


def many(files: int, message: str = "Message {}.", rule: str = "shape") -> list[Finding]:
    return [
        Finding(Location(f"data/f{n:03}.yml", n + 1, 2), rule, message.format(n), "Do it.", code="c")
        for n in range(files)
    ]


def test_each_finding_is_shown_with_its_place() -> None:
    assert report.text(many(2)) == (
        "data/f000.yml:1:2  shape\n  Message 0.\n  Fix: Do it.\n\n"
        "data/f001.yml:2:2  shape\n  Message 1.\n  Fix: Do it.\n\n"
        "2 findings in 2 files."
    )
    assert report.text(many(1)).endswith("\n\n1 finding.")
    assert report.text([]) == ""


def test_what_goes_beyond_fifty_is_counted() -> None:
    text = report.text([*many(60), *many(7, "Other {}.", "value")])
    assert text.count("Fix: Do it.") == 50
    assert "Message 49." in text
    assert "Message 50." not in text
    assert text.endswith("\n\n… and 17 more: 10 shape, 7 value.\n\n67 findings in 60 files.")


def test_the_same_mistake_in_many_files_is_told_once() -> None:
    text = report.text([*many(120, "A tab."), *many(2)])
    assert text == (
        "shape, in 120 files\n  A tab.\n  Fix: Do it.\n"
        "  At: data/f000.yml:1:2, data/f001.yml:2:2, data/f002.yml:3:2 and 117 more\n\n"
        "data/f000.yml:1:2  shape\n  Message 0.\n  Fix: Do it.\n\n"
        "data/f001.yml:2:2  shape\n  Message 1.\n  Fix: Do it.\n\n"
        "122 findings in 120 files."
    )
    assert "in 2 files\n" not in report.text(many(2, "A tab."))


def test_programs_get_every_finding_for_itself() -> None:
    findings = many(120, "100%: a,\nb")
    assert len(json.loads(report.as_json(findings))) == 120
    lines = report.github(findings).splitlines()
    assert len(lines) == 120
    assert lines[1] == "::error file=data/f001.yml,line=2,col=2,title=shape::100%25: a,%0Ab%0ADo it."


def test_characters_are_named() -> None:
    assert {sign: character_name(sign) for sign in "\u00a0’“'\"–\u200b\u202e\0aZ7"} == {
        "\u00a0": "no-break space U+00A0",
        "’": "right single quote U+2019",
        "“": "left double quote U+201C",
        "'": "straight apostrophe U+0027",
        '"': "straight double quote U+0022",
        "–": "en dash U+2013",
        "\u200b": "zero width space U+200B",
        "\u202e": "right-to-left override U+202E",
        "\0": "control character U+0000",
        "a": "`a`",
        "Z": "`Z`",
        "7": "`7`",
    }
