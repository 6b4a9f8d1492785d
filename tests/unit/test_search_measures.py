"""The benchmark's own arithmetic: what counts as an answer, and libraries that are the same at every run."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

import pytest
from bamboo.graph import claims as graph
from bamboo.kinds.library import load
from every import Every
from labels import label_of
from project import ROOT

from benchmarks.search import lists, score, synthetic, tables
from benchmarks.search.measure import Cost
from benchmarks.search.queries import CLASSES, HALVES, NOTHING, TYPED_CLASSES, Query
from benchmarks.search.score import Score
from benchmarks.search.serving import serving, transferred

ANY = Query("tô lâm", "vietnamese", ("people/to-lam.html", "people/xi-jinping.html"))
NONE = Query("Brexit", NOTHING, ())


def test_an_answer_is_pages_each_at_its_first_place() -> None:
    base = "http://127.0.0.1:1/"
    asked = [f"{base}a.html#one", f"{base}b.html?h=x", "a.html", f"{base}", "c%20d.html"]
    assert score.pages(asked, base) == ["a.html", "b.html", "index.html", "c d.html"]


@pytest.mark.parametrize(
    ("answer", "rank"),
    [
        ([], None),
        (["people/to-lam.html"], 1),
        (["x.html", "y.html", "people/xi-jinping.html", "people/to-lam.html"], 3),
        ([*map(str, range(9)), "people/to-lam.html"], 10),
        ([*map(str, range(10)), "people/to-lam.html"], None),
    ],
)
def test_the_rank_is_the_place_of_the_first_expected_page(answer: list[str], rank: int | None) -> None:
    assert score.rank(ANY.expect, answer) == rank


TIMELINE = """<article>
<h2 id="year-2023">2023</h2><ul class="timeline__list">
<li data-kind="visit" data-partner="japan asean"><a href="facts/2023/a.html">A</a></li>
<li data-kind="event" data-partner="japan"><a href="facts/2023/b.html">B</a></li></ul>
<h2 id="year-2024">2024</h2><ul class="timeline__list">
<li data-kind="visit" data-partner="cuba"><a href="facts/2024/c.html#top">C</a></li>
<li data-kind="visit" data-partner="japan"><a href="facts/2024/d.html">D</a></li></ul></article>"""
TERM = """<article><a href="x.html">X</a><h2 id="who">Who</h2>
<table><tr><td><a href="../partners/cuba.html">Cuba</a></td></tr></table>
<h2 id="more">More</h2><p><a href="y.html">Y</a> <a href="https://example.org/z.html">Z</a></p></article>"""


@pytest.mark.parametrize(
    ("address", "text", "pages"),
    [
        ("timeline.html?kind=visit#year-2024", TIMELINE, {"facts/2024/c.html", "facts/2024/d.html"}),
        ("timeline.html?kind=visit&partner=japan", TIMELINE, {"facts/2023/a.html", "facts/2024/d.html"}),
        ("terms/t.html#who", TERM, {"partners/cuba.html"}),
        ("terms/index.html", TERM, {"terms/x.html", "partners/cuba.html", "terms/y.html"}),
    ],
)
def test_a_list_holds_the_pages_that_it_shows(address: str, text: str, pages: set[str]) -> None:
    assert lists.is_list(address)
    assert set(lists.pages(address, text)) == pages


def test_a_list_answers_where_it_holds_every_page_that_does() -> None:
    def held(address: str) -> frozenset[str]:
        return frozenset(lists.pages(address, TIMELINE))

    both = Query("trips", "lists", ("facts/2024/c.html", "facts/2024/d.html"))
    narrow, wide = "timeline.html?kind=visit&partner=cuba", "timeline.html?kind=visit#year-2024"
    assert score.pages([f"/{wide}", "/a.html?h=x#b"], "/", lists.is_list) == [wide, "a.html"]
    assert score.rank(both.expect, [narrow, wide], held) == 2
    assert score.rank(both.expect, [narrow, wide]) is None
    assert score.succeeds(both, ["x", "y", wide], held=held)
    assert not score.succeeds(both, ["x", "y", "z", wide], held=held)
    assert score.score([(both, [wide]), (both, [narrow])], held) == Score(2, 0.5, 0.5, 0.5)
    # A list that is itself accepted, and a page that is no list.
    assert score.rank(("timeline.html",), [narrow], held) == 1
    assert score.rank(both.expect, ["timeline.html"], held) is None


def test_success_and_reciprocal_rank() -> None:
    right = "people/to-lam.html"
    answers = [(ANY, [right]), (ANY, ["x", right]), (ANY, ["x", "y", "z", right]), (ANY, [])]
    assert score.score(answers) == Score(4, 0.25, 0.5, (1 + 1 / 2 + 1 / 4) / 4)
    assert score.score([]) == Score(0, 0.0, 0.0, 0.0)


def test_where_nothing_is_expected_only_nothing_is_right() -> None:
    assert score.succeeds(NONE, [])
    assert not score.succeeds(NONE, ["partners/malawi.html"])
    assert score.score([(NONE, []), (NONE, ["x.html"])]) == Score(2, 0.5, 0.5, 0.5)


def test_classes_are_scored_apart_and_nothing_is_no_finding() -> None:
    scores = score.by_class([(ANY, ["x.html"]), (NONE, [])])
    assert set(scores) == {*CLASSES, "found"}
    assert scores["found"] == scores["vietnamese"] == Score(1, 0.0, 0.0, 0.0)
    assert scores[NOTHING].at_1 == 1


def test_the_other_set_is_scored_by_its_own_classes_in_each_place() -> None:
    asked = Query("ai là tô lâm", "questions-in-vietnamese", ANY.expect)
    places = {
        "in the box": score.by_class([(asked, []), (NONE, [])], TYPED_CLASSES),
        "on the page": score.by_class([(asked, list(ANY.expect)), (NONE, ["x.html"])], TYPED_CLASSES),
    }
    assert set(places["in the box"]) == {*TYPED_CLASSES, "found"}
    lines = tables.typed(places).splitlines()
    assert lines[0] == "| Success at 3 by class | queries | in the box | on the page |"
    assert "| questions in vietnamese | 1 | 0.0 % | 100.0 % |" in lines
    assert "| nothing | 1 | 100.0 % | 0.0 % |" in lines
    assert lines[-1] == "| all but nothing | 1 | 0.0 % | 100.0 % |"


def test_the_median_is_in_the_middle() -> None:
    assert score.median([3, 1, 2]) == 2
    assert score.median([4, 1, 2, 3]) == 2.5


def test_what_is_served_is_remembered_and_weighed_as_it_is_sent(tmp_path: Path) -> None:
    (tmp_path / "long.js").write_text("x" * 10_000, encoding="utf-8")
    (tmp_path / "short.bin").write_bytes(b"x")
    with serving(tmp_path) as served:
        with urlopen(served.base + "long.js?v=1") as answer:
            assert int(answer.headers["Content-Length"]) == transferred(tmp_path / "long.js") < 100
        assert served.asked == ["long.js"]
        served.forget()
        assert served.asked == []
    assert transferred(tmp_path / "short.bin") == 1
    (tmp_path / "long.js").write_text("y" * 100_000, encoding="utf-8")
    assert transferred(tmp_path / "long.js") > 100


def test_a_synthetic_library_has_its_size_and_is_the_same_at_every_run(every: Every) -> None:
    present = load(ROOT)
    first, again = (graph.link(synthetic.library(present, 300)) for _ in range(2))
    assert len(first.library.facts) == 300
    assert synthetic.digest(first) == synthetic.digest(again)
    assert len({claim.text for claim in first.claims.values()}) == len(first.claims)
    larger = graph.link(synthetic.library(present, 900))
    for kind in ("people", "terms", "sources"):
        with every.test(label_of(kind)):
            assert len(larger.library.of(kind)) > len(first.library.of(kind)) > len(present.of(kind)), kind

    def vocabulary(of: graph.Graph) -> int:
        return len({word for claim in of.claims.values() for word in claim.text.split()})

    assert vocabulary(larger) > 1.3 * vocabulary(first)


def test_tables_have_a_row_for_each_number() -> None:
    one = Score(2, 0.5, 1.0, 0.75)
    scores = {name: {half: dict.fromkeys([*CLASSES, "found"], one) for half in HALVES} for name in ("A", "B")}
    cost = Cost(10_000, 3, 90_000, 4, 400.0, 100.0, 4.0, 30.0)
    lines = tables.summary(scores, {"A": cost, "B": cost}).splitlines()
    assert lines[0] == "|  | A | B |"
    assert "| Success at 3, held-out | 100.0 % | 100.0 % |" in lines
    assert "| Loaded by the first search, gzip | 90 kB | 90 kB |" in lines
    assert tables.classes(scores).splitlines()[2] == "| plain | 4 | 100.0 % | 100.0 % |"
    assert tables.growth({2000: {"A": cost}}).splitlines()[0] == "|  | A, 2,000 |"


def test_a_table_takes_the_place_of_the_last_one() -> None:
    page = "# A\n\n<!-- make bench: b -->\n\nold\n\n<!-- end -->\n\nrest <!-- end -->\n"
    once = tables.put(page, "b", "| new |")
    assert once == "# A\n\n<!-- make bench: b -->\n\n| new |\n\n<!-- end -->\n\nrest <!-- end -->\n"
    assert tables.put(once, "b", "| new |") == once
    with pytest.raises(ValueError, match="no place for the table c"):
        tables.put(page, "c", "| new |")


def test_the_readme_has_a_place_for_each_table(every: Every) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("search", "growth"):
        with every.test(label_of(name)):
            assert tables.put(readme, name, "| new |") != readme
