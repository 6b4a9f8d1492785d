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

from benchmarks.search import score, synthetic, tables
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
