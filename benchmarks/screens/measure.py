"""What the first screens of a built site show, and how long its pages are on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from lxml import html
from playwright.sync_api import Browser, Page

from benchmarks.search.serving import serving
from benchmarks.statements.figures import Figure
from benchmarks.statements.screens import READ

QUESTIONS = Path(__file__).parent / "questions.yml"

# Width and height of a screen, and how far down the words of a fact's first quote may begin on it.
QUOTES = ((1440, 900, 620), (360, 740, 700))
PHONE = (360, 740)
# The first screens that are to answer a reader's questions.
SCREENS = ((1440, 900), PHONE)
# A page that grows longer than this on a phone is to be split.
LONGEST = 12_000
# And one with more elements is slow to open on it.
ELEMENTS = 3_000
# Each px of a page's height takes more bytes of HTML than these, so smaller pages need not be opened.
LEAST = 2.5
# Written by hand, or the text of a source, which is shown whole: its passages keep one address.
WHOLE = ("about.html", "contribute.html", "developers.html", "sources/")

_SIZE = "[document.documentElement.scrollHeight, document.querySelectorAll('*').length]"
_QUOTE = """
() => {
  const words = document.querySelector("figure.quote .quote__words, figure.quote blockquote");
  return words ? words.getBoundingClientRect().top + scrollY : null;
}
"""


def measured(site: Path, browser: Browser, heaviest: int | None = None) -> Iterator[Figure]:
    """Every figure. The pages are opened as a host serves them; with `heaviest`, only so many of them: the
    facts with most before their quote, and the largest pages."""
    addresses = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")) if _is_page(path)]
    facts = [address for address in addresses if address.startswith("facts/") and address.count("/") == 2]
    if heaviest is not None:
        facts = sorted(facts, key=lambda one: -_before_quote(site / one))[:heaviest]
        addresses = sorted(addresses, key=lambda one: -(site / one).stat().st_size)[:heaviest]
    long = [one for one in addresses if (site / one).stat().st_size > LONGEST * LEAST and one not in facts]
    with serving(site) as served:
        page = browser.new_page()
        tops: dict[int, dict[str, float]] = {width: {} for width, _, _ in QUOTES}
        for fact in facts:
            page.goto(f"{served.base}{fact}")
            for width, height, _ in QUOTES:
                page.set_viewport_size({"width": width, "height": height})
                if top := page.evaluate(_QUOTE):
                    tops[width][fact] = top
        for width, _, most in QUOTES:
            lowest = max(tops[width], key=lambda fact: tops[width][fact])
            yield Figure(
                f"where the first quote of a fact begins, {width} px wide",
                round(tops[width][lowest]),
                most=most,
                about=f"{len(tops[width])} of {len(facts)} pages; {lowest}",
            )
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        tall: dict[str, int] = {}
        many: dict[str, int] = {}
        for one in long:
            if not one.startswith(WHOLE):
                page.goto(f"{served.base}{one}")
                tall[one], many[one] = page.evaluate(_SIZE)
        page.close()
        longest = sorted(tall, key=lambda one: -tall[one])[:3]
        yield Figure(
            f"height of the longest page, {PHONE[0]} px wide",
            tall[longest[0]],
            most=LONGEST,
            about=", ".join(f"{one} {tall[one]:,.0f}" for one in longest),
        )
        fullest = max(many, key=lambda one: many[one])
        yield Figure("elements of the page with most", many[fullest], most=ELEMENTS, about=fullest)
        for width, height in SCREENS:
            page = browser.new_page(viewport={"width": width, "height": height})
            missed = [
                f"{question['asks']} ({', '.join(missing)})"
                for question in questions()
                if (missing := _missing(page, served.base, question, height))
            ]
            page.close()
            yield Figure(
                f"questions without their answer in the first screen, {width} × {height} px",
                len(missed),
                most=0,
                about=f"of {len(questions())}; {'; '.join(missed)}" if missed else f"of {len(questions())}",
            )


def questions() -> list[dict[str, object]]:
    """The questions of a new reader."""
    found: list[dict[str, object]] = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return found


def _missing(page: Page, base: str, question: dict[str, object], bottom: int) -> list[str]:
    """The words of an answer that cannot be read above this height."""
    page.goto(f"{base}{question['page']}")
    seen = str(page.evaluate(READ, bottom)).casefold()
    answer = question["answer"]
    assert isinstance(answer, list)
    return [str(words) for words in answer if "".join(str(words).split()).casefold() not in seen]


def _before_quote(path: Path) -> int:
    """Characters of a fact's page between its title and the words of its first quote."""
    text = path.read_text(encoding="utf-8")
    return text.find("quote__words") - text.find("<h1")


def _is_page(path: Path) -> bool:
    """Whether it is read: no page that only leads on, and no page of errors."""
    if path.name == "404.html":
        return False
    content = path.read_bytes()
    if b"refresh" not in content.lower():
        return True
    tree = html.fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    return not tree.xpath("//meta[translate(@http-equiv, 'R', 'r')='refresh']")
