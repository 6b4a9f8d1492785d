"""Words for generated texts: stretches of the present claims without their names, and made-up names.

A stretch is a chain of the words that follow each other in the present claims, so that lengths, letters and
how well a text compresses are those of real data. Words that a check reads a meaning into are left out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from bamboo.reading.demonyms import DEMONYMS
from bamboo.reading.numbers.english import GRAMMAR

from benchmarks.search.synthetic import Words

# Numbers in words and what qualifies them; who speaks; what denies; what makes a date or another tier.
_FORMS = (GRAMMAR.number, GRAMMAR.before, GRAMMAR.after, GRAMMAR.expected, GRAMMAR.said_after)
_READ = {word for form in _FORMS for word in re.findall(r"[a-z]{2,}", form.pattern)}
_MEANT = """
said says told wrote called calls named names counted counts affirmed added announced expected
expects sees saw stressed noted described considers considered directed spoke spoken according
reported stated believes highlighted emphasised declared confirmed mentioned argued quoted judged
listed lists it he she not no never none neither nor without cannot half quarter months year years
today tonight tomorrow yesterday may might could would will shall possible possibly perhaps refused declined
failed unable denied rejected longer plan plans planned intends hopes hope aims agreed ready wants promised
pledged committed postponed cancelled delayed suspended held hosted visited opened met
total dollars percent anniversary strategic comprehensive partnership partnerships special report
article text source review author view message speech first second third fourth fifth sixth seventh
eighth ninth tenth last latter
"""
_READ |= {*_MEANT.split()}
_OPEN = "a an the and or of in with as such at to for on by from that which who its their between than"


def is_read(word: str) -> bool:
    """Whether a check reads a meaning into a word."""
    return word in _READ or bool(GRAMMAR.says.fullmatch(word))


def present(claims: Sequence[str]) -> list[str]:
    """The stretches of claims that name nobody and count nothing: what chains are made of."""
    found = []
    for claim in claims:
        words: list[str] = []
        for word in [*re.sub(r"[^\w\s'-]", " ", claim).split(), "."]:
            if re.fullmatch(r"[a-z]+", word) and not is_read(word):
                words.append(word)
            else:
                found.append(" ".join(words))
                words = []
    return [text for text in found if len(text.split()) > 2]


class Wording:
    """Stretches and names, the same for the same seed of chance."""

    def __init__(self, claims: Sequence[str], chance: random.Random) -> None:
        self.chance = chance
        self._words = Words(present(claims), chance)
        self._taken = {name for names in DEMONYMS.values() for name in names}

    def stretch(self, length: int) -> str:
        """About so many words that could go on a sentence, the last one no "of" or "the"."""
        words = self._words.sentence(length).split()
        while len(words) > 1 and words[-1] in _OPEN.split():
            words.pop()
        return " ".join(words)

    def name(self) -> str:
        """A made-up name with a capital letter that nothing else has."""
        while (name := self._words.new().capitalize()) in self._taken or len(name) < 5:
            pass  # another one
        self._taken.add(name)
        # A chain must not say what is a name now.
        self._words.coined.pop()
        return name

    def pick(self, shares: Sequence[tuple[object, int]]) -> object:
        """One of several by their shares."""
        return self.chance.choices([one for one, _ in shares], [share for _, share in shares])[0]
