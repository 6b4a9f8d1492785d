"""What happened to a tier of relations: the quotes say so with a verb, and the claim with the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bamboo.checks.values.stated import RULE, Statement
from bamboo.data import english
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.evidence.proof import Proof, Words
from bamboo.kinds.changes import CHANGE, CHANGES
from bamboo.kinds.fact import Fact, Relation
from bamboo.reading import days
from bamboo.reading.mentions import Mention, lexicon, plain

EITHER = "either"
ESTABLISHED, UPGRADED, LOWERED, SUSPENDED, RESUMED, PLANNED, STATED = (one.name for one in CHANGES)
_SAID = {*CHANGE} - {STATED}
_RARE = _SAID - {ESTABLISHED, UPGRADED}

# Verbs by what they say of a tier, by the beginnings of words; of some, only the rest says which it is.
_VERBS = {
    PLANNED: r"(?:work|mov|head)\w* towards?|(?:ready|willing|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|"
    r"want(?:s|ed)?|wish(?:es|ed)?|plan(?:s|ned)?|intend(?:s|ed)?) to \w+|"
    r"(?:consider|discuss|explor|propos)\w* \w+ing|"
    r"(?:hướng tới|sẵn sàng|mong muốn|muốn|sẽ|dự kiến|kỳ vọng|có thể|phấn đấu|cam kết|sớm) \w+",
    SUSPENDED: r"suspend|terminat|froze|frozen|đình chỉ|tạm dừng|chấm dứt",
    RESUMED: r"resum(?:e|ed|es|ing)\b|restor|nối lại|khôi phục|bình thường hóa",
    LOWERED: r"downgrad|lower(?:ed|ing|s)?\b|hạ (?:cấp|mức|quan hệ)|giáng cấp",
    UPGRADED: r"upgrad|rais(?:e|ed|es|ing)\b|elevat|lift(?:ed|ing|s)?\b|promot(?:ed|ing)\b|"
    r"nâng (?:cấp|tầm|mức|quan hệ)|đưa quan hệ",
    ESTABLISHED: r"establish|set(?:ting)? up\b|founded\b|founding\b|thiết lập|xác lập|lập quan hệ",
    EITHER: r"bec[ao]me|becoming|brought|bringing|enter|sign(?:ed|ing|s)?\b|form(?:ed|ing|s)?\b|creat|launch|"
    r"agree|declar|announc|formali[sz]|join|enhanc|advanc|deepen|adopt|beg[aiu]n|"
    r"(?:grow(?:s|n|ing)?|grew|rose|rise[ns]?|rising) (?:from|in)?to\b|(?:grew|grown|rose|risen) from\b|"
    r"trở thành|tuyên bố|nhất trí",
    STATED: r"(?:is|are|was|were|has|have|had)\b|remain|includ|count|consider|regard",
}
_NAMED = dict(zip("abcdefgh", _VERBS, strict=True))
_VERB = pattern(
    r"\b(?:" + "|".join(f"(?P<{name}>{_VERBS[said]})" for name, said in _NAMED.items()) + ")", re.IGNORECASE
)


def held(whole: Statement) -> Iterator[Finding]:
    """The change of a relation, where the claim or the quotes say another, or no quote says any."""
    fact = whole.entry.record
    if not isinstance(fact, Fact) or fact.relation is None:
        return
    change = fact.relation.change
    alone = [quote.model_copy(update={"context": []}) for quote in fact.evidence]
    passages = Proof.of(whole.library, alone).passages
    quotes = [passage.text for passage in passages]
    claimed = _of_tier(whole, plain(fact.claim), fact.relation) & _SAID
    quoted = {said for text in quotes for said in _of_tier(whole, text, fact.relation)}
    anywhere = {said for text in quotes for _, said in _verbs(text)}
    if claimed and change not in claimed:
        said = f"the claim says {english.either(sorted(claimed))}"
    elif quoted and quoted <= _RARE and change not in quoted:
        said = f"the quotes say {english.either(sorted(quoted))}"
    elif elsewhere := _dated_otherwise(whole, passages, fact):
        said = f"the quotes give this tier in {elsewhere}"
    elif change == STATED and quoted and quoted <= _SAID:
        said = f"the quotes say {english.either(sorted(quoted))}"
    elif change != STATED and anywhere.isdisjoint({change} if change in _RARE else {change, EITHER}):
        said = f"no quote says {change}"
    else:
        return
    path = ("relation", "change")
    yield Finding(
        whole.entry.document.location(*path),
        RULE,
        f"`change` is {change}; {said}.",
        "Say what they say; `stated` where they only say that it is so.",
        code="change",
        path=path,
        value=change,
    )


@lru_cache(maxsize=64)
def _verbs(text: str) -> Sequence[tuple[int, str]]:
    return [(verb.start(), _NAMED[str(verb.lastgroup)]) for verb in _VERB.finditer(text)]


def _of_tier(whole: Statement, text: str, relation: Relation) -> set[str]:
    """What a text says of a tier: by the last verb before each mention of it, else by the first one after it.

    Where it does not name the tier, by the last verb before the partner's name.
    """
    verbs, names = _verbs(text), lexicon(whole.library)
    tiers = [mention for mention in names.tiers.find(text) if mention.ident == relation.tier]
    partners = [mention for mention in names.partners.find(text) if mention.ident == relation.partner]
    said = {_nearest(verbs, mention, bool(tiers)) for mention in tiers or partners}
    return said - {""}


def _dated_otherwise(whole: Statement, passages: Sequence[Words], fact: Fact) -> str:
    """The date that a quote prints after this tier, where it dates several tiers and `when` is another's."""
    assert fact.relation
    when, found = days.of_edtf(fact.when), []
    for passage in passages:
        text = passage.text
        tiers = lexicon(whole.library).tiers.find(text)
        ends = [*(tier.start for tier in tiers[1:]), len(text)]
        dated = [
            (tier.ident, text[date.start : date.end], date)
            for tier, end in zip(tiers, ends, strict=False)  # none where there are no tiers
            for date in [one for one in passage.dates if tier.end <= one.start < end and one.years][:1]
        ]
        if len({ident for ident, _, _ in dated}) > 1:
            found += [(said, date) for ident, said, date in dated if ident == fact.relation.tier]
    return "" if any(days.meets(date, when) for _, date in found) else english.either(s for s, _ in found)


def _nearest(verbs: Sequence[tuple[int, str]], mention: Mention, also_after: bool) -> str:
    before = [said for at, said in verbs if at < mention.start]
    after = [said for at, said in verbs if at >= mention.end and said != STATED]
    return before[-1] if before else after[0] if after and also_after else ""
