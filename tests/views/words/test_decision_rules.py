"""Whom options suit, what is good enough, and what is careful."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.robustness import Supporters, robustness_of
from selfmgmt.language import speaking
from selfmgmt.views.words.decision_rules import (
    careful_heading,
    careful_html,
    regret_table,
    satisficing_table,
    supporters_table,
)


@pytest.fixture(scope="module")
def robustness(comparison, weighing):
    """How firm the rankings of the shared comparison are."""
    return robustness_of(comparison, weighing)


def test_every_option_has_a_row(robustness, labels):
    """In both tables about options."""
    names = [labels[option] for option in robustness.options]
    assert [row[0] for row in supporters_table(robustness, labels).rows] == names
    assert [row[0] for row in satisficing_table(robustness, labels).rows] == names


def test_an_option_that_is_never_first_suits_nobody(robustness, labels):
    """Then there are no weights to tell."""
    option = robustness.options[0]
    never = Supporters(first=0.0, central_weights=None, confidence=None)
    with speaking("en"):
        (row,) = supporters_table(replace(robustness, any_weights={option: never}), labels).rows
    assert row == (labels[option], "0.0%", "nobody", "never")


def test_careful_choosers_take_what_the_analysis_says(robustness, labels):
    """Least regret in nine of ten futures, and the best worst case."""
    for row, one in zip(
        regret_table(robustness, labels).rows, robustness.roles.values(), strict=True
    ):
        least = min(one.regret.values(), key=lambda regret: regret.p90)
        safest = max(one.regret, key=lambda option: one.regret[option].worst_value)
        assert one.regret[safest].worst_value >= least.worst_value
        assert row[3] == labels[safest]


def test_all_three_tables_are_folded_together(robustness, labels):
    """Under one line."""
    assert careful_html(robustness, labels).source.count("<table") == 3
    assert careful_heading()
