"""What is left when things go wrong."""

import pytest

from selfmgmt.analysis.stress import stress
from selfmgmt.evidence.stress import reverses
from selfmgmt.language import speaking
from selfmgmt.views.words.stress import (
    pairs_table,
    reverses_html,
    shock_names,
    stress_caution,
    stress_html,
    stress_sentences,
    stress_table,
)

OPTION = "stepwise_programme"


@pytest.fixture(scope="module")
def found(comparison):
    """One option under everything."""
    return stress(comparison.study, {OPTION: comparison.plans[OPTION]}, draws=100, seed=1)


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def test_the_heaviest_reverse_and_pair_are_told_with_ranges(found, labels):
    """Beside the plan."""
    (text,) = stress_sentences(found, labels)
    singles = [one for one in found if len(one.reverses) == 1]
    worst = max(singles, key=lambda one: one.outcomes["gap_eur"].p50)
    assert shock_names(worst) in text
    assert text.count(" to €") >= 3


def test_an_option_that_no_reverse_hurts_is_told(found, labels):
    """Not as if something were the heaviest."""
    plan = next(one for one in found if not one.reverses)
    unhurt = [
        type(one)(option=one.option, reverses=one.reverses, outcomes=plan.outcomes, certainty=1.0)
        for one in found
    ]
    (text,) = stress_sentences(unhurt, labels)
    assert "no reverse widens the gap" in text


def test_tables_hold_the_plan_each_reverse_and_the_worst_pairs(found, labels):
    """Pairs with the widest gap first."""
    rows = stress_table(found, OPTION, labels).rows
    assert [row[0] for row in rows] == [
        "As planned",
        *(str(one.label) for key, one in reverses().items() if key != "partner_leaves"),
    ]
    pairs = pairs_table(found, OPTION, labels).rows
    assert len(pairs) == 5
    assert all(" + " in row[0] for row in pairs)


def test_everything_is_there_behind_lines(found, labels):
    """Two tables for an option, and where each reverse comes from with its grade."""
    assert stress_html(found, labels).source.count("<table") == 2
    assert stress_html([], labels).source == ""
    assert stress_sentences([], labels) == []
    terms = reverses_html().source
    assert terms.count("<dt>") == len(reverses())
    assert terms.count("Strength of the evidence: D") == len(reverses())


def test_it_is_no_forecast():
    """How likely a reverse is, nobody knows."""
    assert "not how likely it is" in stress_caution()
