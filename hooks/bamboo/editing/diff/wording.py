"""The words that all forms of a comparison share, and how much each shows."""

from __future__ import annotations

from bamboo.data.english import counted, listed
from bamboo.data.locations import unhidden
from bamboo.editing.diff.claims import Difference
from bamboo.editing.diff.compare import Counts, Covered, Result

NOTHING = "No change in meaning."
PAGES_SHOWN = 30
QUOTES_SHOWN = 6
LONGEST = 600  # characters of one text

GROUPS = (("Facts", "facts"), ("Figures by period", "observations"), ("Records", "entities"))


def visible(text: str, limit: int = LONGEST) -> str:
    """A text on one line, cut at `limit`; what is invisible or would turn the writing is named."""
    flat = unhidden(" ".join(text.split()))
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def totals(difference: Difference) -> str:
    """`2 added, 1 changed`."""
    rows = (
        (len(difference.added), "added"),
        (len(difference.changed), "changed"),
        (len(difference.renamed), "renamed"),
        (difference.joined, "merged"),
        (len(difference.removed), "removed"),
    )
    return ", ".join(f"{many} {word}" for many, word in rows if many) or "none changed"


def summary(result: Result) -> str:
    """Everything in one line."""
    said = [
        f"{title.lower()}: {totals(getattr(result, name))}"
        for title, name in GROUPS
        if getattr(result, name).many
    ]
    if result.names:
        said.append(counted(len(result.names), "new name"))
    if result.pages:
        rows = ((result.pages.changed, "changed"), (result.pages.new, "new"), (result.pages.gone, "gone"))
        pages = [f"{len(addresses)} {word}" for addresses, word in rows if addresses]
        if pages:
            said.append(f"pages: {', '.join(pages)}")
    return "; ".join(said)


def troubles(result: Result) -> list[str]:
    """What keeps the comparison from being whole, in sentences."""
    said = []
    if result.old_unread:
        files = sorted({visible(finding.location.file) for finding in result.old_unread})
        shown = listed([*files[:3], *([f"{len(files) - 3} more"] if len(files) > 3 else [])])
        said.append(
            f"The old state cannot be read whole by this program ({shown}); "
            "what could not be read there is not compared."
        )
    if result.findings:
        many = counted(len(result.findings), "finding")
        said.append(f"The new state has {many}: run `bamboo check`. Compared is what could be read.")
    gone = result.pages.gone if result.pages else ()
    # Years come and go with their claims, a briefing with the page that it belongs to, and a comparison with
    # what its two have in common: none is a record, which alone can be named in data/moved.yml.
    if lost := [one for one in gone if not one.startswith(("years/", "briefings/", "compare/"))]:
        shown = listed([*lost[:3], *([f"{len(lost) - 3} more"] if len(lost) > 3 else [])])
        said.append(
            f"Old links to {shown} lead nowhere: say in data/moved.yml where it is now, or why it is gone."
        )
    if result.pages is None:
        said.append(
            "Pages are not compared: one of the two states does not hold together enough to make any."
        )
    return said


def covered(one: Covered) -> str:
    """`cited 81 → 92 of 96 words, set aside 4, unaccounted for 11 → 0`."""
    before, after = one.before, one.after
    if after is None:
        return "gone, or its text is not as its card says"
    if before is None:
        return f"new: cited {after.cited} of {_of(after)}"
    parts = (
        ("cited", before.cited, after.cited),
        ("set aside", before.set_aside, after.set_aside),
        ("unaccounted for", before.unaccounted, after.unaccounted),
    )
    moved = ", ".join(f"{name} {a} → {b}" if a != b else f"{name} {a}" for name, a, b in parts)
    words = f"{before.words} → {after.words}" if before.words != after.words else str(after.words)
    return f"{moved}; of {words} words"


def _of(counts: Counts) -> str:
    return f"{counts.words} words, set aside {counts.set_aside}, unaccounted for {counts.unaccounted}"
