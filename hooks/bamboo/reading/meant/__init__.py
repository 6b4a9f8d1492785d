"""What a text in another language denies, puts off and means by its words. One module a language.

A language without a module denies nothing and puts nothing off: then nobody can say what is turned round.
"""

from __future__ import annotations

from functools import lru_cache

from bamboo.reading import languages, opposites, polarity, tense
from bamboo.reading.letters import small
from bamboo.reading.meant import vietnamese

__all__ = ["puts_off", "turned"]


def _is_vietnamese(lang: str) -> bool:
    return lang.partition("-")[0] == "vi"


@lru_cache(maxsize=2048)
def puts_off(text: str, lang: str) -> str:
    """The words that say that something has not happened yet; "" where there are none."""
    if languages.is_english(lang):
        ahead = tense.ahead(text)
        return ahead.said if ahead else ""
    found = vietnamese.NOT_YET.search(text) if _is_vietnamese(lang) else None
    return found[0] if found else ""


@lru_cache(maxsize=4096)
def turned(text: str, lang: str, translation: str, past: bool) -> tuple[str, str, str] | None:
    """What one of two says and the other does not mean: which, "quote" or "translation", its words, why.

    `past`: all that the text dates was over when it was written.
    """
    if not _is_vietnamese(lang):
        return None
    denied = vietnamese.DENIED.search(text)
    if denied and not polarity.turns(translation):
        return "quote", denied[0], "the translation denies nothing"
    denials = polarity.denials(translation)
    if denials and not vietnamese.MAY_DENY.search(text):
        return "translation", denials[0], "the quote denies nothing"
    ahead = tense.ahead(translation)
    put_off = vietnamese.NOT_YET.search(text)
    if put_off and not ahead and not tense.speaks_of_what_may_come(translation):
        return "quote", put_off[0], "the translation does not put it off"
    over = past or vietnamese.DONE.search(text)
    if ahead and over and not vietnamese.MAY_PUT_OFF.search(text):
        return "translation", ahead.said, "the quote does not put it off"
    meaning = " ".join(vietnamese.MEANING[small(word[0])] for word in vietnamese.MEANT.finditer(text))
    if meaning and not denied and not denials:
        for word, instead, reason in opposites.opposed(translation, (meaning,)):
            if instead:
                return "translation", word, f"the quote says “{instead}”, and {reason}"
    return None
