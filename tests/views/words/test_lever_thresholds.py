"""Which levers make or break the target."""

import numpy as np
import pytest

from selfmgmt.analysis.turning import LeverCurve, lever_curves
from selfmgmt.language import speaking
from selfmgmt.views.words.lever_thresholds import lever_sentences, lever_table, moving


def curve(lever, chances, turns=()):
    """A lever from zero to one with these chances."""
    positions = np.linspace(0, 1, len(chances))
    return LeverCurve(
        lever=lever, positions=positions, certainty=np.array(chances), turns=tuple(turns)
    )


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def test_a_turn_tells_on_which_side_the_target_is_met():
    """Above where the chance rises, below where it falls."""
    rising = curve("frames", [0.2, 0.9], [0.6])
    falling = curve("support_after", [0.9, 0.2], [0.4])
    up, down = lever_sentences([rising, falling], option="X", certainty=0.5)
    assert up.startswith("X, ")
    assert "above about 60%" in up
    assert "below about 40% of today" in down


def test_a_target_out_of_reach_names_what_comes_closest():
    """With its place and its chance."""
    curves = [curve("frames", [0.1, 0.2]), curve("control", [0.3, 0.1])]
    (text,) = lever_sentences(curves, option="X", certainty=0.8)
    assert "no lever by itself brings" in text
    assert "0%: 30%" in text


def test_a_target_that_is_safe_or_that_nothing_moves_is_told():
    """Whatever lever is moved."""
    (safe,) = lever_sentences([curve("frames", [0.9, 0.95])], option="X", certainty=0.8)
    assert "stays at or above 80%" in safe
    (still,) = lever_sentences([curve("frames", [0.5, 0.5])], option="X", certainty=0.8)
    assert "no lever by itself changes" in still


def test_levers_that_move_most_come_first(comparison):
    """And levers that move nothing are left out."""
    plan = comparison.plans["stepwise_programme"]
    found = lever_curves(comparison.study, plan, certainty=0.8, draws=100, seed=1)
    swings = [float(np.ptp(one.certainty)) for one in moving(found)]
    assert swings == sorted(swings, reverse=True)
    assert all(swing >= 0.01 for swing in swings)
    assert len(lever_table(found).rows) == min(5, len(swings))
