"""People effects: conditions tilt the odds and never remove the uncertainty."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case.design import Design
from selfmgmt.simulation.people import (
    Effect,
    absence_after_cuts,
    drawn_effect,
    over_time,
    vulnerability,
)

ABSENCE = Effect(bad=0.03, central=0.0, good=-0.01)
unit = st.floats(0, 1)


@given(unit, unit, unit)
def test_better_conditions_never_worsen_an_effect(uniform, one, other):
    """In the same draw, a higher weakest condition gives an effect at least as good."""
    worse, better = sorted((one, other))
    draws = [
        drawn_effect(ABSENCE, np.array([uniform]), np.array([level]))[0]
        for level in (worse, better)
    ]
    assert draws[1] <= draws[0] + 1e-12


@given(unit, unit)
def test_an_effect_stays_in_its_range(uniform, weakest):
    """However good or bad the conditions, the range of the evidence holds."""
    drawn = drawn_effect(ABSENCE, np.array([uniform]), np.array([weakest]))[0]
    assert -0.01 - 1e-12 <= drawn <= 0.03 + 1e-12


def test_the_likeliest_effect_moves_from_bad_through_central_to_good():
    """The density peaks at bad, central and good for conditions 0, one half and 1."""
    uniform = (np.arange(200_000) + 0.5) / 200_000
    for level, peak in ((0.0, 0.03), (0.5, 0.0), (1.0, -0.01)):
        drawn = drawn_effect(ABSENCE, uniform, np.full_like(uniform, level))
        counts, edges = np.histogram(drawn, bins=80, range=(-0.01, 0.03))
        top = counts.argmax()
        assert edges[top] - 0.001 <= peak <= edges[top + 1] + 0.001


def test_bad_comes_at_once_and_good_with_maturity():
    """Half the staff started, a tenth mature: half of the bad, a tenth of the good."""
    drawn = np.array([0.02, -0.01])
    seen = over_time(drawn, good_sign=-1, started=np.array([[0.5]]), mature=np.array([[0.1, 0.1]]))
    np.testing.assert_allclose(seen, [[0.01, -0.001]])


def test_deep_cuts_are_full_at_their_share_and_nothing_without_cuts():
    """No removal, no effect; at 18 per cent the whole ratio; no more beyond."""
    draw = {
        "deep_cut_full_share": np.array([0.18]),
        "deep_cut_absence_ratio": np.array([2.17]),
        "absence": np.array([0.1]),
    }
    absence = absence_after_cuts(np.array([0.36]), np.array([0.0, 0.25, 0.5, 1.0]), draw)
    np.testing.assert_allclose(absence[:, 0], [0.1, 0.1585, 0.217, 0.217])


def test_more_area_teams_make_more_vulnerable_and_function_teams_do_not(chance):
    """Twice the teams spreads people thinner by area, less by task, not at all by function."""
    level = {
        basis: vulnerability(
            Design(team_count="200%", team_basis=basis),
            chance.draw,
            employed=np.ones(500),
            started=1.0,
        )
        for basis in ("area", "task", "function")
    }
    assert np.median(level["area"]) > np.median(level["task"])
    assert (level["task"] > level["function"]).all()
    same = vulnerability(Design(), chance.draw, employed=np.ones(500), started=1.0)
    np.testing.assert_array_equal(level["function"], same)
