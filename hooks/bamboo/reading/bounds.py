"""How English denies that a number is passed: "did not exceed 14 million", "none may stay longer".

Such a "not" makes a bound of the number and denies no verb.
"""

from __future__ import annotations

from bamboo.reading.signs import Sign

# No text without one of these has any of them.
MAY_BOUND = Sign("^(?:no|not|never|cannot|none|nobody|neither|t)$")
_NOT = r"(?:no|not|never|cannot|[a-z]{2,6}n't|none|nobody|neither)(?! (?:only|just|merely|simply)\b)"
# "No trainee may stay for", "did not last", "was never".
_UNTIL = r"(?: (?!and\b|but\b|or\b|nor\b|because\b|until\b|that\b)[a-z][\w'-]*){0,4}?"
_MORE = (
    r"(?:(?:more|longer|higher|larger|greater) than|"
    r"(?:go|goes|gone|went|rise|rises|rose|risen|be|been|get|is|are|was|were) "
    r"(?:above|over|beyond)|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|top)"
)
_LESS = (
    r"(?:(?:less|fewer|lower|shorter|smaller) than|"
    r"(?:drop|drops|dropped|fall|falls|fell|fallen|go|goes|gone|went|sink|sank|sunk|be|been|is|are|was|were) "
    r"(?:below|under))"
)
AT_MOST = rf"{_NOT}{_UNTIL} {_MORE}"
AT_LEAST = rf"{_NOT}{_UNTIL} {_LESS}"

_NUMBER = (
    r"(?: the| an?)? (?:\S*\d|(?:two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|\w+teen|\w+ty|half|one|a)\b)"
)
# What follows a "not" that only makes a bound.
AFTER_NOT = rf"{_UNTIL} (?:{_MORE}|{_LESS}){_NUMBER}"
