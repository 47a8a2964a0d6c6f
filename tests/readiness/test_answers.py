import numpy as np
import pytest

from selfmgmt.errors import InputError
from selfmgmt.readiness.answers import Answers, scored


def test_reversed_items_are_turned_round() -> None:
    """Full agreement with a reversed item is the worst score; a gap stays a gap."""
    answers = Answers(items=("T1", "T3"), values=np.array([[5.0, 5.0], [np.nan, 2.0]]))
    np.testing.assert_array_equal(scored(answers), [[5.0, 1.0], [np.nan, 4.0]])


def test_answers_never_change() -> None:
    """Neither the array that was given nor the one that is kept can change the answers."""
    given = np.array([[4.0]])
    answers = Answers(items=("T1",), values=given)
    given[0, 0] = 1.0
    assert answers.values[0, 0] == 4.0
    with pytest.raises(ValueError, match="read-only"):
        answers.values[0, 0] = 1.0


def test_roles_and_teams_may_be_unknown() -> None:
    """Left out, they are empty for every respondent."""
    answers = Answers(items=("T1",), values=np.array([[1.0], [2.0]]))
    assert answers.roles == answers.teams == ("", "")


def test_dimensions_hold_their_columns() -> None:
    """Only dimensions that were asked are there, each with its columns."""
    answers = Answers(items=("X4", "T1", "T3"), values=np.empty((0, 3)))
    assert answers.dimensions == {"trust": (1, 2), "change": (0,)}


def test_select_keeps_rows_together() -> None:
    """Values, role and team of a respondent stay together."""
    answers = Answers(items=("T1",), values=np.array([[1.0], [2.0]]), teams=("a", "b"))
    chosen = answers.select(np.array([False, True]))
    assert (chosen.values[0, 0], chosen.teams, len(chosen)) == (2.0, ("b",), 1)


@pytest.mark.parametrize("value", [0.0, 6.0, 3.5, np.inf])
def test_other_answers_are_refused(value: float) -> None:
    """Only whole numbers from 1 to 5 are answers."""
    with pytest.raises(InputError, match=f"{value:.10g}"):
        Answers(items=("T1",), values=np.array([[value]]))


def test_all_faults_at_once() -> None:
    """Unknown and repeated items and a role too few are told together."""
    with pytest.raises(InputError, match="T9") as error:
        Answers(items=("T9", "T1", "T1"), values=np.full((2, 3), 3.0), roles=("staff",))
    assert len(error.value.faults) == 3


def test_a_column_too_few_is_refused() -> None:
    """Every item needs a column."""
    with pytest.raises(InputError, match=r"\(2, 1\)"):
        Answers(items=("T1", "T2"), values=np.ones((2, 1)))


def test_three_wrong_answers_are_told_and_no_more() -> None:
    """The lowest three of four; a wrong file has thousands."""
    with pytest.raises(InputError, match="6") as error:
        Answers(items=("T1",), values=np.array([[9.0], [8.0], [7.0], [6.0]]))
    assert [fault.split(";")[0][-1] for fault in error.value.faults] == ["6", "7", "8"]
