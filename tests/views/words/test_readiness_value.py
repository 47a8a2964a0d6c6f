"""What it is worth to get ready first, in words."""

import pytest

from selfmgmt.analysis.readiness_value import ReadinessValue
from selfmgmt.case.readiness import Readiness
from selfmgmt.language import speaking
from selfmgmt.simulation.outcomes import OUTCOMES
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.words.readiness_value import (
    origin_sentence,
    readiness_value_sentences,
    readiness_value_table,
)

LABELS = {"a": "Option A", "b": "Option B"}


def value(gain: float) -> ReadinessValue:
    """The same gain on every outcome."""
    keys = [key for key in OUTCOMES if key != "payback_quarter"]
    return ReadinessValue(
        differences=dict.fromkeys(keys, Quantiles(p10=0, p50=gain / 2, p90=gain)),
        better=dict.fromkeys(keys, float(gain > 0)),
        target_met=(0.2, 0.3 if gain else 0.2),
    )


def test_options_that_gain_stand_in_the_table_and_others_are_named() -> None:
    """What readiness does not hold back is told apart."""
    values = {"a": value(2.0), "b": value(0.0)}
    with speaking("en"):
        table = readiness_value_table(values, LABELS)
        words = readiness_value_sentences(values, LABELS)
    assert [row[0] for row in table.rows] == ["Option A"]
    assert table.rows[0][1] == "1.0 (0.0 to 2.0)"
    assert table.rows[0][-1] == "20% to 30%"
    assert "Option B" in words[1]
    assert len(readiness_value_sentences({"a": value(1)}, LABELS)) == 1


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({}, "own assessment"),
        ({"respondents": 120}, "120 people answered."),
        ({"respondents": 120, "response": "60%"}, "60% of those asked"),
        ({"respondents": 120, "measured_year": 2026}, "Measured in 2026."),
        ({"respondents": 120, "measured_year": 2026, "measured_month": 3}, "in March 2026."),
    ],
)
def test_where_scores_come_from(written: dict[str, object], words: str) -> None:
    """People's own view, or a survey with what is known of it."""
    with speaking("en"):
        assert words in origin_sentence(Readiness.model_validate(written))
