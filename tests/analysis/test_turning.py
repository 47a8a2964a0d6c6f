"""Turning points are where the model itself turns."""

from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.analysis.lever_space import lever_spans
from selfmgmt.analysis.plans import plans_of
from selfmgmt.analysis.study import study_of
from selfmgmt.analysis.turning import STEPS, crossings, figure_turns, lever_curves, lever_positions
from selfmgmt.analysis.value_of_information import ordered
from selfmgmt.case.files import new_case
from selfmgmt.fields import Amount
from selfmgmt.simulation import simulate


@pytest.fixture(scope="module")
def study():
    """Nijkerk with its example question."""
    return study_of(new_case(["Nijkerk"]))


@pytest.fixture(scope="module")
def curves(study):
    """Every lever of one option, by name."""
    plan = plans_of(study, draws=300, seed=1)["within_frames"]
    found = lever_curves(study, plan, certainty=0.5, draws=300, seed=1)
    return {curve.lever: curve for curve in found}


def test_every_numeric_lever_is_moved_from_end_to_end(curves):
    """The levers of the space, each over its whole span."""
    spans = lever_spans()
    assert set(curves) == set(spans)
    for name, curve in curves.items():
        assert (curve.positions[0], curve.positions[-1]) == spans[name].ends


def test_the_chance_at_a_position_is_that_of_the_design(study, curves):
    """Half of the managers gone, by hand."""
    curve = curves["managers_after"]
    place = int(np.flatnonzero(curve.positions == 0.5)[0])
    plan = plans_of(study, draws=300, seed=1)["within_frames"]
    half = {"managers_after": Amount(value=0.5, relative=True)}
    moved = replace(plan, way=plan.way.model_copy(update=half))
    run = simulate([moved], study.inputs, question=study.question, draws=300, seed=1)
    assert curve.certainty[place] == np.mean(run.values["gap_eur"][0] <= 0)


def test_more_support_left_never_makes_the_target_surer(curves):
    """A law of the bookkeeping, seen along the lever."""
    assert (np.diff(curves["support_after"].certainty) <= 0).all()


def test_crossings_lie_on_the_line():
    """Between two points in proportion; touching is no crossing."""
    places = np.array([0.0, 1, 2, 3])
    assert crossings(places, np.array([-1.0, 3, 3, -1])) == (0.25, 2.75)
    assert crossings(places, np.array([1.0, 0, 2, 3])) == ()


def test_a_figure_turns_the_choice_where_the_options_cross():
    """A gives 0 and B gives x - 1, so the choice turns near x = 1."""
    rng = np.random.default_rng(1)
    figure = rng.uniform(0, 2, 20_000)
    values = np.array([np.zeros_like(figure), figure - 1])
    figures = {"x": ordered(figure), "noise": ordered(rng.random(20_000))}
    (turn,) = figure_turns(values, ["a", "b"], figures)
    assert (turn.figure, turn.below, turn.above) == ("x", "a", "b")
    assert turn.value == pytest.approx(1, abs=0.01)


def test_options_that_are_alike_do_not_turn_by_chance():
    """A tie is nobody's turn."""
    rng = np.random.default_rng(2)
    values = rng.normal(size=(3, 5_000))
    figures = {str(number): ordered(rng.random(5_000)) for number in range(5)}
    assert figure_turns(values, ["a", "b", "c"], figures) == []


def test_the_positions_that_are_tried_rise_from_end_to_end():
    """Each once, and only at the steps of its lever."""
    spans = lever_spans()
    for lever, positions in lever_positions().items():
        assert (positions[0], positions[-1]) == spans[lever].ends
        assert (np.diff(positions) > 0).all()
        assert len(positions) <= STEPS
        steps = (positions - spans[lever].low) / spans[lever].step
        assert steps[:-1] == pytest.approx(steps[:-1].round())
