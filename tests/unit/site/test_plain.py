"""A page as plain Markdown, and what tools find."""

from __future__ import annotations

import pytest
from bamboo.site import plain, social


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("---\ntitle: x\n---\n\n# A &#38; b {#top}\n", "# A & b"),
        ('<p>One <a href="x.html">two</a> <q>three</q></p>', "One [two](x.html) “three”"),
        ("<ul>\n<li>one</li>\n<li>two</li>\n</ul><p>end</p>", "- one\n- two\n\nend"),
        ("<blockquote><p>said</p></blockquote>", "> said"),
        ("<tr><th>a</th><td>b</td></tr>", "a | b"),
        ("<p>a<sup><a href='#n'>1</a></sup><script>x</script></p>", "a"),
        ("<p>&lt;b&gt; *x*</p>", r"\<b\> \*x\*"),
        ("one\n\ntwo", "one\n\ntwo"),
    ],
)
def test_html_in_markdown_becomes_markdown_alone(page: str, expected: str) -> None:
    assert plain.markdown(page) == f"{expected}\n"


def test_every_kind_of_page_has_its_picture() -> None:
    assert social.picture("partners/japan.html") == "assets/social/partners.png"
    assert social.picture("index.html") == social.picture("compare/a.html") == "assets/social/home.png"
