import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import dominates, weighted_sum
from selfmgmt.scoring.arrays import TIE

coarse = st.sampled_from([0, 0.25, 0.5, 0.75, 1])


def test_worked_by_hand() -> None:
    """As good on one and better on the other dominates; a copy does not."""
    table = dominates([[0.5, 0.5], [0.5, 0.25], [0.5, 0.5]])
    assert table.tolist() == [[0, 1, 0], [0, 0, 0], [0, 1, 0]]


def test_worse_by_no_more_than_a_tie_is_as_good() -> None:
    """A loss of just the tolerance does not count, a larger one does."""
    assert dominates([[1, 0], [0, TIE]])[0, 1]
    assert not dominates([[1, 0], [0, 2 * TIE]])[0, 1]


def test_one_draw_is_enough_to_escape() -> None:
    """With draws an option must be as good in each of them."""
    assert not dominates([[[0.5], [0.25]], [[0.25], [0.5]]]).any()
    assert dominates([[[0.5], [0.25]], [[0.25], [0.25]]])[0, 1]


@given(arrays(float, (4, 3), elements=coarse), arrays(float, 3, elements=st.floats(0.1, 1)))
def test_it_is_never_worth_less(table: np.ndarray, weight: np.ndarray) -> None:
    """Whatever the weights, an option that dominates has the higher value; two cannot both."""
    found, values = dominates(table), weighted_sum(table, weight)
    assert (values[:, None] > values)[found].all()
    assert not (found & found.T).any()


def test_rounding_is_no_difference() -> None:
    """0.1 + 0.2 does not dominate 0.3."""
    assert not dominates([[0.1 + 0.2], [0.3]]).any()


def test_gaps_are_refused() -> None:
    """A performance that is missing compares with nothing."""
    with speaking("en"), pytest.raises(InputError, match=r"performance has gaps"):
        dominates([[np.nan], [0.5]])
