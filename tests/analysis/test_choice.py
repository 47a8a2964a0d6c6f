"""How open a choice is."""

import pytest

from selfmgmt.analysis.choice import open_choices
from selfmgmt.analysis.weigh import weigh


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
