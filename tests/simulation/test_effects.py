"""Effects: conditions tilt the odds and never remove the uncertainty."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.simulation.effects import Effect, Tilt, drawn_effects

ABSENCE = Effect(bad=0.03, central=0.0, good=-0.01)
unit = st.floats(0, 1)


@given(unit, unit, unit)
def test_better_conditions_never_worsen_an_effect(uniform, one, other):
    """In the same draw, a higher weakest condition gives an effect at least as good."""
    worse, better = sorted((one, other))
    draws = [
        drawn_effects((ABSENCE,), np.array([[uniform]]), Tilt.of(np.array([level])))[0, 0]
        for level in (worse, better)
    ]
    assert draws[1] <= draws[0] + 1e-12


@given(unit, unit)
def test_an_effect_stays_in_its_range(uniform, weakest):
    """However good or bad the conditions, the range of the evidence holds."""
    drawn = drawn_effects((ABSENCE,), np.array([[uniform]]), Tilt.of(np.array([weakest])))[0, 0]
    assert -0.01 - 1e-12 <= drawn <= 0.03 + 1e-12


def test_the_likeliest_effect_moves_from_bad_through_central_to_good():
    """The density peaks at bad, central and good for conditions 0, one half and 1."""
    uniform = (np.arange(200_000) + 0.5) / 200_000
    for level, peak in ((0.0, 0.03), (0.5, 0.0), (1.0, -0.01)):
        drawn = drawn_effects(
            (ABSENCE,), uniform[np.newaxis], Tilt.of(np.full_like(uniform, level))
        )[0]
        counts, edges = np.histogram(drawn, bins=80, range=(-0.01, 0.03))
        top = counts.argmax()
        assert edges[top] - 0.001 <= peak <= edges[top + 1] + 0.001
