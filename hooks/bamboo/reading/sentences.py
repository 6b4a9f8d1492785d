"""Where the sentences of a text begin and end. A line break always ends one."""

from __future__ import annotations

from bamboo.data.patterns import pattern

# A stop, what may close behind it, and white space before what can begin a sentence.
_END = pattern(r"(?:[.!?…][\"'”’)\]]*)[ \t\u00a0]+(?=[\"'“‘(\[]*[\w])|\n+")
# Words whose stop ends no sentence, and initials.
_SHORT = pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|St|No|Nos|vs|etc|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.$"
)


def spans(text: str) -> list[tuple[int, int]]:
    """Begin and end of each sentence, in order; white space between them belongs to none."""
    found = []
    start = 0
    for end in _END.finditer(text):
        stop = end.group().rstrip()
        words = text[start : end.start() + len(stop)]
        following = text[end.end() : end.end() + 1]
        if stop and (following.islower() or _SHORT.search(words)):
            continue
        found.append((start, end.start() + len(stop)))
        start = end.end()
    found.append((start, len(text)))
    trimmed = []
    for begin, end_at in found:
        words = text[begin:end_at]
        if words.strip():
            trimmed.append((begin + len(words) - len(words.lstrip()), begin + len(words.rstrip())))
    return trimmed
