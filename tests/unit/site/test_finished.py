"""Headings and finished blocks become the HTML that Python-Markdown makes of them; the rest is left to it."""

from __future__ import annotations

from typing import Any

import pytest
from bamboo.site.finished import Finisher
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.toc import slugify

EXTENSIONS = ["attr_list", "def_list", "tables", "toc"]
CONVERTER = Markdown(extensions=EXTENSIONS, extension_configs={"toc": {"permalink": True, "toc_depth": 2}})


def convert(markdown: str) -> tuple[str, list[dict[str, Any]]]:
    html = CONVERTER.reset().convert(markdown)
    return html, list(CONVERTER.toc_tokens)


def slug(text: str) -> str:
    return str(slugify(text, "-"))


def flat(tokens: list[dict[str, Any]]) -> list[tuple[int, str, str]]:
    return [
        row
        for token in tokens
        for row in [(token["level"], token["id"], token["name"]), *flat(token["children"])]
    ]


texts = st.text(st.sampled_from("ab &<>\"'é#*_`[]"), min_size=1, max_size=8).map(
    lambda text: "x" + "".join(f"&#{ord(one)};" if not one.isalnum() and one != " " else one for one in text)
)
inside = st.recursive(
    texts,
    lambda made: st.builds(
        '<{0} class="c">{1}{2}</{0}>'.format, st.sampled_from(["div", "p", "span", "ul", "em"]), made, made
    ),
    max_leaves=5,
)
lines = st.lists(st.one_of(inside, st.just("# in a block"), st.just("")), min_size=1, max_size=4).map(
    lambda rows: "\n".join(rows).replace("\n\n\n", "\n\n").strip("\n") or "x"
)
blocks = st.builds(
    '<{0} id="b">\n{1}\n</{0}>'.format, st.sampled_from(["div", "article", "nav", "ul", "script", "p"]), lines
)
words = st.text(st.sampled_from("ab1Đế"), min_size=1, max_size=4)
simple = st.lists(words, min_size=1, max_size=4).map(" ".join)
headings = st.builds(
    "{} {}{}".format,
    st.sampled_from(["#", "##", "###"]),
    st.one_of(texts.map(str.strip), simple),
    st.sampled_from(["", " {#an-id}"]),
)
pages = st.lists(
    st.tuples(st.one_of(blocks, headings), st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=6
).map(lambda parts: "".join(part + end for part, end in parts))


@given(pages)
def test_a_finished_page_is_what_the_converter_makes_of_it(page: str) -> None:
    found = Finisher(convert, slug).page(page)
    if found is not None:
        html, tokens = convert(page)
        assert found.html == html
        assert flat(list(found.headings)) == flat(tokens)


def test_headings_and_blocks_are_finished() -> None:
    page = (
        "# A &#42; b {#top}\n\n<div>\n# no heading\n\n<div>x</div>\n</div>\n<p>y</p>\n\n## C\n\n<ul>z</ul>\n"
    )
    found = Finisher(convert, slug).page(page)
    assert found is not None
    assert found.html == convert(page)[0]
    assert [(token["level"], token["id"]) for token in found.headings] == [(1, "top"), (2, "c")]


@pytest.mark.parametrize(
    "page",
    [
        "# A\n\nProse.\n",
        "# A\n\n<span>inline</span>\n",
        "# A\n\n<div>x</div> after\n",
        "# A\n\n<div>never ends\n",
        "# A\n\n<!-- a comment -->\n",
        "# A\n\n- a list\n",
        "## Same\n\n## Same\n",
        "# A\n\n<div>\n\tx</div>\n",
    ],
)
def test_a_page_with_more_in_it_is_left_to_the_converter(page: str) -> None:
    assert Finisher(convert, slug).page(page) is None
