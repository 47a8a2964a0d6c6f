"""Levers: all of them, with the ends and steps that a slider needs."""

import pytest

from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case
from selfmgmt.case.design import Autonomy, Design
from selfmgmt.case.question import Question
from selfmgmt.language import speaking
from selfmgmt.read_numbers import parse_number
from selfmgmt.views.widgets.lever_positions import positions
from selfmgmt.views.widgets.levers import Lever, groups, levers

EVERY = {
    *(name for name in Design.model_fields if name != "autonomy"),
    *(f"autonomy.{name}" for name in Autonomy.model_fields),
    *(f"question.{name}" for name in Question.model_fields if name != "example"),
}


@pytest.fixture(scope="module")
def study(case: Case) -> Study:
    """Nijkerk, with 300 FTE."""
    return study_of(case)


def test_every_lever_of_the_model_can_be_moved() -> None:
    """Nothing that a design or the question holds is hidden from the page."""
    assert set(levers()) == EVERY


@pytest.mark.parametrize("language", ["nl", "en"])
def test_levers_are_described_in_the_language_of_the_reader(language: str) -> None:
    """Titles and choices have words, no two titles in a group are alike."""
    with speaking(language):
        for group in groups(["april 2027"] * 41):
            titles = [lever["title"] for lever in group["levers"]]
            assert all(titles)
            assert len(set(titles)) == len(titles)
    with speaking("en"):
        assert levers()["team_basis"].choices[1] == ("task", "public task")


@pytest.mark.parametrize("path", sorted(EVERY))
def test_a_slider_has_ends_and_a_step(path: str) -> None:
    """At most some two hundred steps; a choice needs none."""
    lever = levers()[path]
    low, high = lever.bounds
    assert lever.choices or 1 <= (high - low) / lever.step <= 200


def test_a_mandate_stops_where_the_law_does() -> None:
    """The slider of a domain ends at its highest level."""
    assert levers()["autonomy.goals"].bounds == (1, 5)


def at(lever: Lever, study: Study, design: Design) -> tuple[str, float, str]:
    """Text, place on the slider and words of one lever."""
    found = positions(study, Question(), design)[lever.path]
    return found["text"], found["at"], found["words"]


def test_an_amount_stands_at_its_share_of_today(study: Study) -> None:
    """A percentage is told in FTE, a number of FTE as a percentage; both move one slider."""
    lever = levers()["primary_fte_change"]
    with speaking("en"):
        assert at(lever, study, Design(primary_fte_change="-10%"))[:2] == ("-10%", -10)
        text, place, words = at(lever, study, Design(primary_fte_change=-10))
    assert text == "-10 FTE"
    assert -10 < place < 0
    assert words == f"−{abs(place):.0f}%"


def test_what_lies_beyond_the_slider_stands_at_its_end(study: Study) -> None:
    """Text is exact, the slider as near as it can be."""
    assert at(levers()["managers_after"], study, Design(managers_after=5000))[:2] == (
        "5000 FTE",
        200,
    )


def test_coaches_are_a_part_of_what_the_teams_need(study: Study) -> None:
    """Without teams in scope nothing is needed, so no FTE is any share of it."""
    lever = levers()["coaches"]
    assert at(lever, study, Design(coaches=2))[1] == 0
    assert at(lever, study, Design(coaches=2, scope=1))[1] > 0


def test_texts_are_read_back_as_they_are(study: Study) -> None:
    """What stands in a field can be sent again without changing anything."""
    for path, found in positions(study, Question(), Design(training=1250)).items():
        if found["at"] is not None:
            value = parse_number(found["text"])
            assert levers()[path].in_percent or value == found["at"]
