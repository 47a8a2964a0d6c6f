"""Weighing the options of a comparison."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.weigh import has_equal_money, measured, weigh, weigh_each, yardstick_of
from tests.analysis.conftest import made_up

WAYS = {
    "cut_across_the_board": {"net_saving_due_eur": 100, "capacity_low": 94},
    "stepwise_programme": {
        "net_saving_due_eur": 100,
        "capacity_low": 91,
        "satisfaction_mean": 0.72,
    },
}
MIXES = {"fewer_tasks": {"tasks_dropped": 0.1}, "hiring_first": {"capacity_low": 97}}
JUDGED = {
    key: {"cut_across_the_board": 50, "stepwise_programme": 60}
    for key in ("service_quality", "closeness", "local_colour")
}


def test_doing_nothing_is_the_line_when_there_is_a_cut():
    """It closes no gap, so nobody ranks it."""
    weighing = weigh(made_up(WAYS))
    assert weighing.nothing == ("do_nothing",)
    assert weighing.performance.options == tuple(WAYS)


def test_what_changes_nothing_is_known_by_what_it_does():
    """Under any name: an option of which every outcome is that of doing nothing."""
    weighing = weigh(made_up({**WAYS, "vanguard_first": {}}))
    assert weighing.nothing == ("do_nothing", "vanguard_first")
    assert "vanguard_first" not in weighing.performance.options


def test_doing_nothing_counts_when_there_is_no_cut():
    """Without a cut it is an answer like any other."""
    weighing = weigh(made_up(WAYS, question={}))
    assert weighing.set_aside == weighing.nothing == ()
    assert "do_nothing" in weighing.performance.options


def test_only_doing_nothing_leaves_nothing_to_choose():
    """With a cut and no option that makes it nobody ranks anything."""
    weighing = weigh(made_up({}))
    assert weighing.rankings.ranked == weighing.computed == {}


def test_two_questions_are_never_one_order():
    """Ways under the mix of the case, and mixes under today's way; a plain cut is in both."""
    found = weigh_each(made_up({**WAYS, **MIXES}))
    assert found["ways"].performance.options == tuple(WAYS)
    assert found["mixes"].performance.options == ("cut_across_the_board", *MIXES)
    assert found["ways"].set_aside == ("do_nothing", *MIXES)


def test_a_question_with_one_answer_is_no_question():
    """Only mixes: the question of the mixes alone is asked."""
    assert list(weigh_each(made_up(MIXES))) == ["mixes"]
    assert weigh(made_up(MIXES)).question == "mixes"


def test_what_nobody_judged_gives_no_ranking():
    """Closeness to residents cannot be computed; an order without it would hide it."""
    weighing = weigh(made_up(WAYS))
    assert weighing.rankings.ranked == {}
    assert weighing.not_judged == ("service_quality", "closeness", "local_colour")
    assert all("closeness" in waits for waits in weighing.rankings.unranked.values())


def test_with_judgements_the_profiles_rank():
    """Every judged criterion has its points, so nothing is hidden."""
    weighing = weigh(made_up(WAYS, judgements=JUDGED))
    assert len(weighing.rankings.ranked) == 5
    assert weighing.leading[0] in WAYS


def test_a_gap_in_what_is_not_ranked_drops_no_criterion():
    """Doing nothing and a mix were not judged; the two ways were, and that is enough."""
    weighing = weigh(made_up({**WAYS, **MIXES}, judgements=JUDGED), "ways")
    assert weighing.not_judged == ()
    assert "closeness" in weighing.performance.criteria


def test_weights_of_the_case_decide():
    """A role that only wants calm and one that only wants content staff want different options."""
    weights = {"executive": {"capacity_low": 100}, "works_council": {"satisfaction": 100}}
    ranked = weigh(made_up(WAYS, weights=weights)).rankings.ranked
    assert set(ranked) == set(weights)
    assert ranked["executive"].ranking.first == ("cut_across_the_board",)
    assert ranked["works_council"].ranking.first == ("stepwise_programme",)


def test_weights_of_the_first_edition_keep_their_meaning():
    """Flat points, 3 to 1: the gap is closed, and 94 is 0.6 and 91 is 0.4 of the scale."""
    weights = {"council": {"net_saving": 75, "capacity_low": 25}}
    found = weigh(made_up(WAYS, weights=weights)).rankings.ranked["council"].ranking
    assert found.bands["cut_across_the_board"].mean == pytest.approx(0.9)
    assert found.bands["stepwise_programme"].mean == pytest.approx(0.85)


def equal(comparison):
    """The comparison as if its options were sized to save the same."""
    return replace(comparison, sizing=replace(comparison.sizing, size="equal_money"))


def test_at_equal_money_the_other_weights_are_divided_by_their_sum():
    """75 points of money fall away; capacity and steerability share all, 10 to 15."""
    weights = {"council": {"net_saving": 75, "capacity_low": 10, "steerability": 15}}
    comparison = equal(made_up(WAYS, weights=weights))
    weighing = weigh(comparison)
    assert weighing.equal_money
    assert weighing.performance.left_out["net_saving"] == "equal money"
    ranking = weighing.rankings.ranked["council"].ranking
    given = dict(zip(ranking.criteria, ranking.weights, strict=True))
    assert (given["capacity_low"], given["steerability"]) == pytest.approx((0.4, 0.6))
    assert "net_saving" not in given


def test_at_equal_money_who_only_weighs_money_has_no_order():
    """Every option saves the same, so nothing is left to order by."""
    comparison = made_up(WAYS, weights={"executive": {"net_saving": 1}})
    weighing = weigh(equal(comparison))
    assert weighing.rankings.unranked == {"executive": ("net_saving",)}


def test_fewer_draws_while_a_hand_moves():
    """The first draws of a comparison can be weighed by themselves."""
    whole = made_up(WAYS, weights={"council": {"net_saving": 1, "transition_cost": 1}})
    fewer = {key: at[:, :5] for key, at in whole.outcomes.values.items()}
    some = replace(whole, draws=5, outcomes=replace(whole.outcomes, values=fewer))
    assert weigh(some).performance.values.shape[0] == 5


def test_options_are_held_against_doing_nothing_the_target_and_the_horizon():
    """Of the same draws, whatever was weighed with more."""
    comparison = made_up(WAYS)
    against = yardstick_of(comparison)
    assert against.nothing["capacity_low"].tolist() == [100.0] * 20
    assert against.target.tolist() == [100.0] * 20
    assert against.horizon == comparison.study.case.question.horizon
    assert yardstick_of(replace(comparison, draws=5)).target.tolist() == [100.0] * 5


def test_money_is_equal_only_where_options_were_sized_to_a_target():
    """As described they save what they save; without a target there is nothing to be equal to."""
    described, free = made_up(WAYS), made_up(WAYS, question={})
    assert not has_equal_money(described)
    assert has_equal_money(equal(described))
    assert not has_equal_money(equal(free))


def test_what_is_measured_are_the_rows_of_the_options_that_are_weighed():
    """In their order, judgements among them."""
    comparison = made_up(WAYS, judgements=JUDGED)
    values, _ = measured(comparison, ("stepwise_programme", "cut_across_the_board"))
    assert values["capacity_low"][:, 0].tolist() == [91, 94]
    assert values["closeness"][:, 0].tolist() == [60, 50]
