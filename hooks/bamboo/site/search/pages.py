"""Pages about the whole that people look for by what is on them; lists of everything are not among them."""

from __future__ import annotations

from dataclasses import dataclass

from bamboo.graph import addresses


@dataclass(frozen=True, slots=True)
class WholePage:
    """A page, what it shows, and further words by which it is looked for."""

    address: str
    title: str
    text: str
    words: str = ""


PAGES = (
    WholePage(
        addresses.TIMELINE,
        "Timeline",
        "What is dated, in order.",
        "calendar chronology dates when ics",
    ),
    WholePage(
        addresses.COMPARE,
        "Years side by side",
        "Figures, tiers, agreements, events and plans, year beside year.",
        "compare comparison",
    ),
    WholePage(
        addresses.DISAGREEMENTS,
        "Where sources differ",
        "Every claim that the sources do not tell alike.",
        "disagreements disagree conflict contradiction difference",
    ),
    WholePage(
        addresses.GAPS,
        "What no source says",
        "What the texts leave open, by partner, theme, figure and source.",
        "gaps missing unknown",
    ),
    WholePage(
        "data/index.html",
        "Data",
        "All data of this site as files.",
        "download json open data api csv export",
    ),
    WholePage(
        "about.html", "About", "What this site is and how to read it.", "bamboo licence license rights"
    ),
    WholePage(
        "contribute.html",
        "Contribute",
        "How editors correct and extend the data.",
        "edit guide github pull request correction mistake error",
    ),
)
