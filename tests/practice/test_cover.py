"""The chance that a task is uncovered: worked by hand, and laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.practice.cover import MOST_PEOPLE, chance_any_short, chance_short

SHARES = st.lists(st.floats(0, 1), max_size=6)


def test_worked_by_hand() -> None:
    """Three people away 20, 50 and 10 % of the days; two are needed.

    Nobody: .2 x .5 x .1 = .01. One: .8 x .5 x .1 + .2 x .5 x .1 + .2 x .5 x .9 = .14.
    """
    assert chance_short([0.2, 0.5, 0.1], 2) == pytest.approx(0.15)
    assert chance_short([0.2], 1) == pytest.approx(0.2)
    assert chance_short([], 1) == 1
    assert chance_short([0.2], 0) == 0


def test_tasks_that_share_a_person_go_wrong_together() -> None:
    """A does both tasks, B helps with the second: short when A is away, whatever B does."""
    tasks = [(frozenset("a"), 1), (frozenset("ab"), 1)]
    assert chance_any_short({"a": 0.2, "b": 0.5}, tasks) == pytest.approx(0.2)
    apart = [(frozenset("a"), 1), (frozenset("b"), 1)]
    assert chance_any_short({"a": 0.2, "b": 0.5}, apart) == pytest.approx(1 - 0.8 * 0.5)


@given(SHARES, st.floats(0, 1), st.integers(1, 4))
def test_another_person_never_makes_it_worse(away: list[float], more: float, needed: int) -> None:
    """Who can do a task too brings its chance down, or leaves it."""
    assert chance_short([*away, more], needed) <= chance_short(away, needed) + 1e-12


@given(SHARES, st.integers(0, 4))
def test_it_is_a_chance(away: list[float], needed: int) -> None:
    """Between 0 and 1, and more people needed is never easier."""
    assert (
        -1e-12 <= chance_short(away, needed) <= chance_short(away, needed + 1) + 1e-12 <= 1 + 1e-9
    )


@given(st.lists(st.floats(0, 1), min_size=1, max_size=5))
def test_one_task_alone_gives_the_same(away: list[float]) -> None:
    """Looking at every combination of people agrees with adding up chances."""
    people = dict(zip("abcde", away, strict=False))
    found = chance_any_short(people, [(frozenset(people), 1)])
    assert found == pytest.approx(chance_short(away, 1))


def test_a_team_that_is_too_large_is_refused() -> None:
    """The fault says how many people there may be."""
    people = {f"p{number}": 0.2 for number in range(MOST_PEOPLE + 1)}
    with pytest.raises(InputError, match=str(MOST_PEOPLE)):
        chance_any_short(people, [(frozenset(people), 1)])
