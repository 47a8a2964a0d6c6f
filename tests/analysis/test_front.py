"""The front against its definition, asked of every pair."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from selfmgmt.analysis.front import front


@given(arrays.arrays(float, st.tuples(st.integers(0, 30), st.just(3)), elements=st.integers(0, 4)))
def test_a_row_is_on_the_front_when_no_other_beats_it(scores):
    """Beaten: as good on every column and better on one; equal rows stay or go together."""
    beaten = [
        any((other >= row).all() and (other > row).any() for other in scores) for row in scores
    ]
    assert front(scores).tolist() == [not lost for lost in beaten]
