import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.scoring import rank_order_centroid, swing_weights

PUBLISHED = {
    3: [0.6111, 0.2778, 0.1111],
    4: [0.5208, 0.2708, 0.1458, 0.0625],
    5: [0.4567, 0.2567, 0.1567, 0.0900, 0.0400],
    6: [0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278],
}


@pytest.mark.parametrize(("count", "weights"), PUBLISHED.items())
def test_published_centroids(count: int, weights: list[float]) -> None:
    """The centroid weights are those of the tables, to the last printed digit."""
    assert rank_order_centroid(count).round(4).tolist() == weights


@given(st.integers(1, 60))
def test_centroid_is_falling_and_whole(count: int) -> None:
    """A less important criterion never weighs more, and all weights make one."""
    weights = rank_order_centroid(count)
    assert weights.sum() == pytest.approx(1)
    assert (np.diff(weights) < 0).all()
    assert (weights > 0).all()


@pytest.mark.parametrize("count", [0, -1, 2.5, "3", None])
def test_no_centroid_without_criteria(count: object) -> None:
    """A count that is no whole number of 1 or more is refused."""
    with pytest.raises(InputError, match=repr(count)):
        rank_order_centroid(count)


def test_swings_of_several_people() -> None:
    """Each person's points are scaled on their own."""
    weights = swing_weights([[100, 50, 50], [10, 0, 0]])
    assert weights.tolist() == [[0.5, 0.25, 0.25], [1, 0, 0]]


def test_points_below_zero_are_refused() -> None:
    """A swing cannot be worth less than nothing."""
    with pytest.raises(InputError, match=r"points.*-5"):
        swing_weights([100, -5])
