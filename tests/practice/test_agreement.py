"""What all filled in alike is taken over into what was agreed."""

from typing import Any

import pytest

from selfmgmt.practice import find_instrument, known_instruments
from selfmgmt.practice.agreement import agreed_alike, with_agreed_alike
from selfmgmt.practice.answers import read_practice
from tests.practice.example import filled_in

WHO = find_instrument("who_decides")


def alike(**bodies: Any) -> dict[str, Any]:
    """What can be taken over of one decision."""
    return agreed_alike(WHO, {body: {"vacancy": cells} for body, cells in bodies.items()})


def test_only_what_is_the_same_is_taken_over() -> None:
    """The team has 5 for both; about the manager they differ; one names the directorate."""
    found = alike(
        board={"team": 5, "manager": 3, "directorate": 1}, staff={"team": 5, "manager": 4}
    )
    assert found == {"vacancy": {"team": 5}}


def test_one_body_alone_agrees_with_nobody() -> None:
    """What was agreed already is no second body, and stays."""
    assert alike(board={"team": 5}) == {}
    assert alike(board={"team": 5}, agreed={"manager": 3}) == {}
    assert alike(board={"team": 5}, staff={"team": 5}, agreed={"team": 4}) == {}


def test_what_was_agreed_stays_with_what_is_taken_over() -> None:
    """Nothing is lost, and a second time nothing is left."""
    sheets = {body: {"vacancy": {"team": 5}} for body in ("board", "staff")}
    tables = {**sheets, "agreed": {"vacancy": {"manager": 3}, "leave": {"team": 6}}}
    practice = with_agreed_alike({"who_decides": tables}, WHO)
    assert practice["who_decides"]["agreed"] == {
        "vacancy": {"manager": 3, "team": 5},
        "leave": {"team": 6},
    }
    assert with_agreed_alike(practice, WHO) == practice


@pytest.mark.parametrize("key", known_instruments())
def test_what_is_taken_over_may_stand_in_a_case(key: str) -> None:
    """Whatever the instrument: letters of persons are never agreed."""
    practice = read_practice(filled_in())
    taken = with_agreed_alike(practice, find_instrument(key))
    assert read_practice(taken) == taken
