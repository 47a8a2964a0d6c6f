"""The question: the cut, and when it is due."""

import pytest
from pydantic import ValidationError

from selfmgmt.case.question import Question


def test_the_horizon_sees_the_due_quarter() -> None:
    """A model that stops before the saving is due cannot say whether it is met."""
    assert Question(due_quarter=8, horizon=8).horizon == 8
    with pytest.raises(ValidationError, match="horizon"):
        Question(due_quarter=9, horizon=8)


def test_a_faulty_due_quarter_is_the_only_fault() -> None:
    """What cannot be read is not compared with anything."""
    with pytest.raises(ValidationError) as caught:
        Question.model_validate({"due_quarter": "soon", "horizon": 4})
    assert [error["loc"] for error in caught.value.errors()] == [("due_quarter",)]
