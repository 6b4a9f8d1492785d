"""`bamboo fix` fixes what is certain and nothing else: in terms of files before and after."""

from __future__ import annotations

import hashlib
import io
import random
import re
from pathlib import Path
from typing import Any

import project
import pytest
import ruamel.yaml
import yaml
from bamboo import checks, kinds
from bamboo.data import shape, yamlfile
from bamboo.editing import fix
from bamboo.kinds.library import Library, load
from hypothesis import given, settings
from hypothesis import strategies as st

BASE = load(project.CASES / "base")
SAMPLE = load(project.SAMPLE)
DOOR = "data/facts/2024/open-door.yml"
FORUM = "data/facts/2024/forum-held.yml"
CARD = "data/sources/small-review.yml"


def base(file: str) -> str:
    return (project.CASES / "base" / file).read_text(encoding="utf-8")


def mend(text: str | bytes, file: str, library: Library = BASE, **more: Any) -> str:
    """The file after `bamboo fix`; a second run must change nothing."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    mended = fix.fixed(data, file, library, **more)
    new = data.decode("utf-8", "surrogateescape") if mended.text is None else mended.text
    assert fix.fixed(new.encode("utf-8", "surrogateescape"), file, library, **more).text is None
    return new


def swapped(file: str, *pairs: tuple[str, str]) -> str:
    text = base(file)
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (DOOR, "Vietnam’s “open door” stays open.", 'Vietnam\'s "open door" stays open.'),
        (DOOR, "Vietnam’s “open door” stays open.", "Vietnam‘s «open door» stays  open ."),
        (FORUM, "hosted a forum on May 2, 2024.", "hosted a\n      forum on May 2 , 2024."),
        ("data/facts/2024/norway-visit.yml", "on June 3-5, 2024 with", "on June 3–5, 2024 with"),
        ("data/facts/2024/contracts-signed.yml", "visited Hanoi on June 3-5", "visited Hanoi on June 3 -- 5"),
    ],
)
def test_marks_and_spaces_of_a_quote(file: str, old: str, new: str) -> None:
    text = base(file)
    at = text.rindex(old)
    broken = text[:at] + new + text[at + len(old) :]
    assert " ".join(mend(broken, file).split()) == " ".join(text.split())


def test_two_letters_that_the_seed_has_in_one_character_are_copied(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    case = yaml.safe_load((project.CASES / "quote/two-letters-in-one.yml").read_text(encoding="utf-8"))
    project.change(folder, case)
    file = "data/facts/2024/forum-first.yml"
    assert "The forum was the ﬁrst." in mend(base(file), file, load(folder))


def test_a_quote_keeps_its_lines_and_its_comments() -> None:
    broken = swapped(
        DOOR,
        (
            "    quote: >-\n      Vietnam’s “open door” stays open.",
            "    # the motto\n    quote: >- # as printed\n"
            '      Vietnam\'s "open\n      door" stays\n      open.',
        ),
    )
    assert mend(broken, DOOR) == broken.replace("'s \"open\n", "’s “open\n").replace(
        '      door" stays', "      door” stays"
    )


@pytest.mark.parametrize(
    "written",
    [
        'quote: Vietnam\'s "open door" stays open.',
        "quote: 'Vietnam''s \"open door\" stays open.'",
        'quote: "Vietnam\'s \\"open door\\" stays open."',
        'quote: |-\n      Vietnam\'s "open door" stays open.',
    ],
)
def test_a_quote_keeps_its_style(written: str) -> None:
    broken = swapped(DOOR, ("quote: >-\n      Vietnam’s “open door” stays open.", written))
    mended = mend(broken, DOOR)
    assert "Vietnam’s “open door” stays open." in mended
    before, after = broken.splitlines(), mended.splitlines()
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


@pytest.mark.parametrize(
    "words",
    ["Vietnam's “open doors” stays open.", "vietnam's “open door” stays open.", "open door stays open."],
)
def test_other_words_of_a_quote_are_left(words: str) -> None:
    broken = swapped(DOOR, ("Vietnam’s “open door” stays open.", words))
    assert mend(broken, DOOR) == broken


def test_a_quote_at_two_places_is_left(tmp_path: Path) -> None:
    folder = project.base(tmp_path)
    seed = folder / "seeds" / "small-review.txt"
    seed.write_text(seed.read_text() + "The “forum” came. Then the “forum” went.\n")
    card = folder / CARD
    card.write_text(re.sub("[0-9a-f]{64}", hashlib.sha256(seed.read_bytes()).hexdigest(), card.read_text()))
    library = load(folder)
    broken = swapped(FORUM, ("      Hanoi hosted a forum on May 2, 2024.", '      "forum"'))
    assert mend(broken, FORUM, library) == broken
    told = broken.replace('      "forum"\n', '      "forum"\n    prefix: "The"\n')
    assert "“forum”\n    prefix:" in mend(told, FORUM, library)


def test_marks_of_prefix_and_suffix() -> None:
    broken = swapped(
        DOOR,
        ("      Vietnam’s “open door” stays open.", '      stays open.\n    prefix: Vietnam\'s "open door"'),
    )
    assert "prefix: Vietnam’s “open door”\n" in mend(broken, DOOR)


def test_a_claim_keeps_its_own_marks() -> None:
    text = swapped(DOOR, ('Vietnam\'s "open door" stays', 'Vietnam´s  "open door" stays'))
    assert mend(text, DOOR) == text


def test_order_of_fields_with_their_remarks() -> None:
    broken = (
        "# Top remark, of the file.\n\n"
        "# why 2024\nwhen: 2024-05-02 # the day\n"
        "evidence:\n"
        "  # the seed's words\n"
        "  - quote: >-\n      Hanoi hosted a forum on May 2, 2024.\n"
        "    # where\n    source: small-review\n"
        "    context:\n      - quote: >-\n          The forum was the first.\n"
        "# what it says\nclaim: Hanoi hosted a forum on 2 May 2024, the first of its kind.\n"
        "terms: [forum-2024]\nkind: event\nthemes: [partnerships]\n# the end\n"
    )
    assert mend(broken, FORUM) == (
        "# Top remark, of the file.\n\n"
        "# what it says\nclaim: Hanoi hosted a forum on 2 May 2024, the first of its kind.\n"
        "kind: event\n"
        "# why 2024\nwhen: 2024-05-02 # the day\n"
        "themes: [partnerships]\nterms: [forum-2024]\n"
        "evidence:\n"
        "  # the seed's words\n"
        "  # where\n  - source: small-review\n"
        "    quote: >-\n      Hanoi hosted a forum on May 2, 2024.\n"
        "    context:\n      - quote: >-\n          The forum was the first.\n"
        "# the end\n"
    )


def test_a_remark_for_editors_programs_stays_on_top() -> None:
    line = "# yaml-language-server: $schema=../../../docs/data/v1/schema/facts.json\n"
    broken = swapped(FORUM, ("kind: event\n", ""), ("claim: ", "kind: event\nclaim: "))
    assert mend(line + broken, FORUM) == line + base(FORUM)


def test_order_in_braces() -> None:
    file = "data/facts/2024/brazil-strategic-partnership.yml"
    good = "{partner: brazil, tier: strategic-partnership, change: upgraded}"
    broken = swapped(file, (good, "{change: upgraded, tier: strategic-partnership, partner: brazil}"))
    assert mend(broken, file) == base(file)


def test_an_unknown_field_is_left_where_it_is() -> None:
    broken = swapped(FORUM, ("claim:", "clam:"))
    assert mend(broken, FORUM) == broken


@pytest.mark.parametrize(
    ("file", "good", "single"),
    [
        (FORUM, "[partnerships]", "partnerships"),
        (FORUM, "[partnerships, economy]", "partnerships, economy"),
        (CARD, "language: en", "language: en"),
    ],
)
def test_one_value_for_a_list(file: str, good: str, single: str) -> None:
    text = base(file).replace("[partnerships]", good)
    broken = text.replace(good, single)
    assert mend(broken, file) == text


def test_one_group_for_a_list() -> None:
    broken = swapped(
        FORUM,
        (
            "  - source: small-review\n    quote: >-\n      Hanoi",
            "  source: small-review\n  quote: >-\n    Hanoi",
        ),
        ("    context:\n      - quote: >-\n          The", "  context:\n    quote: >-\n      The"),
    )
    assert checks.run(load(project.CASES / "base")) == []
    assert mend(broken, FORUM) == base(FORUM)


@pytest.mark.parametrize("names", ["Ann Example, Bob Example", "Ann and Bob Example", "A [sic] B"])
def test_what_may_be_several_is_left(names: str) -> None:
    broken = swapped(CARD, ("language: en", f"authors: {names}\nlanguage: en"))
    assert mend(broken, CARD) == broken


DIGEST = "8530d70dbb5968486df3bc8d9cb23355cb593412025f4d38bc64d36e3020435d"


@pytest.mark.parametrize("open_", ["", " null", " ~", " TODO", " ''", " ...", ' "?"', " " + "0" * 64])
def test_the_checksum_of_a_new_seed(open_: str) -> None:
    assert mend(swapped(CARD, (f" {DIGEST}", open_)), CARD).replace('"', "").replace("''", "") == base(CARD)


def test_a_checksum_that_is_missing() -> None:
    assert mend(swapped(CARD, (f"sha256: {DIGEST}\n", "")), CARD) == base(CARD)


@pytest.mark.parametrize("other", ["ab" * 32, "12345", DIGEST.upper(), DIGEST[:-1]])
def test_a_checksum_is_never_written_over(other: str) -> None:
    broken = swapped(CARD, (DIGEST, other))
    assert mend(broken, CARD) == broken


def test_a_deleted_checksum_of_a_changed_seed_is_not_made_anew() -> None:
    broken = swapped(CARD, (f"sha256: {DIGEST}\n", ""))
    before = base(CARD).replace(DIGEST, "ab" * 32).encode()
    assert mend(broken, CARD, committed=before) == broken
    assert mend(broken, CARD, committed=base(CARD).encode()) == base(CARD)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
        lambda text: b"\xfe\xff" + text.replace("\n", "\r\n").encode("utf-16-be"),
        lambda text: text.replace("\n", "  \n").encode(),
        lambda text: text.replace("themes: ", "themes:\t").encode(),
        lambda text: re.sub(r"^( +)", lambda m: "\t" * (len(m[1]) // 2), text, flags=re.MULTILINE).encode(),
        lambda text: text.replace("hosted a forum", "hosted\ta forum", 1).encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: (text + "\n\n").encode(),
        lambda text: text.replace("first.", "fir\u200bst.").encode(),
    ],
)
def test_what_an_editors_program_left_behind(change: Any) -> None:
    text = base(FORUM)
    assert " ".join(mend(change(text), FORUM).split()) == " ".join(text.split())
    assert "\t" not in mend(change(text), FORUM)


@pytest.mark.parametrize(
    "change",
    [
        ("claim: Hanoi", "claim: 'Hanoi"),
        ("kind: event", "kind: event\nkind: event"),
        ("themes: [", "themes: &a ["),
        ("claim: ", "<<<<<<< HEAD\nclaim: "),
    ],
)
def test_what_cannot_be_read_is_left_with_its_finding(change: tuple[str, str]) -> None:
    broken = "\ufeff" + swapped(FORUM, change).replace("\n", "\r\n")
    mended = fix.fixed(broken.encode("utf-8"), FORUM, BASE)
    assert mended.text is None
    assert len(mended.findings) == 1


# What may be done to a file so that fix has to work, each leaving the record's meaning alone.
FILES = sorted(
    path.relative_to(project.SAMPLE).as_posix()
    for kind in ("facts", "indicators", "sources", "terms")
    for path in (project.SAMPLE / "data" / kind).rglob("*.yml")
)


def spoiled(text: str, chance: random.Random) -> tuple[str, set[str]]:
    """A file spoiled at random, with remarks put in everywhere; and those remarks."""
    remarks = set()
    lines = []
    for number, line in enumerate(text.splitlines()):
        if re.match(r"( *- )?[a-z_]+:", line.lstrip()) and chance.random() < 0.4:
            remark = f"# remark {number}: 'a' \"b\" [c"
            remarks.add(remark)
            lines.append(" " * (len(line) - len(line.lstrip())) + remark)
        lines.append(line + " " * chance.choice([0, 0, 0, 2]))
    text = "\n".join(lines) + "\n"
    for mark, other in {"’": "'", "“": '"', "”": '"', "–": "-"}.items():
        if chance.random() < 0.7:
            text = re.sub(
                r"(?<=quote: >-\n)(?: +.*\n)+?(?= *(?:- )?[a-z_]+:|\Z)",
                lambda words, old=mark, new=other: words[0].replace(old, new),  # type: ignore[misc]
                text,
            )
    if chance.random() < 0.5:
        text = re.sub(r"^themes: \[([a-z0-9-]+)\]", r"themes: \1", text, flags=re.MULTILINE)
    blocks = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    if chance.random() < 0.6 and not blocks[0]:
        chance.shuffle(blocks)
    text = "".join(blocks)
    return text.replace("\n", "\r\n") if chance.random() < 0.3 else text, remarks


@settings(max_examples=150)
@given(st.sampled_from(FILES), st.integers(0, 2**32))
def test_nothing_but_the_mends_changes(file: str, number: int) -> None:
    """Comments stay, and the record is the one that the spoiled file was made from."""
    original = (project.SAMPLE / file).read_bytes()
    text, remarks = spoiled(original.decode("utf-8"), random.Random(number))
    mended = mend(text, file, SAMPLE)
    document, findings = yamlfile.read(mended.encode("utf-8"), file)
    first, _ = yamlfile.read(original, file)
    assert document is not None, findings
    assert first is not None
    kind = kinds.BY_NAME[fix.kind_of(file) or ""].record
    assert shape.fit(kind, document)[0] is not None
    assert plain(document.values) == plain(first.values)
    for remark in remarks:
        assert mended.count(remark) == 1
    # An independent reader, made for comments, agrees on the values.
    other = ruamel.yaml.YAML(typ="rt", pure=True).load(io.StringIO(mended))
    assert [*other] == [*document.values] == [*first.values]


def plain(value: Any) -> Any:
    """Values with white space folded; claims and notes must keep every letter."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return " ".join(value.split()) if isinstance(value, str) else value


@settings(max_examples=200)
@given(st.sampled_from(FILES), st.data())
def test_any_edit_stays_what_it_says(file: str, data: st.DataObject) -> None:
    """A random edit anywhere: what fix leaves says the same, but for marks, spaces and lists."""
    text = (project.SAMPLE / file).read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    new = data.draw(st.text(alphabet="'\"’“–- \n\t#:[]{}>|,ab\u200b\u00a0\r&*", max_size=4))
    broken = text[:at] + new + text[at + data.draw(st.integers(0, 3)) :]
    before, _ = yamlfile.read(broken.encode("utf-8"), file)
    mended = fix.fixed(broken.encode("utf-8"), file, SAMPLE)
    if mended.text is None:
        return
    after, findings = yamlfile.read(mended.text.encode("utf-8"), file)
    assert after is not None, findings
    if before is not None:
        assert bare(before.values) == bare(after.values)
    assert fix.fixed(mended.text.encode("utf-8"), file, SAMPLE).text is None


def bare(value: Any) -> Any:
    """Letters and digits alone, fields by name: what no mend may touch."""
    if isinstance(value, dict):
        return {name: bare(inner) for name, inner in sorted(value.items()) if name != "sha256"}
    if isinstance(value, list):
        return [bare(inner) for inner in value] if len(value) > 1 else bare(value[0]) if value else []
    return re.sub(r"\W", "", value) if isinstance(value, str) else value
