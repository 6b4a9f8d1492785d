"""What is read line by line is what the parser reads, with every place, and nothing is wrong with it."""

from __future__ import annotations

import random

import project
import pytest
from bamboo.data import yamlfile, yamlplain
from hypothesis import given
from hypothesis import strategies as st

FILES = [
    path.read_text(encoding="utf-8")
    for root in (project.ROOT, project.SAMPLE, project.CASES / "base")
    for path in sorted((root / "data").rglob("*.yml"))
]
# What means something to YAML, and what only looks like it.
SIGNS = [
    *(" ", "  ", "\n", ":", ": ", " #", "#", "- ", "-", "[", "]", "{", "}", ",", "'", '"', "|", ">", ">-\n"),
    *(
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "?",
        "\\",
        "~",
        "null",
        "---\n",
        "...\n",
        "\r",
        "\x85",
        "\u2028",
        "\ufffe",
    ),
    *(
        "\n\n",
        "\n  ",
        "\n    x",
        "a: b\n",
        "- a\n",
        "  # x\n",
        "é",
        "“",
        "2024",
        "=",
        "<<: x\n",
        "\u00a0",
        "💥",
    ),
]


def same(text: str) -> bool:
    """Whether a text is read line by line; that it is read as by the parser is asserted."""
    plain = yamlplain.read(text)
    if plain is None:
        return False
    assert list(yamlfile._hidden(text, "x.yml")) == []
    built = yamlfile._built(text, "x.yml")
    assert built.findings == []
    assert plain[0] == built.root
    assert plain[1] == {path: (place.line, place.column) for path, place in built.locations.items()}
    for name in plain[0]:
        assert yamlfile.Document("x.yml", plain[0], text).location(name) == built.locations[(name,)]
    return True


def test_nearly_every_file_is_read_line_by_line() -> None:
    assert sum(map(same, FILES)) > 0.97 * len(FILES)


@pytest.mark.parametrize("seed", range(2))
def test_changed_files_are_read_as_by_the_parser(seed: int) -> None:
    chance, plain = random.Random(seed), 0
    for text in FILES:
        for _ in range(2):
            changed = text[: chance.randint(200, 900)]
            for _ in range(chance.randint(1, 3)):
                at = chance.randrange(len(changed) + 1)
                cut = chance.choice((0, 0, 1, 2, 8))
                changed = changed[:at] + chance.choice(SIGNS) + changed[at + cut :]
            if not any(yamlfile._hidden(changed, "x.yml")):
                plain += same(changed)
    assert plain > 100


LINES = st.tuples(
    st.sampled_from(["", " ", "  ", "   ", "    ", "      "]),
    st.sampled_from(["", "", "", "- ", "- - ", "# ", "-"]),
    st.sampled_from(["", "a:", "b:", "c: ", "a : ", "a_b: ", "a:b", "2: "]),
    st.sampled_from(
        ["", "x", "x y", ">-", ">", "|", "[a, b]", "[]", "[a b]", "[a,b]", "{a: b}", "{a: b, a: c}"]
    )
    | st.sampled_from(
        ["'x'", "'it''s'", '"x"', '"a\\n"', "null", "~", "x: y", "x:y", "x #y", "x#y", "x:", "(x"]
    )
    | st.sampled_from(["x ", "“x”", "...", "a, b", "x]", "no", "12:30", "-x", "=", "é", "[null]", "[a, ]"]),
).map("".join)


@given(st.lists(LINES, min_size=1, max_size=8).map("\n".join), st.sampled_from(["", "\n", "\n\n", "\n  \n"]))
def test_any_lines_are_read_as_by_the_parser(text: str, end: str) -> None:
    same(text + end)
