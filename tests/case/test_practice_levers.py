"""What was filled in on the instruments moves the levers of an option, and these the outcomes."""

from typing import Any

import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case
from selfmgmt.case.practice_levers import practice_levers, with_practice
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from tests.practice.example import example_case

OPTION = "stepwise_programme"


def median(case: Case, outcome: str) -> float:
    """The median of one outcome for the option."""
    return compare(case, draws=300, seed=1).options[OPTION].outcomes[outcome].p50


def decided(team: int, **more: dict[str, int]) -> dict[str, Any]:
    """All of six domains agreed with the team at one level, and one decider in each row."""
    rows = ("team_goals", "method", "division", "vacancy", "team_budget", "results_report")
    manager = {"manager": 6} if team < 5 else {"manager": 3}
    return {"agreed": {row: {"team": team, **manager} for row in rows} | more}


def test_the_lower_of_two_instruments_counts() -> None:
    """Staffing is 2 in the one and 3 in the other; frames a third and more."""
    levers = practice_levers(example_case().practice)
    assert levers["autonomy"]["staffing"] == 2
    assert levers["frames"] == pytest.approx(1 / 3)
    assert levers["control"] == 1 / 4


def test_an_option_takes_the_levers_and_keeps_the_rest() -> None:
    """The mandate of other domains, and every other lever, stays."""
    case = example_case(autonomy={"social": {"goals": {"level": 3}}})
    before, after = case.design(OPTION), with_practice(case, OPTION).design(OPTION)
    assert after.autonomy.goals == 3
    assert after == before.model_copy(
        update={"autonomy": before.autonomy.model_copy(update={"goals": 3})}
    )


def test_no_lever_goes_above_the_law() -> None:
    """A table may have the team decide alone; a mandate never goes so far."""
    levers = practice_levers({"who_decides": decided(7)})
    assert levers["autonomy"]["budget"] == 6
    assert levers["autonomy"]["goals"] == 5


def test_doing_nothing_cannot_take_levers_and_nothing_follows_from_nothing() -> None:
    """Both are refused in words."""
    with speaking("en"):
        with pytest.raises(InputError, match="'do_nothing' is not known here"):
            with_practice(example_case(), "do_nothing")
        empty = example_case().model_copy(update={"practice": {}})
        with pytest.raises(InputError, match="Nothing follows for the model yet"):
            with_practice(empty, OPTION)


def test_clearer_decisions_make_the_organisation_easier_to_steer() -> None:
    """The same decisions, once with two deciders in each row and once with one."""
    clear = decided(6)
    unclear = {"agreed": {row: {"team": 6, "manager": 6} for row in clear["agreed"]}}
    cases = [with_practice(example_case(who_decides=tables), OPTION) for tables in (unclear, clear)]
    assert [case.design(OPTION).frames for case in cases] == [0, 1]
    steer = [median(case, "steerability_end") for case in cases]
    absent = [median(case, "absence_end") for case in cases]
    assert steer[0] < steer[1]
    assert absent[0] > absent[1]


def test_a_warning_in_time_brings_more_of_the_saving_and_more_grip() -> None:
    """The same overspend, seen in August and seen in March."""
    late = {"sees": "team", "acts": "team", "often": "quarterly", "lag": "2", "threshold": "5%"}
    late |= {"overspend": "12%"}
    cases = [
        with_practice(example_case(control_fit={"organisation": {"youth": cells}}), OPTION)
        for cells in (late, late | {"often": "monthly", "lag": "1", "threshold": "2%"})
    ]
    assert [case.design(OPTION).control for case in cases] == [0, 1]
    realised = [
        median(case, "realised_saving_eur") / median(case, "gross_saving_eur") for case in cases
    ]
    steer = [median(case, "steerability_end") for case in cases]
    assert realised[0] < realised[1]
    assert steer[0] < steer[1]


def test_more_say_that_teams_use_raises_satisfaction() -> None:
    """Teams that are told, beside teams that decide; frames are alike."""
    cases = [with_practice(example_case(who_decides=decided(level)), OPTION) for level in (1, 6)]
    assert [case.design(OPTION).frames for case in cases] == [1, 1]
    content = [median(case, "satisfaction_end") for case in cases]
    assert content[0] < content[1]


def test_what_the_model_does_not_know_moves_nothing() -> None:
    """Tensions and lessons are for the talk."""
    case = example_case()
    kept = {key: case.practice[key] for key in ("tensions", "lessons")}
    assert practice_levers(kept) == {}
