"""Chance: strata and triangles."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.simulation.draws import latin_hypercube, triangular_quantile


@given(st.integers(1, 200), st.integers(0, 2**32))
def test_every_stratum_is_visited_once(draws, seed):
    """A Latin hypercube has one draw in each of its equal strata, for every key."""
    sample = latin_hypercube(["a", "b", "c"], draws, np.random.default_rng(seed))
    for values in sample.values():
        assert sorted(np.floor(values * draws).astype(int)) == list(range(draws))


@given(st.floats(-50, 50), st.floats(0, 20), st.floats(0, 20), st.floats(0, 1))
def test_quantile_undoes_the_distribution_function(low, left, right, chance):
    """The textbook distribution function of the triangle brings the quantile back."""
    mode, high = low + left, low + left + right
    value = triangular_quantile(np.array([chance]), low=low, mode=mode, high=high)[0]
    if min(left, right) < 1e-3:
        assert low - 1e-9 <= value <= high + 1e-9
        return
    if value <= mode and left > 0:
        back = (value - low) ** 2 / ((high - low) * left)
    else:
        back = 1 - (high - value) ** 2 / ((high - low) * max(right, 1e-300))
    assert abs(back - chance) < 1e-6


def test_a_known_figure_has_no_spread():
    """Low equal to high gives that value in every draw."""
    draws = triangular_quantile(np.linspace(0, 1, 5), low=3.0, mode=3.0, high=3.0)
    assert draws.tolist() == [3.0] * 5
