"""How a change spreads over time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case.design import Design
from selfmgmt.case.mix import Mix
from selfmgmt.simulation.rollout import curve, mix_rollout, over_cohorts, rollout

plans = st.builds(
    Design,
    start_share=st.floats(0, 1),
    start_quarters=st.integers(0, 40),
    rollout_quarters=st.integers(0, 40),
)


@given(plans)
def test_a_rollout_starts_at_nothing_rises_and_is_complete(plan):
    """The share in place is 0 at first, never falls, and is 1 when the roll-out is over."""
    share = rollout(plan, 90).share
    assert share[0] == 0
    assert (np.diff(share) >= 0).all()
    assert share[plan.start_quarters + plan.rollout_quarters + 1 :] == pytest.approx(1)


@given(plans)
def test_the_pieces_of_a_curve_make_it(plan):
    """What comes in each quarter, piece by piece, is the whole change."""
    spread = rollout(plan, 30)
    steps = np.zeros(31)
    for first, last, share in spread.pieces:
        steps[first : last + 1] += share
    np.testing.assert_allclose(steps, spread.steps(), atol=1e-12)


def test_a_mix_starts_at_once():
    """Six quarters from quarter 0."""
    assert mix_rollout(Mix(rollout_quarters=4), 6).share.tolist() == [0, 0.25, 0.5, 0.75, 1, 1, 1]


def test_what_is_recent_and_what_has_faded_by_hand():
    """Half in quarters 1 and 2 each; two quarters full, then gone in two."""
    spread = curve(0.0, 0, 2, 7)
    assert spread.recent(2).tolist() == [0, 0.5, 1, 0.5, 0, 0, 0, 0]
    assert spread.faded(2, 2).tolist() == [0, 0, 0, 0, 0.25, 0.75, 1, 1]
    assert spread.faded(3, 0).tolist() == [0, 0, 0, 0, 0.5, 1, 1, 1]


@given(plans, st.integers(1, 20), st.integers(1, 20), st.integers(0, 19))
def test_cohorts_add_up_as_in_a_loop(plan, quarters, ages, start):
    """Sums over ages equal adding every cohort at its own age, for any quarters that are wanted."""
    spread = rollout(plan, quarters)
    by_age = np.random.default_rng(ages).random((ages, 3))
    slow = np.zeros((quarters + 1, 3))
    for quarter in range(quarters + 1):
        for age in range(min(ages, quarter + 1)):
            slow[quarter] += spread.steps()[quarter - age] * by_age[age]
    rows = range(min(start, quarters), quarters + 1)
    found = over_cohorts(spread, by_age, rows)
    np.testing.assert_allclose(found, slow[rows.start :], atol=1e-12)
