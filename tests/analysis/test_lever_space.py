"""The space of a search: every point is a design that users could write themselves."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.analysis.lever_space import CHANGE, Span, lever_space
from selfmgmt.case.design import Design


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_every_point_is_a_valid_design(seed):
    """Read again with every check, a design of the search stays itself."""
    space = lever_space()
    for point in space.points(25, np.random.default_rng(seed)):
        design = space.design(point)
        assert Design.model_validate(design.model_dump()) == design


def test_today_is_the_point_where_nothing_changes():
    """Its design does nothing, and it is at no distance from itself."""
    space = lever_space()
    assert space.design(space.today) == Design()
    assert space.distance(space.today[np.newaxis]).tolist() == [0]


def test_levers_of_the_change_say_nothing_without_a_change():
    """Where nobody works in the new way they stay as they are."""
    space = lever_space()
    points = space.points(400, np.random.default_rng(1))
    idle = points[:, space.levers.index("scope")] == 0
    change = [lever in CHANGE for lever in space.levers]
    assert 0 < idle.sum() < 400
    assert (points[idle][:, change] == space.today[change]).all()


def test_the_whole_of_each_lever_is_visited():
    """Both ends of every span come up, and only steps in between."""
    space = lever_space()
    points = space.points(2000, np.random.default_rng(2))
    for column, span in zip(points.T, space.spans.values(), strict=True):
        assert (column.min(), column.max()) == span.ends
        steps = (column - span.ends[0]) / (1 if span.choices else span.step)
        assert steps == pytest.approx(steps.round())


def test_the_base_gives_what_the_search_leaves_alone():
    """A greenfield stays a greenfield; a lever of the search does not stick."""
    space = lever_space(Design(greenfield=True, scope=0.3))
    assert space.design(space.today) == Design(greenfield=True)


def test_a_span_without_room_is_refused():
    """Low must be below high."""
    with pytest.raises(ValueError, match="low"):
        Span(low=1, high=1)
