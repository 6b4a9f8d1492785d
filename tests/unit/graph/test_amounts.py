"""What a figure's sentence says: its value as people write it, the unit once, and no value preferred."""

from __future__ import annotations

from typing import Any

import pytest
from bamboo.graph import wording
from bamboo.kinds.indicator import Indicator

TRADE = ("Foreign trade turnover", "billion US dollars")


def said(name: str, unit: str, period: str, *reports: dict[str, Any]) -> str:
    rows = [
        {
            "source": f"source-{n}",
            "qualifier": "exact",
            "quote": "x",
            **{key: str(said) for key, said in report.items()},
        }
        for n, report in enumerate(reports)
    ]
    observed = {"period": period, "reports": rows}
    record = Indicator.model_validate(
        {"name": name, "unit": unit, "counted": "x.", "themes": ["a"], "observations": [observed]}
    )
    return wording.observation(record, record.observations[0])


@pytest.mark.parametrize(
    ("name", "unit", "period", "reports", "sentence"),
    [
        (
            *TRADE,
            "2023",
            [{"value": 700, "qualifier": "nearly"}],
            "Foreign trade turnover in 2023: nearly US$700 billion.",
        ),
        (
            *TRADE,
            "2024",
            [{"value": 800}, {"value": 800, "qualifier": "expected-over"}, {"value": 800}],
            "Foreign trade turnover in 2024: US$800 billion or over US$800 billion (expected), by source.",
        ),
        (*TRADE, "2021", [{"value": 15, "high": 20}], "Foreign trade turnover in 2021: US$15 to 20 billion."),
        (
            "Free trade agreements",
            "agreements",
            "2024",
            [{"value": 17}],
            "Free trade agreements in 2024: 17.",
        ),
        (
            "International tourists",
            "million international tourists",
            "2024-01/2024-11",
            [{"value": 15.8, "qualifier": "over"}],
            "International tourists in January–November 2024: over 15.8 million.",
        ),
        (
            "Overseas Vietnamese",
            "million people",
            "2024",
            [{"value": 6, "qualifier": "nearly"}, {"value": 6}],
            "Overseas Vietnamese in 2024: nearly 6 million or 6 million people, by source.",
        ),
        ("Supplier of cotton", "place", "2021", [{"value": 3}], "Supplier of cotton in 2021: 3rd place."),
        ("Guests", "guests", "2025-01-09", [{"value": 1400}], "Guests on 9 January 2025: 1,400."),
        ("Titles in all", "titles", "2024", [{"value": 71}], "Titles in all, 2024: 71."),
        (
            "Visits since the congress",
            "visits",
            "2023",
            [{"value": 40}],
            "Visits since the congress, 2023: 40.",
        ),
    ],
)
def test_an_observation_reads_as_a_sentence(
    name: str, unit: str, period: str, reports: list[dict[str, Any]], sentence: str
) -> None:
    assert said(name, unit, period, *reports) == sentence
