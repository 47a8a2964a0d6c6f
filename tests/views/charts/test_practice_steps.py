"""The scale of a picture of steps: in the numbers that people filled in."""

from typing import Any

import pytest

from selfmgmt.language import speaking
from selfmgmt.practice import find_instrument, practice_result
from selfmgmt.views.charts.practice_steps import step_chart
from tests.practice.example import example_case

WHOLE = {"strategic_now": 4, "strategic_wanted": 1}


def scale(key: str, body: str, practice: dict[str, Any]) -> list[str]:
    """The labels below the picture of one body."""
    with speaking("en"):
        chart = step_chart(find_instrument(key), practice_result(key, practice), body)
        assert chart is not None
        (axes,) = chart.figure.axes
        return [label.get_text() for label in axes.get_xticklabels()]


@pytest.mark.parametrize(
    ("row", "labels"),
    [
        (WHOLE, ["0", "1", "2", "3", "4"]),
        ({**WHOLE, "strategic_wanted": 1.5}, ["0.0", "1.0", "2.0", "3.0", "4.0"]),
        ({"strategic_now": 1, "strategic_wanted": 0}, ["0", "1"]),
    ],
)
def test_between_whole_numbers_are_no_fractions(row: dict[str, float], labels: list[str]) -> None:
    """Where somebody filled in a fraction the scale has them."""
    practice = {"adviser_mix": {"directorate": {"social": row}}}
    found = scale("adviser_mix", "directorate", practice)
    assert [label for label in found if label in labels] == labels
    assert all(("." in label) == ("." in labels[0]) for label in found)


def test_a_chance_is_a_percentage() -> None:
    """Of a task that is uncovered."""
    labels = scale("role_coverage", "front_desk", dict(example_case().practice))
    assert labels
    assert all(label.endswith("%") for label in labels)
