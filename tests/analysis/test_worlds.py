"""Worlds of two options and four draws, small enough to count by hand what a reader is told."""

import numpy as np
import pytest

from selfmgmt.analysis import price, readiness_value, robustness, stress
from selfmgmt.analysis.bands import chance_better
from selfmgmt.analysis.choice_moves import choice_moves
from selfmgmt.analysis.drivers import total_effect
from selfmgmt.analysis.option_result import ranges_of
from selfmgmt.analysis.shares import groups_by_grade
from selfmgmt.analysis.study import study_of
from selfmgmt.analysis.target import target_met
from selfmgmt.analysis.value_of_information import ordered, value_of_information
from selfmgmt.analysis.weight_draws import all_weights
from selfmgmt.case.files import new_case
from selfmgmt.evidence.stress import reverses
from selfmgmt.fields import Estimate
from selfmgmt.scoring.judgements import judged_draws
from selfmgmt.scoring.values import Performance
from selfmgmt.simulation.outcomes import OUTCOMES, Outcomes
from selfmgmt.uncertainty import Quantiles
from tests.simulation.world import usual_inputs


def outcomes(**rows):
    """Outcomes of two options in four draws; what is not named is 0."""
    values = {key: np.array(rows.get(key, [[0.0] * 4] * 2), dtype=float) for key in OUTCOMES}
    return Outcomes(
        values=values, target=np.zeros(4), weakest_condition=np.zeros((2, 4), int), paths={}
    )


def test_more_readiness_is_then_less_now_and_better_in_the_direction_of_the_outcome():
    """Capacity 1, 2, 3 and 4 higher; absence falls in three draws of four; a gap closes in two."""
    now = outcomes(
        capacity_low=[[90, 90, 90, 90], [0] * 4],
        absence_mean=[[0.06] * 4, [0] * 4],
        gap_eur=[[100, 100, -5, 100], [0] * 4],
    )
    then = outcomes(
        capacity_low=[[91, 92, 93, 94], [0] * 4],
        absence_mean=[[0.05, 0.05, 0.05, 0.07], [0] * 4],
        gap_eur=[[-1, -1, -5, 100], [0] * 4],
    )
    found = readiness_value._value(now, then, 0)
    assert found.differences["capacity_low"] == Quantiles(p10=1, p50=2, p90=4)
    assert found.better["capacity_low"] == 1
    assert found.better["absence_mean"] == 0.75
    assert found.target_met == (0.25, 0.75)
    other = readiness_value._value(now, then, 1)
    assert not any(other.better.values())


def test_regret_is_told_at_nine_in_ten_and_at_its_largest():
    """One criterion; the first is .4, .2 and .1 behind in three draws and ahead by .3 in one."""
    first, second = [0.5, 0.6, 0.7, 0.9], [0.9, 0.8, 0.8, 0.6]
    table = Performance(
        options=("one", "other"),
        criteria=("capacity",),
        values=np.array([first, second]).T[:, :, None],
        scales={},
        left_out={},
    )
    found = robustness._regret(table, np.array([1.0]))
    assert found["one"].mean == pytest.approx(0.7 / 4)
    assert found["one"].p90 == pytest.approx(0.4)
    assert found["other"].mean == pytest.approx(0.3 / 4)
    assert found["other"].p90 == found["other"].largest == pytest.approx(0.3)
    assert (found["one"].worst_value, found["other"].worst_value) == (0.5, 0.6)
    ten = Performance(
        options=("one", "other"),
        criteria=("capacity",),
        values=np.stack([np.linspace(0.1, 1, 10), np.ones(10)], axis=1)[:, :, None],
        scales={},
        left_out={},
    )
    assert robustness._regret(ten, np.array([1.0]))["one"].p90 == pytest.approx(0.8)


def test_all_weights_are_alike():
    """With three criteria one weight is below a quarter in 1 - (3/4)^2 of all."""
    drawn = all_weights(3, draws=20_000, rng=np.random.default_rng(1))
    assert drawn.sum(axis=1) == pytest.approx(1)
    assert (drawn < 0.25).mean(axis=0) == pytest.approx(1 - 0.75**2, abs=0.015)
    assert (drawn > 0.75).mean(axis=0) == pytest.approx(0.25**2, abs=0.008)


def test_judgements_are_triangles():
    """From 30 over 60 to 90 one in eight is below 45; from 0 with the top at 0 half is below 29."""
    judged = {
        "one": Estimate(low=30, central=60, high=90),
        "other": Estimate(low=0, central=0, high=100),
    }
    rng = np.random.default_rng(1)
    one, other = judged_draws({"c": judged}, options=("one", "other"), draws=20_000, rng=rng)["c"]
    assert (one < 45).mean() == pytest.approx(1 / 8, abs=0.01)
    assert (one > 75).mean() == pytest.approx(1 / 8, abs=0.01)
    assert (other < 100 * (1 - 0.5**0.5)).mean() == pytest.approx(0.5, abs=0.015)


def test_a_shock_keeps_its_bad_end_bad():
    """More absence is worse: 8 points is the bad end. Of the ledger's own effects as well."""
    found = stress._shifted(usual_inputs(), reverses()["absence_rises"]).effects["absence_effect"]
    assert (found.bad, found.central, found.good) == (0.08, 0.065, 0.05)


def test_a_range_of_our_own_has_the_lowest_grade():
    """Whatever the grade of the value within it; the others keep theirs."""
    study = study_of(new_case(["Nijkerk"]))
    groups = groups_by_grade(study)
    grade = {key: name for name, keys in groups.items() for key in keys}
    ledger = {key: study.ledger.parameter(key) for name in "ABCD" for key in groups.get(name, ())}
    ours = [key for key, found in ledger.items() if found.assumed_range and found.grade != "D"]
    assert "savings_realisation" in ours
    assert {grade[key] for key in ours} == {"D"}
    read = {key: found.grade for key, found in ledger.items() if not found.assumed_range}
    assert read
    assert {key: grade[key] for key in read} == read


def test_a_price_is_the_way_less_none_and_its_steps_add_up_in_every_draw():
    """None 10, removals alone 12, the way 9, 9, 8 and 8."""
    none, alone, way = (
        {key: np.array(values, dtype=float) for key in price.PRICED}
        for values in ([10] * 4, [12] * 4, [9, 9, 8, 8])
    )
    found = price._price(none, alone, way)
    assert found.removals["capacity_low"] == Quantiles(p10=2, p50=2, p90=2)
    assert found.working["capacity_low"] == Quantiles(p10=-4, p50=-4, p90=-3)
    assert found.together["capacity_low"] == Quantiles(p10=-2, p50=-2, p90=-1)


def test_one_option_beats_another_in_the_direction_of_the_outcome():
    """Ahead in three draws, a tie in one; what is more of a burden loses."""
    values = np.array([[3.0, 3, 3, 1], [1, 2, 3, 4]])
    assert chance_better("capacity_low", values).tolist() == [[0, 0.5], [0.25, 0]]
    assert chance_better("absence_mean", values).tolist() == [[0, 0.25], [0.5, 0]]


def test_the_best_option_turns_in_the_direction_of_the_outcome():
    """Beside doing nothing 1, 2 and 3 become 1, 3 and 2: the least stays, the most does not."""
    first = np.array([[0.0] * 4, [1] * 4, [2] * 4, [3] * 4])
    again = np.array([[0.0] * 4, [1] * 4, [3, 3, 2, 2], [2, 2, 3, 3]])
    assert choice_moves({"absence_mean": first}, {"absence_mean": again}) == 0
    assert choice_moves({"capacity_low": first}, {"capacity_low": again}) == 0.5


def test_a_total_effect_is_half_the_mean_square_step_over_the_variance():
    """Variance 5; steps of 2 in two draws of four: 8 / 4 / 2 = 1, a fifth."""
    first = np.array([[1.0, 3, 5, 7], [2, 2, 2, 2]])
    again = np.array([[3.0, 1, 5, 7], [2, 2, 2, 2]])
    found = total_effect(first, again)
    assert found[0] == pytest.approx(0.2)
    assert np.isnan(found[1])


def test_a_target_is_met_to_the_euro():
    """40 cents are rounding, 60 are not."""
    assert target_met(np.array([-1.0, 0, 0.4, 0.6])).tolist() == [True, True, True, False]


def test_knowing_is_worth_the_mean_of_the_best_less_the_best_mean():
    """Two options that take turns: each 0 or 2, mean 1; who knows gets 2."""
    figure = np.repeat([0.0, 1.0], 200)
    values = np.array([2 * (figure == 0), 2.0 * (figure == 1)])
    assert value_of_information(values, ordered(figure)) == pytest.approx(1)
    assert value_of_information(values * 0 + 1, ordered(figure)) == 0


def test_net_saving_and_gap_add_up_to_the_target():
    """Four draws of 30, 50, 20 and 40 of a target of 45: the ends of the gap are those, turned."""
    values = {"net_saving_due_eur": np.array([30.0, 50, 20, 40]), "gap_eur": np.zeros(4)}
    found = ranges_of(values, 45.0)
    assert found["net_saving_due_eur"] == Quantiles(p10=20, p50=30, p90=50)
    assert found["gap_eur"] == Quantiles(p10=-5, p50=15, p90=25)
