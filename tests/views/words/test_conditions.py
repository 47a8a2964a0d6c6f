"""The weakest condition."""

from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.language import speaking
from selfmgmt.views.words.conditions import condition_sentences, condition_table

OPTION = "stepwise_programme"


@pytest.fixture
def two_ways(comparison):
    """One option in which the frames are weakest in 55% and readiness in 45% of the futures."""
    row = list(comparison.options).index(OPTION)
    weakest = comparison.outcomes.weakest_condition.copy()
    share = 0.55
    weakest[row] = np.where(np.arange(comparison.draws) < share * comparison.draws, 2, 3)
    option = replace(comparison.options[OPTION], weakest_condition="frames", weakest_share=share)
    return replace(
        comparison,
        options=comparison.options | {OPTION: option},
        outcomes=replace(comparison.outcomes, weakest_condition=weakest),
    )


def test_a_close_second_is_named(two_ways):
    """Under six in ten futures the weakest condition is not certain."""
    with speaking("en"):
        words = condition_sentences(two_ways)
        cells = {row[0]: row[1] for row in condition_table(two_ways).rows}
    label = two_ways.options[OPTION].label
    assert any(
        label in text and "45%" in text and "readiness of the organisation" in text
        for text in words
    )
    assert cells[label].endswith("; the readiness of the organisation about as often")


def test_a_clear_weakest_condition_stands_alone(comparison):
    """Fewer managers only: the work is not regrouped, whatever happens."""
    label = comparison.options["fewer_managers_only"].label
    with speaking("en"):
        cells = {row[0]: row[1] for row in condition_table(comparison).rows}
        words = condition_sentences(comparison)
    assert cells[label] == "the redesign of the work"
    assert not any(label in text for text in words)
