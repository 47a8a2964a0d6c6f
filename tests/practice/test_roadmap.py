"""The roadmap: a critical path worked by hand, the steps that belong to it, and its laws."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.practice.goals import goals_of, next_quarter
from selfmgmt.practice.roadmap import Goal, Roadmap, after, make_roadmap
from selfmgmt.practice.schedule import schedule
from selfmgmt.practice.steps import load_methods, load_steps, load_stops, load_words
from selfmgmt.readiness.instrument import load_instrument

DIMENSIONS = sorted(load_instrument().dimensions)
START = date(2027, 1, 4)
LEVERS = {
    "coaches": 1.0,
    "start_share": 0.25,
    "start_quarters": 2.0,
    "rollout_quarters": 2.0,
    "imposed": 0.0,
    "managers_after": 1.0,
}
READY = dict.fromkeys(DIMENSIONS, 0.9)


def roadmap(**changes: Any) -> Roadmap:
    """A roadmap of 20 teams in an organisation that is ready, with some of it otherwise."""
    given: dict[str, Any] = {"start": START, "teams": 20, "levers": LEVERS, "conditions": READY}
    return make_roadmap(**(given | changes))


def test_a_critical_path_by_hand() -> None:
    """A (3) and B (2) go before C (4); D (1) only needs B; E (2) needs C and D.

    A-C-E takes 9 months. B can be 1 late. D can start at 2 and must be ready at 7: 4 to spare.
    """
    months = {"a": 3, "b": 2, "c": 4, "d": 1, "e": 2}
    found = schedule(months, {"c": ["a", "b"], "d": ["b"], "e": ["c", "d"]})
    assert {key: (slot.start, slot.end, slot.slack) for key, slot in found.items()} == {
        "a": (0, 3, 0),
        "b": (0, 2, 1),
        "c": (3, 7, 0),
        "d": (2, 3, 4),
        "e": (7, 9, 0),
    }
    assert [key for key, slot in found.items() if slot.is_critical] == ["a", "c", "e"]


def test_a_circle_is_reported() -> None:
    """Steps that wait for each other never start."""
    with speaking("en"), pytest.raises(InputError, match="wait for each other in a circle"):
        schedule({"a": 1, "b": 1}, {"a": ["b"], "b": ["a"]})


def test_data_fits_together() -> None:
    """Steps name conditions, methods and stop rules that exist; every card is opened by a step."""
    steps = load_steps()
    named = {step.weak for step in steps.values()} | {step.mends for step in steps.values()}
    assert named - {None} <= set(DIMENSIONS)
    assert set(DIMENSIONS) == {step.mends for step in steps.values()} - {None}
    assert {step.method for step in steps.values()} - {None} == set(load_methods())
    assert {stop for step in steps.values() for stop in step.stops} == set(load_stops())


@given(
    st.dictionaries(st.sampled_from(DIMENSIONS), st.floats(0, 1)),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_laws_of_every_roadmap(
    conditions: dict[str, float], start_quarters: int, rollout_quarters: int
) -> None:
    """At most eight quarters, what is needed first, and advice before the decision."""
    levers = LEVERS | {"start_quarters": start_quarters, "rollout_quarters": rollout_quarters}
    found = roadmap(levers=levers, conditions=conditions)
    assert found.quarters <= 8
    last_slots = {one.step.key: one.slot.end for one in found.steps}
    for one in found.steps:
        assert START <= one.begin <= one.end
        assert all(last_slots[key] <= one.slot.start for key in one.step.needs if key in last_slots)
    advice, decision = found.find("works_council"), found.find("decision")
    assert advice is not None
    assert decision is not None
    assert advice.end < decision.begin
    assert found.steps[-1].slot.end == max(last_slots.values())
    assert found.find("account") is not None
    assert sum(found.effort().values()) == pytest.approx(sum(one.days for one in found.steps))


@given(st.sampled_from(DIMENSIONS), st.floats(0, 0.49))
def test_a_weak_condition_gets_a_step_that_mends_it(condition: str, score: float) -> None:
    """And in an organisation that is ready no condition brings in a step."""
    weak = roadmap(conditions=READY | {condition: score})
    assert condition in {one.step.mends for one in weak.steps}
    assert not {one.because for one in roadmap().steps} & set(DIMENSIONS)


def test_a_weaker_organisation_never_starts_earlier() -> None:
    """More to mend first, so the first group starts as late or later."""
    ready, weak = roadmap(), roadmap(conditions={})
    first, later = ready.find("start"), weak.find("start")
    assert first is not None
    assert later is not None
    assert first.slot.start <= later.slot.start
    assert sum(ready.effort().values()) < sum(weak.effort().values())


def test_what_does_not_fit_goes_on_after_the_roadmap() -> None:
    """A long roll-out is cut at two years; the account to the council is still in it."""
    found = roadmap(levers=LEVERS | {"rollout_quarters": 12.0})
    rollout, account = found.find("rollout"), found.find("account")
    assert rollout is not None
    assert rollout.goes_on
    assert account is not None
    assert account.slot.end == load_words().most_months


def test_goals_that_come_too_early_are_reported() -> None:
    """The last step of a track ends after the day on which its goal must show."""
    goal = Goal(number="3.2", text="Faster permits", track="results", until=date(2027, 3, 1))
    late = Goal(number="3.3", text="Fewer complaints", track="results", until=date(2029, 3, 1))
    found = roadmap(goals=(goal, late))
    assert [one.number for one in found.open_goals()] == ["3.2"]
    assert all(one.goals == ("3.2", "3.3") for one in found.steps if one.step.track == "results")


def test_goals_need_a_number_and_a_track() -> None:
    """What is half filled in is left out of the roadmap."""
    rows = {
        "start": {"date": START},
        "g1": {"number": "1"},
        "g2": {"number": "2", "track": "results"},
    }
    assert [goal.number for goal in goals_of(rows)] == ["2"]


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 30))
def test_months_later(day: date, months: int) -> None:
    """The month is right, and the day is the same or the last of the month."""
    found = after(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found.day < day.day and after(found, 0) == found)


def test_the_next_quarter_is_in_the_future() -> None:
    """Also at the end of a year."""
    assert next_quarter(date(2027, 1, 1)) == date(2027, 4, 1)
    assert next_quarter(date(2027, 12, 31)) == date(2028, 1, 1)
