"""A page that is up to date is shown at once, others when all is built; a browser hears of its own page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from bamboo.preview.outputs import Outputs
from bamboo.preview.served import Served

PAGE = '<div data-md-component="announce"></div><p>Viet Nam</p>'


def files(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The server of files behind it."""
    body = (PAGE + environ["PATH_INFO"]).encode("utf-8")
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
    return [body]


def ask(served: Served, path: str, page: str = "") -> str:
    heads: list[dict[str, str]] = []
    environ = {"PATH_INFO": path, "HTTP_REFERER": f"http://127.0.0.1:8000/{page}"}
    body = b"".join(served(environ, lambda _, headers: heads.append(dict(headers))))
    assert int(heads[0].get("Content-Length", len(body))) == len(body)
    return body.decode("utf-8")


@pytest.fixture
def served() -> Served:
    return Served(files, "/")


def waits(asked: Future[str]) -> bool:
    with pytest.raises(TimeoutError):
        asked.result(timeout=0.1)
    return True


def test_while_a_site_is_built_only_pages_that_are_up_to_date_are_shown(served: Served) -> None:
    with ThreadPoolExecutor() as threads:
        served.begin()
        one, other = (threads.submit(ask, served, f"/{name}.html") for name in ("one", "other"))
        assert waits(one)
        served.show({"one.html"}, {"one.html"}, 5)
        assert one.result(timeout=5).endswith("/one.html")
        assert ask(served, "/assets/site.css").endswith("/assets/site.css")
        assert waits(other)
        # The next build begins before this one has ended.
        served.begin()
        assert waits(again := threads.submit(ask, served, "/one.html"))
        served.end()
        assert again.result(timeout=5).endswith("/one.html")
        assert other.result(timeout=5).endswith("/other.html")


def test_a_browser_hears_of_its_own_page_alone(served: Served) -> None:
    with ThreadPoolExecutor() as threads:
        one = threads.submit(ask, served, "/livereload/3/1", "one.html")
        folder = threads.submit(ask, served, "/livereload/3/1", "")
        served.show((), {"other.html"}, 4)
        assert waits(one)
        assert waits(folder)
        served.show((), {"one.html", "index.html"}, 5)
        assert (one.result(timeout=5), folder.result(timeout=5)) == ("5", "5")
    assert {*served.open} == {"index.html", "one.html"}


def test_findings_are_above_every_page_until_it_is_up_to_date(served: Served) -> None:
    served.show_all(7, "a finding <b>")
    assert ask(served, "/livereload/6/1", "one.html") == "7"
    assert "a finding &lt;b&gt;" in ask(served, "/one.html")
    assert "finding" not in ask(served, "/assets/site.css")
    served.begin()
    served.show({"one.html"}, {"one.html"}, 8)
    assert "finding" not in ask(served, "/one.html")
    served.end()
    served.show_all(8, "")
    assert "finding" not in ask(served, "/other.html")


def test_what_is_new_is_known_and_two_folders_take_turns(tmp_path: Path) -> None:
    outputs = Outputs()
    first = outputs.turn(str(tmp_path))
    outputs.write("a.html", "a")
    outputs.write("b.html", "b")
    assert (outputs.finish(), outputs.news(), outputs.gone()) == (first, {"a.html", "b.html"}, set())
    second = outputs.turn(str(tmp_path))
    outputs.write("a.html", "other")
    # A build that is given up is written over by the next; what is read from is left alone.
    assert (outputs.folder, outputs.turn(str(tmp_path))) == (first, second)
    outputs.write("a.html", "other")
    assert (outputs.finish(), outputs.news(), outputs.gone()) == (second, {"a.html"}, {"b.html"})
    assert outputs.turn(str(tmp_path)) == first
    assert first != second
    assert Path(first).parent == Path(second).parent == tmp_path
    outputs.write("b.html", "b")
    assert outputs.news() == {"b.html"}
