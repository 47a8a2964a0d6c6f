"""The spans of levers: every step is a value that users could write themselves."""

import numpy as np
import pytest

from selfmgmt.analysis.lever_space import LeverRange, lever_spans, lever_value
from selfmgmt.case.design import Design


@pytest.mark.parametrize("lever", list(lever_spans()))
def test_every_step_is_a_valid_value(lever):
    """Read again with every check, a design with it stays itself."""
    span = lever_spans()[lever]
    for place in span.at(np.linspace(0, 1, 7)).tolist():
        design = Design().model_copy(update={lever: lever_value(lever, place)})
        assert Design.model_validate(design.model_dump()) == design


def test_the_whole_of_a_span_is_visited_in_its_steps():
    """Both ends come up, and only steps in between."""
    span = LeverRange(low=0.5, high=1, step=0.05)
    places = span.at(np.linspace(0, 1, 101))
    assert (places.min(), places.max()) == span.ends
    steps = (places - 0.5) / 0.05
    assert steps == pytest.approx(steps.round())


def test_a_span_without_room_is_refused():
    """Low must be below high."""
    with pytest.raises(ValueError, match="low"):
        LeverRange(low=1, high=1, step=1)
