"""The search tells of its designs what a comparison would tell, and keeps to the goal."""

import numpy as np
import pytest

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.search import TOLD, Goal, search
from selfmgmt.analysis.study import study_of
from selfmgmt.case.files import new_case
from selfmgmt.simulation import simulate

EASY = Goal(certainty=0.3, capacity_floor=80, satisfaction_drop=0.05)


@pytest.fixture(scope="module")
def study():
    """Nijkerk with its example question."""
    return study_of(new_case(["Nijkerk"]))


@pytest.fixture(scope="module")
def found(study):
    """A small search with a goal that some designs meet."""
    return search(study, goal=EASY, designs=400, draws=200, seed=3, processes=1)


def test_figures_are_those_of_the_model(study, found):
    """Each design is simulated under the draws of a comparison with the same seed."""
    row = int(found.front[0])
    run = simulate(
        [found.design(row)], study.inputs, question=study.case.question, draws=200, seed=3
    )
    assert found.certainty[row] == np.mean(run.values["gap_eur"] <= 0)
    for key in TOLD:
        wanted = band(run.values[key][0])
        assert found.ranges[key][:, row].tolist() == [wanted.p10, wanted.p50, wanted.p90]


def test_fit_designs_meet_every_requirement(found):
    """And the closest ones are fit, in order of distance."""
    assert 0 < found.fit.sum() < 400
    assert (found.certainty[found.fit] >= 0.3).all()
    assert (found.ranges["capacity_low"][1, found.fit] >= 80).all()
    assert found.fit[found.closest].all()
    distance = found.space.distance(found.points)
    assert distance[found.closest].tolist() == sorted(distance[found.fit])[:5]


def test_the_front_is_of_fit_designs_that_none_beats(found):
    """Not one fit design is better than one on the front in all that is told."""
    sign = np.array([1, 1, 1, -1])[:, np.newaxis]
    middles = sign * np.array([found.ranges[key][1] for key in TOLD])
    for row in found.front:
        better = (middles[:, found.fit] > middles[:, [row]]).all(axis=0)
        assert found.fit[row]
        assert not better.any()


def test_an_impossible_goal_finds_nothing_and_says_what_comes_nearest(study):
    """No design is called fit; those are shown that meet most, surest first."""
    goal = Goal(certainty=1, capacity_floor=110)
    none = search(study, goal=goal, designs=60, draws=100, seed=1, processes=1)
    assert not none.fit.any()
    assert len(none.front) > 0
    met = np.sum(list(none.meets.values()), axis=0)
    assert met[none.closest[0]] == met.max()


def test_more_processes_change_nothing(study, found):
    """Two processes give the bytes of one, and progress runs to the end."""
    told = []
    again = search(
        study, goal=EASY, designs=400, draws=200, seed=3, processes=2, progress=told.append
    )
    assert again.certainty.tobytes() == found.certainty.tobytes()
    assert again.front.tolist() == found.front.tolist()
    assert told == sorted(told)
    assert told[-1] == 1


def test_rules_hold_where_they_say(found):
    """A rule's density and coverage are those of the designs in its box."""
    assert found.rules
    for name, rule in found.rules.items():
        wanted = found.fit if name == "all" else found.meets[name]
        wanted = wanted if rule.meets else ~wanted
        assert rule.box.density == wanted[rule.box.holds(found.points)].mean()
