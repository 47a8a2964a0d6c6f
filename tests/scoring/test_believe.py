import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.scoring import weighted_sum
from selfmgmt.scoring.believe import lag_points, needed_points


def test_worked_by_hand() -> None:
    """6 points behind; at 20% weight 0.8 x 6 = 4.8 must come from 0.2 of the judged points: 24."""
    assert lag_points(0.81, 0.75) == pytest.approx(6)
    assert needed_points(6, 0.2) == pytest.approx(24)


def test_who_is_ahead_needs_no_belief() -> None:
    """Ahead on what is computed: people may even judge it worse."""
    assert needed_points(lag_points(0.5, 0.6), 0.5) == pytest.approx(-10)


def test_a_small_weight_can_ask_for_more_than_there_is() -> None:
    """20 points behind at a weight of one tenth: 180 of the 100 points that there are."""
    assert needed_points(20, 0.1) == pytest.approx(180)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.05, 1), st.floats(0, 0.5))
def test_what_is_needed_makes_the_two_level(
    none: float, way: float, weight: float, judged: float
) -> None:
    """Judged that much better on the judged criteria, the whole values are the same."""
    needed = needed_points(lag_points(none, way), weight) / 100
    if 0 <= judged + needed <= 1:
        values = weighted_sum([[none, judged], [way, judged + needed]], [1 - weight, weight])
        assert values[0] == pytest.approx(values[1], abs=1e-9)


@given(st.floats(0.1, 50), st.floats(0.01, 0.98))
def test_more_weight_asks_for_less(lag: float, weight: float) -> None:
    """The more judgement counts, the less better it must be."""
    assert needed_points(lag, weight + 0.01) < needed_points(lag, weight)


@pytest.mark.parametrize("weight", [0, -0.1, 1.1, float("nan")])
def test_a_weight_that_is_no_share_is_refused(weight: float) -> None:
    """Without any weight nothing can be made up for."""
    with pytest.raises(InputError, match="judged_weight"):
        needed_points(5, weight)
