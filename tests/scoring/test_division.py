"""What divides two roles: a sum that can be checked by hand, and laws that always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.scoring.division import division_between
from selfmgmt.scoring.ranking import Ranking, rank_options

OPTIONS, CRITERIA = ("cut", "teams", "wait"), ("saving", "calm", "quality")


def ranked(performance: object, weights: object) -> Ranking:
    """A ranking of three options in one future."""
    return rank_options([performance], weights, options=OPTIONS, criteria=CRITERIA)


def test_example_worked_by_hand() -> None:
    """Saving: 0.5 more weight times a step of 0.8; calm: 0.5 less weight times a step of -1."""
    performance = [[1.0, 0.0, 0.5], [0.2, 1.0, 0.5], [0.0, 0.0, 0.0]]
    division = division_between(
        ranked(performance, [60, 30, 10]), ranked(performance, [10, 80, 10])
    )
    assert division is not None
    assert (division.wanted, division.other_wanted) == ("cut", "teams")
    assert division.contributions == pytest.approx({"saving": 0.4, "calm": 0.5, "quality": 0.0})
    assert division.criterion == "calm"
    assert division.weights["saving"] == pytest.approx((0.6, 0.1))


def test_who_want_the_same_are_not_divided() -> None:
    """Other weights, the same first option."""
    performance = [[1.0, 1.0, 1.0], [0.5, 0.5, 0.5], [0.0, 0.0, 0.0]]
    assert division_between(ranked(performance, [1, 0, 0]), ranked(performance, [0, 1, 0])) is None


def test_a_shared_first_place_divides_nobody() -> None:
    """Who ties on the first option of the other can live with it."""
    performance = [[1.0, 1.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]
    assert division_between(ranked(performance, [1, 0, 0]), ranked(performance, [0, 1, 0])) is None


weights = arrays(float, 3, elements=st.floats(0.01, 1))


@given(arrays(float, (3, 3), elements=st.floats(0, 1)), weights, weights)
def test_the_parts_are_what_both_would_lose(
    performance: np.ndarray, one: np.ndarray, other: np.ndarray
) -> None:
    """Together they are the loss of each with the first option of the other."""
    mine, theirs = ranked(performance, one), ranked(performance, other)
    division = division_between(mine, theirs)
    if division is None:
        assert set(mine.first) & set(theirs.first)
        return
    lost = [
        ranking.bands[wanted].mean - ranking.bands[given_up].mean
        for ranking, wanted, given_up in (
            (mine, division.wanted, division.other_wanted),
            (theirs, division.other_wanted, division.wanted),
        )
    ]
    assert division.size == pytest.approx(sum(lost))
    assert division.contributions[division.criterion] > 0
