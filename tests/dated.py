"""A small project with claims dated in every way, and with texts that would act if anything let them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import project
from bamboo.data import dates

WHENS = {
    "on-a-day": ("2024-03-05", "on March 5, 2024"),
    "on-days": ("2024-02-28/2024-03-01", "from February 28, 2024 to March 1, 2024"),
    "about-a-day": ("2024-03-06~", "about March 6, 2024"),
    "perhaps-a-day": ("2024-03-07?", "perhaps on March 7, 2024"),
    "in-a-month": ("2024-03", "in March 2024"),
    "in-months": ("2024-01/2024-06", "from January 2024 to June 2024"),
    "in-a-year": ("2024", "in 2024"),
    "about-a-year": ("2024~", "about 2024"),
    "in-years": ("2023/2024", "in 2023 and 2024"),
    "since-a-year": ("2023/..", "done since 2023"),
    "since-a-month": ("2024-03/..", "done since March 2024"),
    "until-a-year": ("../2024", "done until 2024"),
    "over-new-year": ("2023-12-30/2024-01-02", "from December 30, 2023 to January 2, 2024"),
}
# Each is printed in a source; each would end something somewhere.
HOSTILE = [
    "</script><script>alert(1)</script> <!-- ]]>",
    "50% of {A & B} cost $5 #1 x_y ~z ^ \\end{document} \\",
    "}} title = {{stolen}, {unbalanced",
    'a "quoted" word, and; a: semicolon\\n END:VEVENT',
    "ER  - TY  - BOOK",
    "Tiếng Việt: Đặng Ngọc Ỹ, “ngoặc kép”, 越南 🎋",
    "{{ 7 * 7 }} {% raw %} =cmd|' /C calc'!A0",
    "word " * 60 + "end",
]


def folder(root: Path) -> Path:
    """The base project with these claims, all in one source with a title of the editors."""
    made = project.base(root)
    lines = [f"Case {ident} was {said}." for ident, (_, said) in WHENS.items()]
    lines += [f"On April {number}, 2024, {text} came." for number, text in enumerate(HOSTILE, 1)]
    made_by = [f"By {HOSTILE[1]}", f"Translated by {HOSTILE[2]}", HOSTILE[5]]
    seed = (
        "\n".join([*lines, *made_by]) + "\nOn May 9, 2024, the ministre spoke. He was tired. Nobody asked.\n"
    )
    card = (
        f"working_title: {json.dumps(HOSTILE[0] + HOSTILE[1], ensure_ascii=False)}\nshort_name: Cases\n"
        f"authors: [{json.dumps(HOSTILE[1])}]\ntranslator: {json.dumps(HOSTILE[2])}\n"
        f"publisher: {json.dumps(HOSTILE[5], ensure_ascii=False)}\npublished: 2024-05\n"
        f"language: en\nseed: cases.txt\nabout: 2024\nsha256: {hashlib.sha256(seed.encode()).hexdigest()}\n"
        "misprints: [{quote: ministre}]\n"
        "set_aside:\n  - {reason: transition, quote: He was tired.}\n"
        "  - {reason: transition, quote: Nobody asked.}\n"
    )
    for number, line in enumerate(made_by):
        before = "" if number < 2 else f"prefix: {json.dumps(made_by[number - 1], ensure_ascii=False)}, "
        card += f"  - {{reason: heading, {before}quote: {json.dumps(line, ensure_ascii=False)}}}\n"
    project.change(made, {"add": {"seeds/cases.txt": seed, "data/sources/cases.yml": card}})
    rows = [(ident, when, line) for (ident, (when, _)), line in zip(WHENS.items(), lines, strict=False)]
    rows += [(f"hostile-{n}", f"2024-04-0{n}", lines[len(WHENS) + n - 1]) for n in range(1, len(HOSTILE) + 1)]
    rows.append(("misprinted", "2024-05-09", "On May 9, 2024, the ministre spoke."))
    for ident, when, line in rows:
        text = json.dumps(" ".join(line.split()), ensure_ascii=False)
        fact = (
            f"title: {json.dumps(' '.join(line.split())[:60].rstrip(' ,'), ensure_ascii=False)}\n"
            f"claim: {text}\nkind: event\nwhen: {when}\nthemes: [economy]\n"
            f"evidence: [{{source: cases, quote: {text}}}]\n"
        )
        project.change(made, {"add": {f"data/facts/{dates.years(when)[0]}/{ident}.yml": fact}})
    return made
