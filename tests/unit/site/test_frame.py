"""A frame that is filled is the page that the template would have made."""

from __future__ import annotations

from bamboo.site.frame import frame, marker
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template

THEME = Template(
    "<title>{{ title }}</title>"
    "{% for part in parts %}<a href='{{ part.ident }}'>{{ part.title }}</a>, {% endfor %}"
    "<h1>{{ title }}</h1><ul>{% for part in parts %}\n<li>{{ part.title }}</li>{% endfor %}</ul>{{ rest }}"
)
texts = st.text(max_size=5)
items = st.fixed_dictionaries({"ident": texts, "title": texts})


def marked(template: Template, count: int) -> str:
    parts = [{"ident": marker("ident", number), "title": marker("title", number)} for number in range(count)]
    return template.render(title=marker("title"), rest=marker("rest"), parts=parts)


@given(texts, texts, st.lists(items, min_size=1, max_size=4))
def test_it_is_the_page_that_the_template_makes(title: str, rest: str, parts: list[dict[str, str]]) -> None:
    found = frame(marked(THEME, 2), 2)
    assert found is not None
    whole = THEME.render(title=title, rest=rest, parts=parts)
    assert found.fill({"title": title, "rest": rest}, parts) == whole


def test_values_are_never_read_for_markers() -> None:
    found = frame(marked(THEME, 2), 2)
    assert found is not None
    values = {"title": marker("rest"), "rest": "x"}
    assert found.fill(values, []).count(marker("rest")) == 2


def test_there_is_no_frame_where_items_are_not_alike() -> None:
    striped = Template("{% for part in parts %}<i class='{{ loop.index }}'>{{ part.title }}</i>{% endfor %}")
    assert frame(marked(striped, 3), 3) is None
    halved = Template("{% for part in parts[:1] %}{{ part.title }}{% endfor %}")
    assert frame(marked(halved, 2), 2) is None
