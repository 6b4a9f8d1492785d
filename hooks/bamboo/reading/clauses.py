"""Who does a thing and to whom, in any words: what is before and after a verb that no two do to each other.

`direction` reads the names of records; here the words around a verb are compared, so that ministries and
journalists count, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from bamboo.data.patterns import pattern
from bamboo.data.yamlfile import LOADER
from bamboo.reading import sentences
from bamboo.reading.forms import bare_form, words
from bamboo.reading.polarity import stem
from bamboo.reading.signs import Seldom, Sign

LIST = Path(__file__).with_suffix(".yml")

_WORD = pattern(r"[a-z][\w-]+")
_PAST = pattern(r"(?:ed|en|[ls]ent|old|led|taught|paid)$")
_BE = pattern(r"\b(?:is|are|was|were|be|been|being)(?: (?:[a-z]+ly|also|still|always|now|well|not))* $")
_AGENT = pattern(r" (?:[a-z]+ly )?by\b")
# Where the words of one clause end: a comma is one, for no list is read as one with its verb.
_STOPS = '.;:,!?()"—'
_EDGE = pattern(
    rf"[{_STOPS}]+(?:\s|$)|"
    r"\b(?:which|who|that|where|while|whereas|when|after|before|since|because)\b"
)
# "The support of", "its help": no verb.
_NOUN = pattern(
    r"(?:\b(?:the|an?|of|for|with|its|their|his|her|our|and|in|more|mutual|full|strong)|'s|s')(?: [a-z-]+)? $"
)
_MAY_BE_NOUN = frozenset(["help", "support", "respect", "trust", "hope", "hopes", "thanks", "train", "wish"])
# What is before the first of these is who does it: "journalists are committed to supporting".
_HELP = pattern(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|to)\b")
_VISITS = pattern(r"s(?! by\b)\b")
_NAME = pattern(r"\b[A-Z]\w+ $")
_AFTER_AGENT = pattern(r" (?:and [a-z]|in |on |at |for |to |during |with |as |from )")
# "Her visit to Vietnam": who visits is elsewhere.
_GOING = Seldom(
    pattern(r"\b(?:visit|trip|tour) to (?P<to>[A-Z]\w+(?: [A-Z]\w+){0,3})"),
    Sign("^(?:visit|trip|tour)$", "^to$"),
)
_BY_ITSELF = ("deepen", "worsen", "improv", "grow")
# "Introduced the teaching of": a noun.
_GERUND = pattern(r"\b(?:the|[A-Z][a-z]+ (?:language )?) ?$")
_PRONOUN = pattern(r" ?(?:It|They|He|She) $")
_BY = pattern(r"\bby\b")
_EMPTY = frozenset(
    (
        *(
            "a",
            "an",
            "the",
            "its",
            "their",
            "his",
            "her",
            "our",
            "and",
            "or",
            "of",
            "in",
            "on",
            "at",
            "to",
            "for",
        ),
        *(
            "from",
            "with",
            "by",
            "as",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "has",
            "have",
            "had",
        ),
        *(
            "will",
            "would",
            "also",
            "it",
            "they",
            "he",
            "she",
            "this",
            "that",
            "these",
            "those",
            "both",
            "all",
        ),
        *("more", "most", "very", "than", "s", "express", "expressed", "expresses", "convey", "conveyed"),
        *("voiced", "extended", "showed"),
    )
)


@dataclass(frozen=True, slots=True)
class Doing:
    """A verb by the number of its row, and the forms of the words of who does it and to whom it is done.

    `acts`: it is always done by somebody, and does not happen by itself ("prospects improved").
    """

    row: int
    said: str
    by: frozenset[str]
    to: frozenset[str]
    acts: bool = True


def exchanged(claim: str, quotes: Collection[str]) -> str:
    """The verb whose two sides a plain claim has the other way round than its quotes; "" where none is."""
    told = [one for one in read(claim) if one.by and one.to]
    rows = frozenset(one.row for one in told)
    quoted = [other for quote in quotes for other in read(quote, rows)] if told else []
    for one in told:
        there = [other for other in quoted if other.row == one.row]
        if any(_straight(one, other) for other in there):
            continue
        if any(_turned(one, other) or (one.acts and _done_to(one, other)) for other in there):
            return one.said
    return ""


def _done_to(one: Doing, other: Doing) -> bool:
    """Whether all who do it in the one are those to whom it is done in the other, which names no doer."""
    return not other.by and one.by <= other.to and not one.to & other.to


def _turned(one: Doing, other: Doing) -> bool:
    """Whether each side has words that the other one's other side alone has, and who does it no other."""
    by, to = one.by - one.to, one.to - one.by
    other_by, other_to = other.by - other.to, other.to - other.by
    return bool(by & other_to and to & other_by and not by & other_by)


def _straight(one: Doing, other: Doing) -> bool:
    return bool(one.by & (other.by - other.to)) and not (one.by - one.to) & (other.to - other.by)


def read(text: str, rows: Collection[int] | None = None) -> Iterator[Doing]:
    """Every verb of a plain text with something on either side, or only those of some rows."""
    yield from _read(text, rows)
    if rows is None or _rows("past")["visit"] in rows:
        yield from _goings(text)


def _read(text: str, rows: Collection[int] | None) -> Iterator[Doing]:
    verbs = frozenset(filter(_may_act, _WORD.findall(text)))
    edges: list[tuple[int, int]] | None = None
    for found in _WORD.finditer(text) if verbs else ():
        if found[0] not in verbs:
            continue
        row = _row_of(found[0])
        if row is None and found[0][-1] == "s" and (past := _row_of_past(found[0])) is not None:
            # "Nguyen Van An visits": no noun.
            name = _NAME.search(text, text.rfind(" ", 0, max(0, found.start() - 1)) + 1, found.start())
            row = past if name and _VISITS.match(text, found.end() - 1) else None
        if row is None or (rows is not None and row not in rows):
            continue
        if edges is None:
            edges = [edge.span() for edge in _EDGE.finditer(text)]
        begin = max((end for _, end in edges if end <= found.start()), default=0)
        if text[found.start() - 1 : found.start()] in _STOPS:
            begin = found.start()
        end = next((start for start, _ in edges if start >= found.end()), len(text))
        before, after = text[begin : found.start()], text[found.end() : end]
        if found[0] in _MAY_BE_NOUN and (_NOUN.search(before) or after.startswith((" of ", " to "))):
            continue
        who = _HELP.split(before)[0] or before
        if found[0].endswith("ing") and _GERUND.search(before):
            continue
        if _PRONOUN.match(who):
            who = _subject_before(text, begin)
        if _PAST.search(found[0]) and (_BE.search(before) or _AGENT.match(after)):
            agent = _BY.split(after, maxsplit=1)[1:]
            by, to = _forms(_AFTER_AGENT.split(agent[0])[0]) if agent else frozenset(), _forms(who)
        else:
            by, to = _forms(who), _forms(after)
        if by or to:
            yield Doing(row, found[0], by, to, acts=not found[0].startswith(_BY_ITSELF))


def _subject_before(text: str, begin: int) -> str:
    """Who does it in the sentence before the one that begins here with "It" or "They"."""
    *_, last = [(0, 0), *(span for span in sentences.spans(text) if span[1] <= begin)]
    whole = text[slice(*last)]
    help_ = _HELP.search(whole)
    return whole[: help_.start()].rpartition(",")[2] if help_ else ""


def _goings(text: str) -> Iterator[Doing]:
    row = _rows("past")["visit"]
    for found in _GOING.finditer(text):
        yield Doing(row, found[0], frozenset(), _forms(found["to"]))


@lru_cache(maxsize=2048)
def _row_of(word: str) -> int | None:
    one = stem(word)
    past = _rows("past").get(one) if word.endswith(("ed", "en", "ing")) else None
    return _rows("any").get(one) if past is None else past


@lru_cache(maxsize=8192)
def _may_act(word: str) -> bool:
    return _row_of(word) is not None or (word[-1] == "s" and _row_of_past(word) is not None)


@lru_cache(maxsize=2048)
def _row_of_past(word: str) -> int | None:
    return _rows("past").get(stem(word))


@cache
def _rows(side: str) -> Mapping[str, int]:
    """By the stem of each word, its row in the list."""
    rows = yaml.load(LIST.read_text(encoding="utf-8"), Loader=LOADER)
    return {stem(word): number for number, row in enumerate(rows) for word in row.get(side, ())}


def _forms(text: str) -> frozenset[str]:
    return frozenset([form for word, _ in words(text) if (form := _form(word))])


@lru_cache(maxsize=65_536)
def _form(word: str) -> str:
    """The form of a word that says who or what; "" of others."""
    return bare_form(word) if len(word) > 1 and word.lower() not in _EMPTY else ""
