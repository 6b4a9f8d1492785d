"""Whether a verb is denied, only possible, or still to come: "refused to sign", "may sign", "will sign"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading import meanings, rests
from bamboo.reading.bounds import AFTER_NOT
from bamboo.reading.irregular import IRREGULAR
from bamboo.reading.signs import Seldom, Sign

PLAIN, DENIED, POSSIBLE, AHEAD, ABLE = "plain", "denied", "possible", "ahead", "able"

# "Declined to sign", but not "declined to 20 percent".
_REFUSED = r"declin(?:e|es|ed|ing) to(?! (?:\S*\d|an? |the |under|over|below|nearly|almost|just|half))"
_MARKS = {
    DENIED: r"(?:(?:did|does|do|has|have|had|was|were|is|are|will) )?"
    rf"(?:not|never|cannot|\w+n't)(?! only\b|{AFTER_NOT})|"
    rf"refus(?:e|es|ed|ing|al) to|{_REFUSED}|fail(?:s|ed|ing)? to|unable to|unwilling to|"
    r"(?:has|have|had|is|are) yet to|no longer|den(?:y|ies|ied|ying)(?: that)?|rejected (?:that|having)|"
    r"nor",
    POSSIBLE: r"(?-i:may)|might|could|(?:is|are|was) possible that|possibly|perhaps|"
    r"considers?|considering",
    ABLE: r"can",
    AHEAD: r"will|would|shall|should|"
    r"(?:is|are|was|were) (?:to|set to|due to|going to|expected to|about to|scheduled to)|"
    r"plan(?:s|ned|ning)? to|expect(?:s|ed)? to|intends? to|hopes? to|aims? to|agreed to|ready to|"
    r"wants? to|"
    r"promis(?:es|ed|ing) to|pledg(?:es|ed|ing) to|vow(?:s|ed|ing) to|committed to|decid(?:es|ed|ing) to",
}
_ANY_MARK = "|".join(f"(?P<{kind}>{words})" for kind, words in _MARKS.items())
_MARK = pattern(rf"\b(?:{_ANY_MARK})(?![\w'])", re.IGNORECASE)
# "No accord with Laos was signed": a verb after its subject.
_NO = Sign("^no$")
_NONE = Seldom(
    pattern(
        r"\bno (?:[\w'-]+ ){1,8}?(?:was|were|has|have|had|is|are|"
        r"been) (?:been )?",
        re.IGNORECASE,
    ),
    _NO,
)
# "Has sent no aid", "reached no accord": the verb before it.
_NO_OBJECT = Seldom(
    pattern(
        r"\b(?:[a-z]+ed|"
        + "|".join(sorted(IRREGULAR))
        + r") (?=no (?!one\b|less\b|fewer\b|more\b|longer\b|time\b)[a-z])"
    ),
    _NO,
)
# "Were suspended before they reached a result": they did not reach it.
_SHORT_OF = Seldom(
    pattern(
        r"\b(?:suspended|cancelled|canceled|abandoned|ended|stopped|halted|collapsed|"
        r"broken off|broke off|broke down|called off|failed|stalled)\b[^.;]{0,40}? "
        r"(?P<before>before) (?:it|they|he|she|(?:the |any |both )?[a-z]+)\b",
        re.IGNORECASE,
    ),
    Sign("^before$"),
)
# "If parliament ratifies the treaty" it may; "once the depot has passed inspection" it has not yet.
_IF = pattern(
    r"\b(?:if|unless|provided that|in case|"
    r"(?:once|as soon as)(?= (?:the|it|they|its|both|all|[A-Z])[^,;.]* ha(?:s|ve) ))"
    r"(?= (?P<clause>[^,;.]+))",
    re.IGNORECASE,
)
_FINITE = pattern(r"\b(?:[a-z]{3,}(?<!s)(?<!thi)s|[a-z]+ed|" + "|".join(sorted(IRREGULAR)) + r")\b")
# "Neither side made": the verb after whom it is said of.
_NEITHER = pattern(
    r"\bneither (?:of )?(?:the )?(?:[\w'-]+ ){1,3}?(?=(?:[a-z]+ed|" + "|".join(sorted(IRREGULAR)) + r")\b)",
    re.I,
)
# Words between such a mark and its verb.
_BETWEEN = frozenset(
    [
        "be",
        "been",
        "being",
        "have",
        "has",
        "had",
        "having",
        "the",
        "a",
        "an",
        "also",
        "yet",
        "soon",
        "fully",
        "ever",
        "actually",
        "to",
        "that",
        "it",
        "its",
        "he",
        "she",
        "they",
        "him",
        "them",
        "not",
        "never",
        "again",
        "still",
        "now",
        "then",
        "already",
        "jointly",
        "officially",
        "formally",
        "immediately",
    ]
)
_WORD = pattern(r"[A-Za-z][\w'-]*")
_STEM = pattern(r"(?:ies|ied|ed|es|s|ing|e)$")

# Words that deny; "not only" does not.
_DENIAL = pattern(
    rf"\b(?:(?:not(?! (?:only|just|merely|simply)\b)|never|cannot|\w+n't|none|nobody|neither|"
    rf"no(?!\.? ?\d| longer\b))(?!{AFTER_NOT})|no longer(?! than\b)|nothing|nor|"
    rf"refus(?:e|es|ed|ing|als?)|{_REFUSED}|fail(?:s|ed|ing)?|unable|unwilling|yet to|"
    r"den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|without|unsigned)\b",
    re.IGNORECASE,
)
# The same, and words that say in a roundabout way that something is not so or is not done.
_TURN = pattern(
    _DENIAL.pattern
    + r"|\b(?:lack\w*|absen\w+|stopp\w+|stops?|ceas\w+|ended|halt\w*|suspend\w*|withdr\w+|quit\w*|"
    r"abandon\w*|exclud\w+|except\w*|avoid\w*|prevent\w*|prohibit\w*|ban(?:s|ned)?|block\w*|postpon\w+|"
    r"cancel\w*|"
    r"(?:still )?(?:has|have|had) to be|awaits?|awaiting|pending|remains? to|"
    r"only|alone|solely|exclusively|(?:limited|restricted|confined) to|"
    r"exempt\w*|spared?|spares|waiv\w+|reliev\w+|"
    r"all (?:but|save)|called off|put off|rather than|instead of|few|little|hardly|barely|rarely|"
    r"seldom|regardless|shortage\w*|short of|refrain\w*|oppos\w+|disagree\w*|never-\w+|(?-i:non)-\w+|"
    r"un(?!it|iv|der|iq|til|less|if|an|io)\w{5,}|\w{4,}less|"
    r"free (?:of|from))\b",
    re.IGNORECASE,
)

_ONLY = pattern(r"\b(?:(?<!not )only|alone|solely|exclusively|(?:limited|restricted|confined) to)\b", re.I)
# The beginnings of words of which each of these has one.
_DENIES = (
    "no(?:t|r|ne|body|thing)?$|never|neither|cannot|t$|refus|declin|fail|unable|unwilling|yet$|den[yi]|"
    "reject|without|unsigned"
)
_MAY_DENY = Sign(f"^(?:{_DENIES})")
_MAY_MARK = Sign(
    f"^(?:{_DENIES}|may$|might|could|poss|perhaps|consider|will$|would|shall|plan|expect|intend|hope|aim|"
    "can$|agreed|ready|want|promis|pledg|vow|should|decid|committed|before$|once$|soon$|if$|unless$|provided$|case$)"
)
_BE_TO = Sign("^(?:is|are|was|were)$", "^to$")
_MAY_BE_OFF = Sign("^(?:postpon|cancel|called|put|delay|suspend|reschedul|scrapped|deferred)")
_MAY_BE_DONE = Sign(
    "^(?:was|were|took|takes|happened|hosted|visited|opened|met|concluded|completed|finished|won)$"
)

# What did not happen after all, and words that say that something did.
_OFF = pattern(
    r"\b(?:postpon\w+|cancel\w+|called off|put off|delay\w*|suspend\w*|reschedul\w+|scrapped|deferred)\b",
    re.I,
)
_DONE = pattern(
    r"\b(?:was held|were held|took place|takes place|happened|was hosted|hosted|visited|opened|met|concluded|"
    r"completed|finished|won)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as printed, with the words that turn it, and whether it is in the past tense."""

    state: str
    said: str
    past: bool


@lru_cache(maxsize=4096)
def verbs(text: str) -> Mapping[str, tuple[Verb, ...]]:
    """By its stem, how each word of `text` is meant that can be a verb."""
    found: dict[str, list[Verb]] = defaultdict(list)
    turned: dict[int, Verb] = {}
    for start, end, kind in _marks(text):
        word = next((word for word in _WORD.finditer(text, end) if _can_be_verb(word[0])), None)
        if word is None or re.search(r"[.,]", text[end : word.start()]):
            continue
        # The first mark tells, but for a denial: "will not sign" is denied.
        if word.start() not in turned or kind == DENIED:
            turned[word.start()] = Verb(kind, text[start : word.end()], past=False)
    for word in _WORD.finditer(text):
        lower = word[0].lower()
        past = lower.endswith("ed") or lower in IRREGULAR
        found[stem(lower)].append(turned.get(word.start()) or Verb(PLAIN, word[0], past))
    return {one: tuple(those) for one, those in found.items()}


def _marks(text: str) -> Iterator[tuple[int, int, str]]:
    if not _MAY_MARK.on(text) and not _BE_TO.on(text):
        return
    for mark in _MARK.finditer(text):
        yield mark.start(), mark.end(), str(mark.lastgroup)
    for short in _SHORT_OF.finditer(text):
        yield short.start("before"), short.end(), DENIED
    for verb in _NO_OBJECT.finditer(text):
        yield verb.start(), verb.start(), DENIED
    for condition in _IF.finditer(text):
        if done := _FINITE.search(text, condition.end(), condition.end("clause")):
            yield condition.start(), done.start(), POSSIBLE
    for neither in _NEITHER.finditer(text):
        yield neither.start(), neither.end(), DENIED
    for none in _NONE.finditer(text):
        yield none.start(), none.end(), DENIED


@lru_cache(maxsize=2048)
def _is_marked(text: str) -> bool:
    return next(_marks(text), None) is not None


def _can_be_verb(word: str) -> bool:
    return word not in _BETWEEN and word[0].islower() and not word.endswith("ly")


@lru_cache(maxsize=2048)
def denials(text: str) -> tuple[str, ...]:
    """The words of a text that deny something."""
    return tuple(found[0] for found in _DENIAL.finditer(text)) if _MAY_DENY.on(text) else ()


# "Not one is left without": two that deny make none. "Never before" is "for the first time".
_TWICE = pattern(
    r"\b(?:not|no|never|none|nobody)\b(?: [\w'-]+){0,6}? "
    r"(?P<back>without|free of|free from|lack\w*|unless|but)\b|"
    r"\b(?:never|not|no [\w-]+)\b(?: [\w'-]+){0,12}? (?P<before>before|previously|earlier|until now)\b"
    r"|\bnever (?P<again>before)\b"
    # "No country is left with which it has no ties": it has ties with all.
    r"|\b(?:no|not one|not a single|none)\b(?: (?!and\b|or\b|nor\b)[\w'-]+){1,9}? "
    r"(?P<all>no|not|never|without)\b"
    # "No country pledged more than Korea": it pledged the most.
    r"|\b(?:no|nobody|none|no one)\b(?: [\w'-]+){1,9}? (?P<most>more|fewer|less|better|worse|[a-z]{3,}er)\b"
    r"(?: [\w'-]+){0,12}? than\b",
    re.IGNORECASE,
)
_MOST = pattern(
    r"\b(?:most|least|best|worst|top|first|record|fewest|[a-z]{3,}(?:ie|g|t|l|d|n|p|r|k|s|h)est)\b", re.I
)
_ALL = pattern(r"\b(?:all|every|each|entire|whole)\b", re.IGNORECASE)
_FIRST = pattern(r"\b(?:first|inaugural|new|newly|unprecedented|record)\b", re.IGNORECASE)


def uncancelled(text: str, quotes: Collection[str]) -> str:
    """A text without the denials that say, with what follows them, what the quotes say without any."""
    if not _TWICE.search(text):
        return text
    has_first = any(map(_FIRST.search, quotes))

    def rest(found: re.Match[str]) -> str:
        if found["most"]:
            return "" if any(map(_MOST.search, quotes)) else found[0]
        if found["all"]:
            return "" if any(map(_ALL.search, quotes)) else found[0]
        if found["back"]:
            return found[0] if any(found["back"].lower() in quote.lower() for quote in quotes) else ""
        return "" if has_first else found[0]

    return _TWICE.sub(rest, text)


@lru_cache(maxsize=2048)
def turns(text: str) -> int:
    """How many of its words a denial in other words could come from."""
    return sum(1 for _ in _TURN.finditer(text))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """The same for `signed`, `signs` and `signing`."""
    word = IRREGULAR.get(word, word)
    return _STEM.sub("", word) if len(word) > 3 else word


def turned_round(claim: str, quotes: tuple[str, ...]) -> tuple[str, str] | None:
    """Words of a claim that say the opposite of the quotes, and theirs; None where none do."""
    # What is said of some only is denied of the others.
    if any(map(_ONLY.search, quotes)) and _MARK.search(claim):
        return None
    # What is done with all but seven is not done with these.
    if rests.of_them(claim, quotes) and _MARK.search(claim):
        return None
    # Without any mark all is meant as it is printed, and nothing can be opposed.
    marked = any(map(_is_marked, (claim, *quotes)))
    there: dict[str, list[Verb]] = defaultdict(list)
    for quote in quotes if marked else ():
        for one, those in verbs(quote).items():
            there[one] += those
    for one, those in verbs(claim).items() if marked else ():
        states = {verb.state for verb in there[one]}
        for verb in those:
            if not states or verb.state in states or not _opposed(verb, states):
                continue
            if verb.state != PLAIN or not verb.past or not _in_other_words(verb.said, quotes):
                return verb.said, there[one][0].said
    if not any(map(_MAY_BE_OFF.on, quotes)) or not _MAY_BE_DONE.on(claim):
        return None
    if not _OFF.search(claim) and (done := _DONE.search(claim)):
        off = next((found for quote in quotes if (found := _OFF.search(quote))), None)
        if off and not any(_DONE.search(quote) for quote in quotes):
            return done[0], off[0]
    return None


def _in_other_words(word: str, quotes: Collection[str]) -> bool:
    """Whether the quotes say with another verb that it is done."""
    return any(
        verb.state == PLAIN
        and verb.past
        and stem(verb.said) != stem(word)
        and meanings.alike(word, verb.said)
        for quote in quotes
        for those in verbs(quote).values()
        for verb in those
    )


def _opposed(verb: Verb, states: set[str]) -> bool:
    """Whether a verb of a claim cannot be meant as any of the quotes mean it."""
    if verb.state == PLAIN:
        return states <= {DENIED, POSSIBLE} or (verb.past and states <= {DENIED, POSSIBLE, AHEAD, ABLE})
    if verb.state == AHEAD:
        return states <= ({POSSIBLE, DENIED} if verb.said.startswith("will ") else {DENIED})
    if verb.state == DENIED:
        return states <= {PLAIN, AHEAD}
    return verb.state == POSSIBLE and states <= {PLAIN}
