"""How a change spreads and ripens."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case.design import Design
from selfmgmt.simulation.rollout import (
    CONDITIONS,
    conditions,
    dip_by_age,
    maturity_by_age,
    over_cohorts,
    quarters_to_maturity,
    rollout,
)

plans = st.builds(
    Design,
    start_share=st.floats(0, 1),
    start_quarters=st.integers(0, 40),
    rollout_quarters=st.integers(0, 40),
)


@given(plans)
def test_a_rollout_starts_at_nothing_rises_and_is_complete(plan):
    """The share in place is 0 at first, never falls, and is 1 when the roll-out is over."""
    share = rollout(plan, 90)
    assert share[0] == 0
    assert (np.diff(share) >= 0).all()
    assert share[plan.start_quarters + plan.rollout_quarters + 1 :] == pytest.approx(1)


def test_the_weakest_condition_decides_and_is_named():
    """The value is the minimum; readiness is named only where it is the lowest."""
    design = Design(work_redesign=0.7, interdependence=0.6, frames=0.8)
    weakest, place = conditions(design, np.array([0.4, 0.9]))
    assert weakest.tolist() == [0.4, 0.6]
    assert [CONDITIONS[i] for i in place] == ["readiness", "interdependence"]


@given(st.floats(0.5, 60))
def test_a_cohort_is_unripe_at_first_and_nine_tenths_at_its_time(ripe):
    """The logistic is fixed by its two ends and rises in between."""
    curve = maturity_by_age(np.array([ripe]), 80)[:, 0]
    exact = maturity_by_age(np.array([8.0]), 8)[:, 0]
    assert curve[0] == pytest.approx(0, abs=1e-12)
    assert exact[8] == pytest.approx(0.9)
    assert (np.diff(curve) >= 0).all()
    assert curve.max() <= 1


def test_maturity_takes_longer_when_imposed_or_without_coaches(chance):
    """Four times the transition years at neutral readiness, and delays on top of it."""
    draw = dict(chance.draw) | {"readiness": np.full(500, 0.5)}
    coached = quarters_to_maturity(Design(scope=1, coaches="100%"), draw)
    assert coached == pytest.approx(4 * draw["transition_years"])
    imposed = quarters_to_maturity(Design(scope=1, coaches="100%", imposed=1), draw)
    assert imposed == pytest.approx(coached * (1 + draw["imposed_delay"]))
    alone = quarters_to_maturity(Design(scope=1), draw)
    assert alone == pytest.approx(coached * (1 + draw["uncoached_delay"]))


def test_the_dip_is_a_triangle_of_the_given_depth_and_length():
    """Ten per cent deep after a third of twelve months, gone after them."""
    one = np.ones(1)
    draw = {
        "dip_depth": 0.1 * one,
        "dip_condition_slope": one,
        "dip_duration_months": 12 * one,
        "dip_peak_moment": 0.25 * one,
        "greenfield_dip_ratio": 0.5 * one,
    }
    dip = dip_by_age(Design(), 0.5 * one, draw, 5)[:, 0]
    assert dip == pytest.approx([0, 0.1, 0.1 * 2 / 3, 0.1 / 3, 0])
    assert dip_by_age(Design(), 0.5 * one, draw, 2)[:, 0] == pytest.approx(dip[:3])
    assert dip_by_age(Design(greenfield=True), 0.5 * one, draw, 5)[:, 0] == pytest.approx(dip / 2)
    assert dip_by_age(Design(), 0 * one, draw, 5)[:, 0] == pytest.approx(dip * 1.5)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12), st.integers(0, 2**16))
def test_cohorts_add_up_as_in_a_loop(started, seed):
    """The matrix product equals adding every cohort at its own age."""
    size = len(started)
    by_age = np.random.default_rng(seed).random((size, 3))
    slow = np.zeros((size, 3))
    for quarter in range(size):
        for begin in range(quarter + 1):
            slow[quarter] += started[begin] * by_age[quarter - begin]
    np.testing.assert_allclose(over_cohorts(np.array(started), by_age), slow, atol=1e-12)
