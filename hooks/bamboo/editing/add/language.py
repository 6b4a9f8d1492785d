"""Which language a text is in, by its letters and its most common words; None where they do not say."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_COMMON = {
    "en": "the of and to in a is that for on with as was are by at from has have its this be it",
    "vi": "và của là các trong cho với được có những một đã để không này tại về trên cũng người việt",
    "fr": "le la les de des et en un une du est que pour dans qui sur avec au aux par il elle ce cette",
    "es": "el la los las de y en un una que es por con para del al se su como más este esta lo",
    "de": "der die das und in den von zu mit ist des im für auf dem ein eine nicht als auch es an",
    "id": "yang dan di dari untuk dengan ini itu pada dalam adalah ke tidak akan oleh juga telah para",
    "pt": "o a os as de e em um uma que do da dos das para com não por mais se no na ao é",
}
# Letters that no other language of these has, in each of which is its tone or its own vowel.
_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]")
_MARKED = 0.3  # of the words have such a letter: an English text with Vietnamese names has far fewer
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
LEAST = 0.12  # of the words; less is chance


def language_of(text: str) -> str | None:
    """`vi` by its letters; else that whose common words are clearly the most; else None."""
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text.casefold()))
    if not words:
        return None
    if sum(bool(_VIETNAMESE.search(word)) for word in words) >= _MARKED * len(words) and len(words) > 2:
        return "vi"
    many = Counter(words)
    shares = sorted(
        ((sum(many[word] for word in common) / len(words), name) for name, common in _SETS.items()),
        reverse=True,
    )
    (best, name), (second, _) = shares[:2]
    return name if best >= LEAST and best > second * 1.3 else None
