"""How open a choice is."""

import pytest

from selfmgmt.analysis.choice import open_choices
from selfmgmt.analysis.weigh import weigh
from tests.analysis.conftest import made_up


@pytest.fixture(scope="module")
def choices(judged):
    """Of every role that ranks."""
    return open_choices(judged, weigh(judged), draws=1000)


def test_every_role_that_ranks_has_one(choices, judged):
    """Nobody is left out."""
    assert set(choices) == set(weigh(judged).rankings.ranked)


def test_no_figure_is_worth_more_than_knowing_everything(choices):
    """Up to the noise of splitting the draws."""
    for choice in choices.values():
        assert choice.all_known >= 0
        assert all(worth <= choice.all_known + 0.01 for worth in choice.worth.values())


def test_a_clear_choice_has_nothing_to_know(choices):
    """And a choice that is open names every uncertain figure."""
    for choice in choices.values():
        if choice.clear:
            assert choice.worth == {}
            assert choice.turns == ()
        else:
            assert choice.worth


def test_figures_are_those_that_are_uncertain(choices, judged):
    """What is known is not worth knowing."""
    uncertain = set(judged.study.inputs.uncertain)
    assert all(set(choice.worth) <= uncertain for choice in choices.values())
    assert all(turn.figure in uncertain for choice in choices.values() for turn in choice.turns)


def chosen(one, other):
    """How open the choice of a council is that weighs capacity alone, on a scale of 85 to 100."""
    world = {"fewer_tasks": {"capacity_low": one}, "hiring_first": {"capacity_low": other}}
    comparison = made_up(world, weights={"council": {"capacity_low": 1}})
    return open_choices(comparison, weigh(comparison))["council"]


def test_options_that_take_turns_leave_the_choice_open():
    """Worth 1 and 0 by turns: .5 on average, and 1 for who knows everything."""
    found = chosen([100.0, 85.0] * 10, [85.0, 100.0] * 10)
    assert found.all_known == pytest.approx(0.5)
    assert not found.clear
    assert found.worth


def test_what_wins_a_little_now_and_then_leaves_the_choice_clear():
    """Ahead by .06 of a point of 15 in one of 20 draws: .0002 of all value."""
    found = chosen([97.0] * 20, [97.06] + [90.0] * 19)
    assert found.all_known == pytest.approx(0.06 / 15 / 20)
    assert (found.clear, found.worth, found.turns) == (True, {}, ())
