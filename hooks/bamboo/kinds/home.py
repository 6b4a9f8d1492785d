"""data/home.yml: what the home page says first."""

from __future__ import annotations

from bamboo.data import rules
from bamboo.data.records import Record
from bamboo.kinds.base import Kind
from bamboo.kinds.overview import Sentence


class Home(Record):
    """The first words of the home page."""

    findings: list[Sentence]
    """The three to six most important things that the sources say, each with the claims it rests on."""

    across = [rules.having(findings=rules.filled)]


HOME = Kind(
    name="home",
    record=Home,
    one="home page",
    label="page",
    section="Home",
    address="",
    template="home.md.jinja",
    single=True,
    used=False,
)
