"""Votes put into a case: each body by its own people, never of a few, and read back the same."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case import new_case
from selfmgmt.case.files import load_case
from selfmgmt.case.saving import save_case
from selfmgmt.language import speaking
from selfmgmt.practice import practice_result
from selfmgmt.practice.known import find_instrument
from selfmgmt.scoring.criteria import default_criteria
from selfmgmt.scoring.profiles import group_shares
from selfmgmt.scoring.roles import load_roles
from selfmgmt.teaching.answers import Answers, answers_of, sheet_answers
from selfmgmt.teaching.ballot import load_ballots
from selfmgmt.teaching.session import Session
from selfmgmt.teaching.to_case import tension_bodies, with_votes, write_votes

CODE = "K7QM"
BALLOTS = ("weights", "readiness", "tensions_now", "yardstick")
COUNCIL, DIRECTORATE, TEAMS = 1, 3, 4
SESSION = Session(
    code=CODE, title="x", language="en", people=40, tables=2, length="90", ballots=BALLOTS
)


def voted(ballot: str, *sheets: dict[str, int], turn: int = 1) -> Answers:
    """The answers of as many people as there are sheets."""
    return answers_of(
        row
        for number, sheet in enumerate(sheets)
        for row in sheet_answers(CODE, turn, f"number-{number}", ballot, sheet)
    )


def weights(body: int, money: int, staff: int) -> dict[str, int]:
    """The sheet of somebody who gives points to two goals and none to the others."""
    zero = {"residents": 0, "steering": 0, "identity": 0}
    return {**zero, "money": money, "staff": staff, "body": body}


def test_a_body_has_the_weights_of_its_own_people() -> None:
    """Mean points by hand: money 6 and staff 4 of the council, 0 and 10 of the teams."""
    council = [weights(COUNCIL, money, 4) for money in (4, 5, 6, 7, 8)]
    answers = voted("weights", *council, *[weights(TEAMS, 0, 10)] * 5)
    with speaking("en"):
        case, remarks = with_votes(new_case(["Urk"]), answers, SESSION)
    assert set(case.weights) == {"council", "teams"}
    council_shares = group_shares(case.weights["council"], default_criteria())
    assert council_shares == pytest.approx({"money": 0.6, "staff": 0.4}, abs=1e-3)
    assert group_shares(case.weights["teams"], default_criteria()) == {"staff": 1}
    assert sum(case.weights["teams"].values()) == pytest.approx(100, abs=0.1)
    assert remarks == ["Council: weights are in the case.", "Teams: weights are in the case."]


def test_the_last_round_counts() -> None:
    """What people thought before the talk is no longer their view."""
    first = voted("weights", *[weights(COUNCIL, 9, 0)] * 5)
    last = voted("weights", *[weights(COUNCIL, 0, 9)] * 5, turn=2)
    case, _remarks = with_votes(new_case(["Urk"]), answers_of([*first.rows, *last.rows]), SESSION)
    assert case.weights["council"]["net_saving"] == 0


SHEETS = st.lists(
    st.fixed_dictionaries(
        {key: st.integers(0, 10) for key in ("money", "residents", "staff", "steering", "identity")}
        | {"body": st.integers(1, len(load_roles()))}
    ),
    min_size=1,
    max_size=30,
)


@given(SHEETS)
def test_nothing_of_fewer_than_five_goes_in(sheets: list[dict[str, int]]) -> None:
    """Nor of those who are left when the bodies that went in are taken away."""
    case, _remarks = with_votes(new_case(["Urk"]), voted("weights", *sheets), SESSION)
    sizes = {
        role: sum(sheet["body"] == number for sheet in sheets)
        for number, role in enumerate(load_roles(), start=1)
    }
    assert all(sizes[role] >= 5 for role in case.weights)
    left = len(sheets) - sum(sizes[role] for role in case.weights)
    assert not case.weights or left == 0 or left >= 5


def test_readiness_is_the_middle_with_half_of_the_answers() -> None:
    """Of 1, 2, 3, 4 and 5 the middle is 3 and half lie from 2 to 4."""
    answers = voted("readiness", *[{"trust": step, "change": 2} for step in range(1, 6)])
    with speaking("en"):
        case, remarks = with_votes(new_case(["Urk"]), answers, SESSION)
    trust = case.readiness.trust
    assert trust is not None
    assert (trust.low, trust.central, trust.high) == (2, 3, 4)
    assert case.readiness.filled_in_by == "session K7QM, 5 people"
    assert case.readiness.respondents is None
    assert case.readiness.politics is None
    assert remarks == ["Readiness: 2 subjects are in the case."]


def test_what_weighs_more_than_a_vote_stays() -> None:
    """Readiness from a survey, and what people of a body gave one by one."""
    case = new_case(["Urk"]).model_validate(
        {
            "name": "Urk",
            "municipalities": "Urk",
            "readiness": {"respondents": 80, "trust": 2},
            "voices": {"council": {"A": {"method": "points", "points": {"net_saving": 100}}}},
        }
    )
    readiness = voted("readiness", *[{"trust": 5}] * 6)
    council = voted("weights", *[weights(COUNCIL, 0, 9)] * 6)
    with speaking("en"):
        found, remarks = with_votes(case, answers_of([*readiness.rows, *council.rows]), SESSION)
    assert found == case
    assert "comes from a survey" in " ".join(remarks)
    assert "Council has answers of its own people" in " ".join(remarks)


def test_positions_are_sorted_so_that_nobody_is_in_them() -> None:
    """The directorate is one body with the executive; four people of the teams are none."""
    sheets = [
        {"tasks_now": 7 - step, "support_now": step, "body": DIRECTORATE} for step in range(1, 6)
    ]
    sheets += [{"tasks_now": 1, "support_now": 1, "body": TEAMS}] * 4
    only_five = voted("tensions_now", *sheets[:5])
    case, _remarks = with_votes(new_case(["Urk"]), only_five, SESSION)
    assert case.practice["tensions"] == {
        "executive": {
            "tasks_now": dict(zip("abcde", (2, 3, 4, 5, 6), strict=True)),
            "support_now": dict(zip("abcde", (1, 2, 3, 4, 5), strict=True)),
        }
    }
    assert practice_result("tensions", case.practice).answered
    hidden, _remarks = with_votes(new_case(["Urk"]), voted("tensions_now", *sheets), SESSION)
    assert hidden.practice == {}


def test_every_body_of_the_tensions_exists() -> None:
    """On both sides."""
    assert set(tension_bodies()) <= set(load_roles())
    assert set(tension_bodies().values()) <= set(find_instrument("tensions").bodies)


def test_a_file_without_a_vote_for_it_is_left_alone(tmp_path: Path) -> None:
    """Not written again, and no copy of it is made."""
    path = tmp_path / "mine.case.yaml"
    save_case(new_case(["Urk"]), path)
    write_votes(path, voted("yardstick", *[{"goals": 3}] * 5), SESSION)
    assert list(tmp_path.iterdir()) == [path]


def test_a_yardstick_stays_with_its_team() -> None:
    """It has no field in a case, and that is said."""
    answers = voted("yardstick", *[{"goals": 3}] * 5)
    with speaking("en"):
        case, remarks = with_votes(new_case(["Urk"]), answers, SESSION)
    assert case == new_case(["Urk"])
    title = load_ballots()["yardstick"].title.en
    assert remarks == [f"{title}: this stays in the report."]


@pytest.mark.parametrize("name", ["mine.case.yaml", "mine.xlsx"])
def test_what_goes_in_is_read_back(tmp_path: Path, name: str) -> None:
    """Through a file, with what it held before beside it."""
    path, case = tmp_path / name, new_case(["Urk"])
    save_case(case, path)
    rows: list[Any] = []
    rows += voted("weights", *[weights(COUNCIL, money, 4) for money in range(6)]).rows
    rows += voted("readiness", *[{"trust": 2, "politics": 4}] * 6).rows
    rows += voted("tensions_now", *[{"tasks_now": 2, "body": TEAMS}] * 6).rows
    answers = answers_of(rows)
    with speaking("en"):
        remarks = write_votes(path, answers, SESSION)
        expected, _remarks = with_votes(case, answers, SESSION)
    found = load_case(path)
    assert (found.weights, found.readiness) == (expected.weights, expected.readiness)
    assert found.practice == expected.practice
    assert remarks[-1].startswith("What it held before is in mine")
    assert load_case(tmp_path / remarks[-1].split()[-1].rstrip(".")) == case
