"""What one must believe of a way of working."""

import pytest

from selfmgmt.analysis.beliefs import beliefs_of
from selfmgmt.analysis.compare import compare
from selfmgmt.analysis.weigh import weigh
from selfmgmt.case import Case
from selfmgmt.case.option import Option
from tests.analysis.conftest import WRITTEN, made_up

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
    assert belief.mix == "evenly"
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


def test_where_nobody_works_differently_there_is_nothing_to_believe():
    """Mixes are no ways of working."""
    assert found(world={"hiring_first": {"capacity_low": 99}, "fewer_tasks": {}}) == {}


def test_none_that_is_no_option_is_computed():
    """At equal money none is sized beside each way; it need not be an option of the case."""
    case = Case.model_validate(WRITTEN | {"options": {"stepwise_programme": {}}})
    alone = compare(case, draws=200, seed=3)
    both = compare(
        case.model_copy(
            update={
                "options": {
                    **case.options,
                    "cut_across_the_board": Option(based_on="cut_across_the_board"),
                }
            }
        ),
        draws=200,
        seed=3,
    )
    lags = [
        beliefs_of(one, weigh(one))["balanced"]["stepwise_programme"].lag for one in (alone, both)
    ]
    assert lags[0] == pytest.approx(lags[1], abs=1e-9)
    assert lags[0] > 0


def test_the_mix_alone_beside_each_way_is_that_at_its_own_money():
    """Ways as described save unlike amounts; what one must believe of each is as by itself."""
    ways = ("stepwise_programme", "within_frames")

    def lags(*options):
        case = Case.model_validate(WRITTEN | {"options": dict.fromkeys(options)})
        comparison = compare(case, size="described", draws=100, seed=3)
        found = beliefs_of(comparison, weigh(comparison, "ways"))["balanced"]
        return {key: belief.lag for key, belief in found.items()}

    together = lags(*ways)
    assert together == pytest.approx({key: lags(key)[key] for key in ways}, abs=1e-9)
    assert abs(together["stepwise_programme"] - together["within_frames"]) > 0.05
