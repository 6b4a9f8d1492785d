"""What a reader sees before scrolling: how much of each overview is inside the first screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bamboo.kinds.library import Library
from bamboo.kinds.overview import Sentence
from playwright.sync_api import Browser

from benchmarks.search.serving import serving
from benchmarks.statements.figures import Figure

# Width, height, and how many screens of it count as the first.
SCREENS = ((1440, 900, 1), (360, 740, 2))
KINDS = ("years", "themes", "partners")

# The home page on a phone: its width, and how high it may be.
PHONE, HOME_HEIGHT = 360, 4500

# Every visible word that ends above a height, in the order of the page. The marks of notes are no words,
# and the menu that waits beside a phone's screen is not in it.
READ = """
(bottom) => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("sup, script, style") || !node.parentElement.checkVisibility()) continue;
    for (const word of node.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const place = range.getBoundingClientRect();
      const inside = place.left >= 0 && place.right <= innerWidth && place.bottom <= bottom;
      if (place.width && inside) found.push(word[0]);
    }
  }
  return found.join("");
}
"""


def measured(library: Library, site: Path, browser: Browser) -> Iterator[Figure]:
    """For each screen: the share of the overviews' words inside, and the pages whose first half is not."""
    told = {
        f"{kind}/{ident}.html": entry.record.overview
        for kind in KINDS
        for ident, entry in library.of(kind).items()
        if entry.record.overview
    }
    with serving(site) as served:
        for width, height, screens in SCREENS:
            page = browser.new_page(viewport={"width": width, "height": height})
            inside: dict[str, float] = {}
            for address, overview in told.items():
                page.goto(f"{served.base}{address}")
                seen = page.evaluate(READ, height * screens)
                inside[address] = share(overview, seen)
            page.close()
            name = f"first {screens * height} px at {width} px"
            least = min(inside, key=lambda address: inside[address])
            whole = sum(part == 1 for part in inside.values())
            yield Figure(
                f"{name}: pages that show the first half of their overview",
                sum(part >= 0.5 for part in inside.values()) / len(inside),
                least=1,
                percent=True,
                about=f"{whole} of {len(inside)} show all of it; least {inside[least]:.0%}: {least}",
            )


def home(site: Path, browser: Browser) -> Figure:
    """The height of the home page on a phone."""
    page = browser.new_page(viewport={"width": PHONE, "height": 740})
    page.goto((site / "index.html").as_uri())
    height = page.evaluate("document.documentElement.scrollHeight")
    page.close()
    return Figure(f"height of the home page at {PHONE} px, in px", height, most=HOME_HEIGHT - 1)


def share(overview: list[Sentence], seen: str) -> float:
    """How much of an overview's beginning, by words, can be read in `seen`, which is without white space.

    Sentences are looked for one by one: the mark of a note may follow each.
    """
    inside = 0
    for sentence in overview:
        words = sentence.says.split()
        many = len(words)
        while many and "".join(words[:many]) not in seen:
            many -= 1
        inside += many
        if many < len(words):
            break
    return inside / sum(len(sentence.says.split()) for sentence in overview)
