"""An interval becomes a triangle with the same share outside, not one that ends with it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.fields import Estimate
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.profile import readiness_profile
from selfmgmt.simulation.draws import triangular_quantile
from selfmgmt.uncertainty import Interval

WIDE = {"lowest": -1e9, "highest": 1e9}


@given(below=st.floats(0.05, 2), above=st.floats(0.05, 2))
def test_one_in_forty_lies_on_each_side(below, above):
    """Counted from the quantiles that the model draws with."""
    interval = Interval(low=3 - below, central=3, high=3 + above)
    prior = interval.prior(**WIDE)
    low, high = triangular_quantile(
        np.array([0.025, 0.975]), low=prior.low, mode=prior.central, high=prior.high
    )
    assert low == pytest.approx(interval.low, abs=1e-6)
    assert high == pytest.approx(interval.high, abs=1e-6)


def test_worked_by_hand_for_an_even_interval():
    """(a - d)^2 = 2 x 0.025 a^2, so a = d / (1 - sqrt 0.05); cut off at the ends of the scale."""
    prior = Interval(low=4, central=4.5, high=5).prior(lowest=1, highest=5)
    assert prior.low == pytest.approx(4.5 - 0.5 / (1 - 0.05**0.5))
    assert prior.high == 5
    known = Interval(low=3, central=3, high=3).prior(lowest=1, highest=5)
    assert (known.low, known.high) == (3, 3)


def test_a_survey_gives_readiness_wider_ends_and_shows_its_own_interval():
    """Judged by a few people the same ends are theirs, and stay."""
    ends = {"low": 2.8, "central": 3.0, "high": 3.2}
    known = {
        "margin": Estimate(low=0, central=0, high=0),
        "default": Estimate(low=0.35, central=0.5, high=0.65),
        "weakest_weight": 0.5,
    }
    judged, measured = (
        readiness_profile(dict.fromkeys(load_instrument().dimensions, score), **known)
        for score in (Estimate(**ends), Interval(**ends))
    )
    assert (judged.rho.low, judged.rho.high) == pytest.approx((0.45, 0.55))
    wide = 0.05 / (1 - 0.05**0.5)
    assert (measured.rho.low, measured.rho.high) == pytest.approx((0.5 - wide, 0.5 + wide))
    assert measured.dimensions == judged.dimensions
