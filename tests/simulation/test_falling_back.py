"""Falling back: when, and what it takes along."""

import math
from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.case.design import Design
from selfmgmt.simulation.falling_back import FallingBack, falling_back
from selfmgmt.simulation.rollout import curve
from selfmgmt.simulation.transition import transition


def test_it_goes_straight_to_all_of_it_in_its_time():
    """From quarter 2 in four quarters; never in the second draw."""
    fall = FallingBack(np.array([2.0, 99.0]), np.array([4.0, 4.0]))
    assert fall.kept(range(1, 8))[:, 0].tolist() == [1, 1, 0.75, 0.5, 0.25, 0, 0]
    assert (fall.kept(range(8))[:, 1] == 1).all()


def test_exposure_counts_and_not_the_calendar(chance):
    """12 % a year at full dose for half of the staff is 1.5 % a quarter from quarter 3 on."""
    one = np.ones(4)
    draw = replace(
        chance.draw, fte=one, falls_back_rate=0.12 * one, falls_back_times_weak=2 * one,
        falls_back_times_strong=0.4 * one, falls_back_quarters=4 * one,
        weakest_condition_weight=0.7 * one,
    )  # fmt: skip
    bears = np.array([0.0149, 0.0151, 0.0301, 10.0])
    luck = {**chance.uniform, "falls_back": 1 - np.exp(-bears)}
    design = Design(scope=0.5, coaches="50%", control=0.5, imposed=0.5)
    found = falling_back(
        design,
        replace(chance, draw=draw, uniform=luck),
        curve(0.0, 2, 0, 16),
        kappa=0.5 * one,
        strength=one,
    )
    assert found.quarter.tolist() == [3, 4, 5, 17]


@pytest.mark.parametrize(("at", "times"), [(0.0, 2), (0.25, math.sqrt(2)), (0.5, 1), (1.0, 0.4)])
def test_the_condition_makes_it_more_or_less_likely(chance, at, times):
    """Twice as likely where all is weak, 0.4 times where all is strong, straight in logarithms."""
    one = np.ones(2)
    draw = replace(
        chance.draw, fte=one, falls_back_rate=0.04 * one, falls_back_times_weak=2 * one,
        falls_back_times_strong=0.4 * one, falls_back_quarters=4 * one,
        weakest_condition_weight=0.7 * one,
    )  # fmt: skip
    bears = 0.01 * times * 3 * np.array([0.999, 1.001])
    luck = {**chance.uniform, "falls_back": 1 - np.exp(-bears)}
    design = Design(scope=1, coaches=f"{at * 100}%", control=at, imposed=1 - at)
    found = falling_back(
        design,
        replace(chance, draw=draw, uniform=luck),
        curve(0.0, 0, 0, 16),
        kappa=at * one,
        strength=one,
    )
    assert found.quarter.tolist() == [3, 4]


def test_who_has_fallen_back_works_as_before_with_the_managers_who_returned(chance, designs):
    """Effects, dip, mature teams and coaches are gone; staff departments and control stay."""
    luck = {**chance.uniform, "falls_back": np.full(500, 1e-9)}
    draw = replace(chance.draw, managers_return_share=np.ones(500))
    way = designs["within_frames"].model_copy(update={"start_quarters": 0, "rollout_quarters": 0})
    run = transition(way, replace(chance, draw=draw, uniform=luck), 16)
    assert (run.progress.kept[-1] == 0).all()
    assert (run.progress.mature[-1] == 0).all()
    assert np.asarray(run.removals.managers)[-1] == pytest.approx(0)
    assert (np.asarray(run.removals.support)[-1] > 0).all()
    controllers = draw.control_cost_fte * draw.fte / 100 * 0.8 * draw.cost_per_fte
    assert run.money.running[-1] == pytest.approx(controllers)
    assert (run.falls_back == 1).all()


def test_repair_is_paid_once_per_inhabitant_in_scope(chance):
    """As much as the change touched, spread over the time that falling back takes."""
    luck = {**chance.uniform, "falls_back": np.full(500, 1e-9)}
    autonomy = {"goals": 4, "methods": 7, "contributions": 7, "staffing": 6, "budget": 6}
    way = Design(scope=0.5, autonomy=autonomy)
    falling = replace(chance, uniform=luck, inhabitants=40_000)
    cost = transition(way, falling, 16).money.transition_cost
    assert cost == pytest.approx(chance.draw.repair_cost_if_fail * 20_000)
