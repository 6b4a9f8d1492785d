"""What happened to a tier is read from verbs: true statements pass, and another change is noticed."""

from __future__ import annotations

from dataclasses import replace

import project
import pytest
from bamboo.checks.values import changes
from bamboo.checks.values.stated import Statement
from bamboo.kinds.library import load

LIBRARY = load(project.SAMPLE)
BRAZIL = LIBRARY.facts["brazil-strategic-partnership"]
CHANGES = {"established", "upgraded", "stated"}

# A claim, its quote, and the changes that a careful reader could write.
TRUE = [
    (
        "Brazil is a strategic partner of Vietnam.",
        "Brazil and Vietnam, which established diplomatic relations in 1989, are strategic partners",
        {"stated", "established"},  # what was established is not read
    ),
    (
        "Brazil is a strategic partner of Vietnam.",
        "Brazil, a strategic partner of Vietnam, sent a delegation",
        {"stated"},
    ),
    (
        "Brazil became a strategic partner of Vietnam in 2024.",
        "Brazil became a strategic partner in 2024",
        CHANGES,  # either happened
    ),
    (
        "Vietnam and Brazil raised their relations to a strategic partnership.",
        "The two sides agreed to bring ties to a strategic partnership with Brazil",
        {"upgraded"},
    ),
    (
        "A strategic partnership with Brazil was established in 2024.",
        "a strategic partnership with Brazil was established",
        {"established"},
    ),
    (
        "Vietnam and Brazil set up a strategic partnership.",
        "setting up a strategic partnership with Brazil",
        {"established"},
    ),
    (
        "Vietnam lifted ties with Brazil to a strategic partnership.",
        "relations with Brazil, which is now a strategic partner, were elevated",
        {"upgraded"},
    ),
    (
        "Brazil was included among Vietnam's strategic partners.",
        "Brazil and Mongolia were included into this group",
        {"stated"},
    ),
    (
        "Vietnam established a strategic partnership with Brazil.",
        "Vietnam upgraded its relations to comprehensive strategic partnerships with Australia, while "
        "establishing strategic partnerships with Brazil",
        {"established"},
    ),
]


@pytest.mark.parametrize(("claim", "quote", "possible"), TRUE)
def test_only_what_the_claim_and_its_quotes_say_passes(claim: str, quote: str, possible: set[str]) -> None:
    passed = set()
    for change in CHANGES:
        record = BRAZIL.record
        assert record.relation
        changed = record.model_copy(
            update={
                "claim": claim,
                "evidence": [record.evidence[0].model_copy(update={"quote": quote})],
                "relation": record.relation.model_copy(update={"change": change}),
            }
        )
        found = [*changes.held(Statement(LIBRARY, replace(BRAZIL, record=changed)))]
        assert all(f"`change` is {change};" in finding.message for finding in found)
        passed |= set() if found else {change}
    assert passed == possible
