"""What follows for the model says how it is counted, from the ledger."""

import pytest

from selfmgmt.case.practice_levers import practice_levers
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice import practice_result
from selfmgmt.views.words.practice_levers import lever_sentences

LINES = {"frames": "frames_decides_from", "control": "control_known_by"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lever", LINES)
def test_a_counted_share_comes_with_its_definition(lever: str, language: str) -> None:
    """In the words of the ledger, with the grade and that it is an assumption."""
    with speaking(language):
        (sentence,) = lever_sentences({lever: 0.5})
        line = load_ledger().parameters[LINES[lever]]
        assert str(line.note) in sentence
    assert (line.grade, line.status) == ("D", "assumption")
    assert " D (" in sentence


def test_frames_are_the_lowest_of_both_sheets() -> None:
    """One decision of one is clear; one fact of two is as wanted."""
    given = {
        "who_decides": {"agreed": {"vacancy": {"team": 5}}},
        "steering": {
            "organisation": {
                "hire": {"now": "team", "wanted": "team"},
                "roster": {"now": "manager", "wanted": "team"},
            }
        },
    }
    assert practice_levers(given)["frames"] == 0.5
    assert practice_levers({"who_decides": given["who_decides"]})["frames"] == 1


@pytest.mark.parametrize(("level", "frames"), [(4, 0.0), (5, 1.0)])
def test_somebody_decides_from_the_level_of_the_ledger(level: int, frames: float) -> None:
    """One row in which the team has that level, and nobody else has any."""
    given = {"who_decides": {"agreed": {"vacancy": {"team": level}}}}
    assert load_ledger().parameters["frames_decides_from"].central == 5
    assert practice_result("who_decides", given).model["frames"] == frames
