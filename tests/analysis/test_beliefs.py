"""What one must believe of a way of working."""

import pytest

from selfmgmt.analysis.beliefs import beliefs_of
from selfmgmt.analysis.weigh import weigh
from tests.analysis.conftest import made_up

WORLD = {
    "cut_across_the_board": {"capacity_low": 97, "steerability_end": 100},
    "stepwise_programme": {"capacity_low": 94, "steerability_end": 104},
    "vanguard_first": {"capacity_low": 97, "steerability_end": 108},
}
WEIGHTS = {"council": {"capacity_low": 40, "steerability": 40, "closeness": 20}}


def found(weights=WEIGHTS, world=WORLD, **written):
    """The beliefs of a comparison with made-up figures."""
    comparison = made_up(world, weights=weights, **written)
    return beliefs_of(comparison, weigh(comparison))


def test_worked_by_hand():
    """Capacity 0.8 against 0.6, steerability 0.75 against 0.85: 5 behind at equal weights."""
    belief = found()["council"]["stepwise_programme"]
    assert belief.reference == "cut_across_the_board"
    assert belief.lag == pytest.approx(5)
    assert belief.own_weight == pytest.approx(0.2)
    assert belief.own_needed == pytest.approx(20)
    assert belief.needed == pytest.approx({0.1: 45, 0.2: 20, 0.3: 5 * 0.7 / 0.3})


def test_reasons_go_both_ways_and_add_up_to_the_lag():
    """Steerability speaks for it, capacity against it."""
    reasons = found()["council"]["stepwise_programme"].reasons
    assert reasons.speaks_for == pytest.approx({"steerability": 0.05})
    assert reasons.speaks_against == pytest.approx({"capacity_low": -0.1})
    assert reasons.difference == pytest.approx(-0.05)


def test_a_way_that_is_ahead_needs_no_belief():
    """The same capacity and more grip: less than nothing is needed."""
    assert found()["council"]["vanguard_first"].own_needed < 0


def test_judgements_change_nothing_about_the_lag():
    """It is by what the model computes alone, judged or not."""
    judged = {"closeness": dict.fromkeys(WORLD, 50) | {"stepwise_programme": 100}}
    one, other = found()["council"], found(judgements=judged)["council"]
    assert one["stepwise_programme"].lag == other["stepwise_programme"].lag
    assert one["stepwise_programme"].needed == other["stepwise_programme"].needed


def test_who_gives_judged_criteria_no_weight_has_no_own_figure():
    """Then only the weights that are tried are told."""
    belief = found({"council": {"capacity_low": 1}})["council"]["stepwise_programme"]
    assert belief.own_weight is belief.own_needed is None
    assert len(belief.needed) == 3


def test_every_profile_and_body_has_its_beliefs():
    """The five examples, and the body that gave weights."""
    assert len(found()) == 6
    assert "cut_across_the_board" not in found()["balanced"]


def test_balanced_has_thirty_five_of_a_hundred_on_judgements_without_the_rest_of_money():
    """As described money counts: 8 of residents and 20 of identity, of 100."""
    assert found()["balanced"]["stepwise_programme"].own_weight == pytest.approx(0.28)


def test_without_none_beside_it_there_is_nothing_to_hold_it_against():
    """The reference is an option of the case; without it nothing is told."""
    ways = {key: WORLD[key] for key in ("stepwise_programme", "vanguard_first")}
    assert found(world=ways) == {}
