"""What a text of any language puts off, as "will" and "sẽ" do. One module a language."""

from __future__ import annotations

from functools import lru_cache

from bamboo.reading import languages, tense
from bamboo.reading.meant import vietnamese

__all__ = ["puts_off"]


@lru_cache(maxsize=16_384)
def puts_off(text: str, lang: str) -> str:
    """The words that say that something has not happened yet; "" where there are none."""
    if languages.is_english(lang):
        ahead = tense.ahead(text)
        return ahead.said if ahead else ""
    found = vietnamese.NOT_YET.search(text) if lang.partition("-")[0] == "vi" else None
    return found[0] if found else ""
