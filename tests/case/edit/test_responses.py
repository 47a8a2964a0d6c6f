"""What people of a role answered goes into the case by letter, and comes out again."""

import pytest

from selfmgmt.case import Case
from selfmgmt.case.edit.responses import FIRST, free_letter, responses, with_response
from selfmgmt.case.response import Response
from selfmgmt.errors import InputError
from selfmgmt.language import speaking

POINTS = {"service_quality": 60, "closeness": 40}
ANSWER = Response.model_validate({"method": "points", "points": {"closeness": 5}})


@pytest.fixture
def case() -> Case:
    """A council with points of its own, and teams without."""
    return Case.model_validate(
        {"name": "Urk", "municipalities": "Urk", "weights": {"council": POINTS, "teams": POINTS}}
    )


def test_points_of_a_role_are_those_of_its_first_person(case: Case) -> None:
    """Until somebody else answers; then the role has people and no points of its own."""
    assert responses(case, "council")[FIRST].points == POINTS
    changed = with_response(case, "council", "B", ANSWER)
    assert list(changed.voices["council"]) == ["A", "B"]
    assert changed.weights.keys() == {"teams"}


def test_who_takes_everything_back_leaves_no_trace(case: Case) -> None:
    """Nor does a role without people."""
    changed = with_response(with_response(case, "residents", "A", ANSWER), "residents", "A", None)
    assert changed == case


def test_there_are_as_many_people_as_letters(case: Case) -> None:
    """The first free one is taken; after Z there is none."""
    assert free_letter(case, "council") == "B"
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        case = with_response(case, "council", letter, ANSWER)
    with speaking("en"), pytest.raises(InputError, match="no letters left"):
        free_letter(case, "council")
