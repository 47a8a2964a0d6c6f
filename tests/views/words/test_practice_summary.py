"""What council and works council hear of the sheets, counted by hand."""

from typing import Any

import pytest

from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.words.practice_summary import SUMMARIES
from tests.practice.example import example_case


def sentences_of(key: str, practice: dict[str, Any]) -> tuple[str, ...]:
    """The sentences in English."""
    with speaking("en"):
        return SUMMARIES[key](example_case(**{key: practice}))


@pytest.mark.parametrize("key", SUMMARIES)
def test_nothing_of_an_empty_sheet(key: str) -> None:
    """No sentence about what nobody filled in."""
    assert SUMMARIES[key](Case(name="Urk", municipalities="Urk")) == ()


def test_decisions_are_counted_once_whoever_they_are_about() -> None:
    """One without a decider and one with two, for both bodies; one with another for each."""
    bodies = {
        "board": {
            "vacancy": {"team": 3},
            "press": {"team": 5, "manager": 5},
            "leave": {"team": 6},
        },
        "staff": {
            "vacancy": {"team": 2},
            "press": {"team": 5, "manager": 5},
            "leave": {"manager": 6},
        },
    }
    assert sentences_of("who_decides", bodies) == (
        "Who decides what. Decisions in which nobody cuts the knot: 1. With more than one decider: "
        "1. In which not everybody names the same decider: 1.",
    )


def test_a_fact_without_an_owner_is_not_settled() -> None:
    """Two facts are not as wanted; one of them says what must change, and who does so."""
    rows = {
        "hire": {"now": "directorate", "wanted": "team"},
        "roster": {
            "now": "directorate",
            "wanted": "team",
            "change": "Decree 4",
            "owner": "Secretary",
        },
    }
    (sentence,) = sentences_of("steering", {"organisation": rows})
    assert "not as they are wanted: 2." in sentence
    assert sentence.endswith("who does so: 1.")


def test_a_small_team_or_body_is_not_reported() -> None:
    """Four people placed themselves on each side; four people can do the task."""
    four = dict(zip("abcd", [1] * 4, strict=True)), dict(zip("abcd", [7] * 4, strict=True))
    tensions = {"council": {"tasks_now": four[0]}, "staff": {"tasks_now": four[1]}}
    assert sentences_of("tensions", tensions) == ()
    people = dict.fromkeys("abcd", "can")
    assert sentences_of("role_coverage", {"desk": {"births": {"needed": 1, **people}}}) == ()


def test_the_tension_on_which_bodies_are_furthest_apart() -> None:
    """Of two tensions the one with a distance of 6, with what was agreed on it."""
    five = {level: dict.fromkeys("abcde", level) for level in (1, 4, 7)}
    tables = {
        "council": {"tasks_now": five[1], "support_now": five[1]},
        "staff": {"tasks_now": five[7], "support_now": five[4]},
        "agreed": {"tasks_now": {"agreement": "We stop two tasks"}},
    }
    (sentence,) = sentences_of("tensions", tables)
    assert "Take on more tasks" in sentence
    assert "We stop two tasks" in sentence
