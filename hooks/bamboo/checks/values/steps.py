"""How far an agreement came: a quote says so with a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bamboo.checks.values.stated import RULE, Statement
from bamboo.data.locations import Finding
from bamboo.data.patterns import pattern
from bamboo.kinds.fact import Fact
from bamboo.reading.mentions import plain

_FORCE = r"(?:ent(?:er|ry)\w* into|(?:came|come|comes|coming|put|is|are|been) (?:in|into)) (?:force|effect)"
_VERBS: Mapping[str, str] = {
    "negotiated": r"negotiat\w*|talks|đàm phán",
    "concluded": r"conclu\w+|complet\w+|wrapp\w+ up|kết thúc|hoàn tất",
    "signed": r"sign(?:ed|ing|s|ature)?|inked|ký(?: kết)?",
    "ratified": r"ratif\w+|approv\w+|phê chuẩn|phê duyệt",
    "in-force": rf"{_FORCE}|t(?:ook|akes?|aking) effect|effective|có hiệu lực|hiệu lực",
    "suspended": r"suspend\w*|suspension|froze|frozen|đình chỉ|tạm dừng",
    "ended": r"expir\w+|terminat\w+|end(?:ed|s)|lapsed?|withdr[ae]w\w*|hết hiệu lực|chấm dứt",
}
_SAYS = {name: pattern(rf"\b(?:{verbs})\b", re.IGNORECASE) for name, verbs in _VERBS.items()}


def said(text: str) -> list[str]:
    """The steps that a text says, whatever agreement it says them of."""
    return [name for name, verbs in _SAYS.items() if verbs.search(text)]


def held(whole: Statement) -> Iterator[Finding]:
    """A step that no quote of the fact says."""
    fact = whole.entry.record
    if not isinstance(fact, Fact) or fact.agreement is None:
        return
    step, texts = fact.agreement.step, [plain(quote.in_english) for quote in fact.evidence]
    texts += [plain(quote.quote) for quote in fact.evidence]
    if not any(_SAYS[step].search(text) for text in texts):
        instead = dict.fromkeys(name for text in texts for name in said(text))
        path = ("agreement", "step")
        yield Finding(
            whole.entry.document.location(*path),
            RULE,
            f"`step` is {step}; the quotes say {', '.join(instead) or 'nothing of the kind'}.",
            "Take what they say, or leave `agreement` out.",
            code="step",
            path=path,
            value=step,
        )
