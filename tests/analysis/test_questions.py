"""Which options answer which question: ways of working, or saving mixes."""

import pytest

from selfmgmt.analysis.questions import (
    asks_for_saving,
    candidates,
    mix_of,
    same_as_nothing,
    way_of,
)
from tests.analysis.conftest import made_up

WORLD = {
    "cut_across_the_board": {"capacity_low": 94},
    "fewer_tasks": {"tasks_dropped": 0.1},
    "stepwise_programme": {"capacity_low": [91.0] * 19 + [100.0]},
    "vanguard_first": {"capacity_low": 100.0},
}


@pytest.fixture(scope="module")
def comparison():
    """A plain cut, another mix, a way that differs in 19 draws of 20, and one that never does."""
    return made_up(WORLD)


def test_each_option_has_a_way_and_a_mix(comparison):
    """A plain cut keeps today's way; a way as described has the mix of the case beside it."""
    assert [way_of(comparison, key) for key in WORLD] == [
        "none", "none", "stepwise_programme", "vanguard_first"
    ]  # fmt: skip
    assert [mix_of(comparison, key) for key in ("do_nothing", "fewer_tasks")] == [
        "none",
        "fewer_tasks",
    ]


def test_what_changes_nothing_in_any_draw_is_the_same_as_nothing(comparison):
    """One draw in which something moves is a change."""
    assert same_as_nothing(comparison) == ("do_nothing", "vanguard_first")


def test_with_a_target_each_question_has_its_own_options(comparison):
    """Ways under the mix of the case, mixes under today's way; what changes nothing in neither."""
    assert asks_for_saving(comparison)
    assert candidates(comparison) == {
        "ways": ("cut_across_the_board", "stepwise_programme"),
        "mixes": ("cut_across_the_board", "fewer_tasks"),
    }
    assert candidates(comparison, way="stepwise_programme", mix="fewer_tasks") == {
        "ways": ("fewer_tasks",),
        "mixes": ("stepwise_programme",),
    }


def test_without_a_target_every_option_answers():
    """Doing nothing is then an answer too."""
    free = made_up(WORLD, question={})
    assert not asks_for_saving(free)
    everything = ("do_nothing", *WORLD)
    assert candidates(free) == {"ways": everything, "mixes": everything}
