"""How teams ripen, and what starting costs."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case.design import Design
from selfmgmt.simulation.maturity import (
    coached,
    coaches,
    coaches_needed,
    dip_by_age,
    dip_depth,
    maturity_by_age,
    quarters_to_maturity,
)


@given(st.floats(0.5, 60))
def test_a_cohort_is_unripe_at_first_and_nine_tenths_at_its_time(maturity_age):
    """The logistic is fixed by its two ends and rises in between."""
    curve = maturity_by_age(np.array([maturity_age]), 80)[:, 0]
    exact = maturity_by_age(np.array([8.0]), 8)[:, 0]
    assert curve[0] == pytest.approx(0, abs=1e-12)
    assert exact[8] == pytest.approx(0.9)
    assert (np.diff(curve) >= 0).all()
    assert curve.max() <= 1


def test_coaches_are_counted_for_teams_or_for_twelve_people(chance):
    """Ten teams of 30 people need coaches for 25 teams of 12; sixty small ones for sixty."""
    draw = replace(
        chance.draw, fte=np.array([300.0]), teams_per_coach=np.array([10.0]),
        coached_team_size=np.array([12.0]), team_count=np.array([10.0]),
    )  # fmt: skip
    assert coaches_needed(Design(scope=1), draw)[0] == pytest.approx(2.5)
    assert coaches_needed(Design(scope=0.5, team_count=60), draw)[0] == pytest.approx(3)
    assert coaches(Design(scope=1, coaches="80%"), draw)[0] == pytest.approx(2)
    assert coached(Design(scope=1, coaches=1), draw)[0] == pytest.approx(0.4)
    assert coached(Design(scope=1, coaches=9), draw)[0] == 1
    assert coached(Design(scope=0, coaches=9), draw)[0] == 1
    assert coached(Design(scope=0), draw)[0] == 0


def test_maturity_takes_longer_when_imposed_or_without_coaches(chance):
    """Four times the transition years at neutral readiness, and delays on top of it."""
    draw = replace(chance.draw, readiness=np.full(500, 0.5))
    maturity_age = quarters_to_maturity(Design(scope=1, coaches="100%"), draw)
    assert maturity_age == pytest.approx(4 * draw.transition_years)
    imposed = quarters_to_maturity(Design(scope=1, coaches="100%", imposed=1), draw)
    assert imposed == pytest.approx(maturity_age * (1 + draw.imposed_delay))
    alone = quarters_to_maturity(Design(scope=1), draw)
    assert alone == pytest.approx(maturity_age * (1 + draw.uncoached_delay))
    keen = quarters_to_maturity(
        Design(scope=1, coaches="100%"), replace(draw, readiness=np.ones(500))
    )
    assert keen == pytest.approx(maturity_age * 0.75)


def test_the_dip_is_a_triangle_of_the_given_depth_and_length(chance):
    """Ten per cent deep after a third of twelve months, gone after them."""
    one = np.ones(1)
    draw = replace(
        chance.draw, dip_depth=0.1 * one, dip_condition_slope=one, dip_duration_months=12 * one,
        dip_peak_moment=0.25 * one, greenfield_dip_ratio=0.5 * one,
    )  # fmt: skip
    dip = dip_by_age(dip_depth(Design(), 0.5 * one, draw), draw, 5)[:, 0]
    assert dip == pytest.approx([0, 0.1, 0.1 * 2 / 3, 0.1 / 3, 0])
    assert dip_by_age(dip_depth(Design(), 0.5 * one, draw), draw, 2)[:, 0] == pytest.approx(dip[:3])
    assert dip_by_age(dip_depth(Design(greenfield=True), 0.5 * one, draw), draw, 5)[
        :, 0
    ] == pytest.approx(dip / 2)
    assert dip_by_age(dip_depth(Design(), 0 * one, draw), draw, 5)[:, 0] == pytest.approx(dip * 1.5)
