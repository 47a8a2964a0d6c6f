"""Ranges of paths, and chances that one option beats another."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.analysis.bands import chance_better, quantiles_of, quantiles_of_path


@given(st.lists(st.integers(0, 2), min_size=1, max_size=17))
def test_a_quarter_that_stays_the_same_has_the_same_range(quarters):
    """However often a quarter comes back, the range is what sorting it would give."""
    rows = np.random.default_rng(1).random((3, 40))
    path = rows[quarters]
    np.testing.assert_array_equal(quantiles_of_path(path), quantiles_of(path))


def test_the_better_option_wins_in_its_share_of_draws():
    """Of four draws two are won, one is lost and one is a tie; less of a gap is better."""
    values = np.array([[4.0, 4.0, 1.0, 2.0], [3.0, 3.0, 2.0, 2.0]])
    assert chance_better("net_saving_eur", values).tolist() == [[0, 0.5], [0.25, 0]]
    assert chance_better("gap_eur", values).tolist() == [[0, 0.25], [0.5, 0]]


def test_a_tie_is_as_narrow_as_the_values_are_small():
    """However small they are, they differ: the margin is a part of the largest."""
    values = np.array([[2e-20, 1e-20], [1e-20, 1e-20]])
    assert chance_better("net_saving_eur", values).tolist() == [[0, 0.5], [0, 0]]
