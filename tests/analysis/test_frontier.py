"""Frontiers: every size of a pair, to where it may go and no further."""

import numpy as np
import pytest

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.frontier import OVERSHOOT, STAFF, frontier_of
from selfmgmt.analysis.pairs import pairs_of
from selfmgmt.analysis.study import study_of
from selfmgmt.case.design import Design
from selfmgmt.case.files import new_case
from selfmgmt.simulation import simulate

DRAWS = 200


def study_with(target):
    """Nijkerk with a target."""
    case = new_case(["Nijkerk"])
    written = case.question.model_dump() | {"saving_target": target, "example": False}
    question = type(case.question).model_validate(written)
    return study_of(case.model_copy(update={"question": question}))


@pytest.fixture(scope="module")
def study():
    """Five per cent."""
    return study_with("5%")


@pytest.fixture(scope="module")
def frontiers(study):
    """Of every option but doing nothing."""
    pairs = pairs_of(study.case)
    return {
        key: frontier_of(study, pair, certainty=50, draws=DRAWS, seed=1)
        for key, pair in pairs.items()
        if key != "do_nothing"
    }


def test_more_goes_and_more_is_reached_along_a_frontier(frontiers):
    """Sizes and what they save rise together."""
    for key, frontier in frontiers.items():
        sizes = [point.plan.factor for point in frontier.points]
        reach = [point.reach for point in frontier.points]
        assert sizes == sorted(set(sizes)), key
        assert (np.diff(reach) >= -1e-6).all(), key


def test_nothing_goes_deeper_or_further_than_may_be_told(study, frontiers):
    """A fifth of all posts, and half more than was asked for."""
    for frontier in frontiers.values():
        for point in frontier.points:
            assert point.deep_share <= study.deepest_measured + 1e-3
            assert point.reach <= OVERSHOOT


def test_the_size_that_meets_the_target_is_among_them(frontiers):
    """Not one that passes it by a step."""
    for key in ("cut_across_the_board", "within_frames", "hiring_first"):
        assert min(abs(point.reach - 1) for point in frontiers[key].points) < 1e-5


def test_a_deep_cut_ends_where_nobody_measured():
    """A cut of a third cannot be found in posts: the frontier stops, and says how far it got."""
    study = study_with("33%")
    pair = pairs_of(study.case)["cut_across_the_board"]
    last = frontier_of(study, pair, certainty=50, draws=DRAWS, seed=1).points[-1]
    assert last.reach < 1
    assert last.deep_share == pytest.approx(study.deepest_measured, abs=1e-3)


def test_figures_of_a_point_are_those_of_the_model(study, frontiers):
    """Counted again, paired with doing nothing."""
    point = frontiers["within_frames"].points[3]
    run = simulate(
        [Design(), point.plan], study.inputs, question=study.question, draws=DRAWS, seed=1
    )
    assert point.outcomes["capacity_low"] == band(run.values["capacity_low"][1])
    assert point.staff == band(run.values[STAFF][1] - run.values[STAFF][0])
    assert point.certainty == np.mean(run.values["gap_eur"][1] < 0.5)


def test_staff_departments_that_stay_are_counted_over_way_and_mix(study, frontiers):
    """A tenth less by the way, and what the mix takes."""
    for point in frontiers["stepwise_programme"].points:
        expected = 0.9 - 0.08 * point.plan.factor
        assert point.support_left == pytest.approx(max(expected, 0.3))
