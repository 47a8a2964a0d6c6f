"""What a weight would do that only the reader can give."""

import pytest

from selfmgmt.analysis.asked import requirements_of
from selfmgmt.analysis.weigh import weigh
from tests.analysis.conftest import made_up

WORLD = {
    "fewer_tasks": {"capacity_low": 100, "tasks_dropped": 0.15},
    "hiring_first": {"capacity_low": 94, "tasks_dropped": 0},
}


def asked(weights, world=WORLD):
    """What is asked of a council with these weights."""
    return requirements_of(weigh(made_up(world, weights={"council": weights})))["council"]


def test_worked_by_hand():
    """0.4 ahead on capacity, 0.5 behind on tasks: level at 0.4 / (0.4 + 0.5) of all weight."""
    (one,) = asked({"capacity_low": 1})
    assert one.criterion == "tasks_kept"
    assert one.first == {0: ("fewer_tasks",), 0.3: ("fewer_tasks",), 0.5: ("hiring_first",)}
    assert one.turns
    assert one.turns_at == pytest.approx(4 / 9)
    assert one.turns_to == "hiring_first"


def test_who_gave_it_weight_is_not_asked_again():
    """Then it counts in the order itself."""
    assert asked({"capacity_low": 1, "tasks_kept": 1}) == ()


def test_where_no_tasks_go_nothing_is_asked():
    """Options that are alike on it cannot be told apart by it."""
    world = {key: {**figures, "tasks_dropped": 0} for key, figures in WORLD.items()}
    assert asked({"capacity_low": 1}, world) == ()


def test_the_best_that_keeps_most_is_turned_by_no_weight():
    """More weight on tasks only makes it more clearly first."""
    world = {
        "fewer_tasks": {"tasks_dropped": 0.1, "capacity_low": 95},
        "hiring_first": {"capacity_low": 99},
    }
    (one,) = asked({"capacity_low": 1}, world)
    assert (one.turns, one.turns_at, one.turns_to) == (False, None, None)
