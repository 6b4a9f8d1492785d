"""What one text can be compared by: stems of its words, and the names and numbers in it."""

from __future__ import annotations

import re

from bamboo.data.seed import bare_letters
from bamboo.kinds.library import Library
from bamboo.reading import numbers
from bamboo.reading.mentions import lexicon, plain

STEM = 5  # letters by which words are compared; by measurement
PARTNER = "partner "  # how the names of partners begin among the marks
NUMBER = "number "
_WORD = re.compile(r"\w[\w'-]*")
# Words that stand in every text, the country's own name among them.
_EMPTY = frozenset(
    re.findall(
        r"\S+",
        """
        a an the and or of in on at to for by with as from is are was were be been its it this that these
        those their has have had into through while which who than then also our we he she his her they them
        more most such other vietnam vietnam's
        """,
    )
)


def stems(text: str) -> frozenset[str]:
    """The words that say something, each cut to a stem: `partnerships` and `partners` have one stem."""
    return frozenset(
        bare_letters(word).removesuffix("s")[:STEM]
        for word in _WORD.findall(plain(text))
        if word.lower() not in _EMPTY
    )


def marks(library: Library, text: str) -> frozenset[str]:
    """Stems, names and numbers: what two tellings of one thing share."""
    known, read = lexicon(library), plain(text)
    finders = {PARTNER: known.partners, "person ": known.people, "tier ": known.tiers, "term ": known.terms}
    mentions = [(mark, mention) for mark, finder in finders.items() for mention in finder.find(read)]
    # A name counts once, as a name: its words by themselves would make it count several times.
    bare = list(read)
    for _, mention in mentions:
        bare[mention.start : mention.end] = " " * (mention.end - mention.start)
    found = {stem for stem in stems("".join(bare)) if not stem.isdigit()}
    found |= {mark + mention.ident for mark, mention in mentions}
    found |= {f"{NUMBER}{figure.value.normalize()} {figure.kind}" for figure in numbers.read(read)}
    return frozenset(found)
