"""What a survey says in words."""

import pytest

from selfmgmt.fields import Estimate
from selfmgmt.language import speaking
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.differences import Difference
from selfmgmt.readiness.privacy import publishable
from selfmgmt.readiness.survey_profile import MeasuredDimension, SurveyProfile
from selfmgmt.readiness.waves import Change, Waves
from selfmgmt.views.words.survey import (
    difference_sentences,
    score_sentences,
    score_table,
    withheld_sentences,
)
from selfmgmt.views.words.survey_waves import wave_sentences, wave_table


@pytest.fixture(autouse=True)
def _in_english():
    with speaking("en"):
        yield


def measured(central: float, lowest: float) -> MeasuredDimension:
    """A dimension of forty people."""
    return MeasuredDimension(
        score=Estimate(low=central - 0.2, central=central, high=central + 0.2),
        people=40,
        spread=0.8,
        middle_half=(2.5, 3.5),
        lowest_share=lowest,
    )


def difference(size: float, chance: float) -> Difference:
    """Of one team on trust."""
    return Difference(
        group="a",
        dimension="trust",
        difference=size,
        low=size - 0.3,
        high=size + 0.3,
        chance=chance,
    )


def change(before: float, after: float, chance: float) -> Change:
    """Of trust."""
    return Change(dimension="trust", before=before, after=after, low=-0.1, high=0.6, chance=chance)


def waves(**changed) -> Waves:
    """Two measurements of the same mix."""
    usual = {
        "changes": (),
        "withheld": (),
        "people": (40, 50),
        "other_people": 0.0,
        "new_groups": (),
        "gone_groups": (),
    }
    return Waves(**usual | changed)


PROFILE = SurveyProfile(
    respondents=40,
    dimensions={
        "trust": measured(3.4, 0.05),
        "change": measured(2.3, 0.6),
        "support": measured(2.4, 0.35),
    },
    withheld=("politics",),
)


def test_scores_with_their_range_and_spread() -> None:
    """How sure the mean is, and apart from that how far people differ."""
    assert score_table(PROFILE).rows[0] == ("Trust", "3.4", "3.2 to 3.6", "2.5 to 3.5", "40")


def test_the_weakest_with_advice_as_surely_as_they_are() -> None:
    """Two that may be the weakest are both named, the likeliest first; what is hidden is told."""
    words = score_sentences(PROFILE)
    assert words[0] == "40 people answered."
    assert "Room for change is the weakest in 60% of the draws." in words[2]
    assert "Support from staff departments is the weakest in 35% of the draws." in words[3]
    assert all("Practice advises:" in each and "First step:" in each for each in words[2:4])
    assert words[4] == "Not shown, to protect people: Council and executive."


def test_only_clear_differences_are_named() -> None:
    """With how many were looked at, which way, and with the range as sizes."""
    words = difference_sentences(
        [difference(0.5, 0.01), difference(-0.6, 0.02), difference(0.9, 0.2)], {"a": "Team A"}
    )
    assert "3 differences" in words[0]
    assert (
        words[1]
        == "Team A is more positive about Trust than the others: 0.50 points (0.20 to 0.80)."
    )
    assert (
        words[2] == "Team A is more critical of Trust than the others: 0.60 points (0.30 to 0.90)."
    )
    assert len(words) == 3


def test_no_difference_is_said_too() -> None:
    """None to see, and none to look at."""
    assert "No difference" in difference_sentences([difference(0.9, 0.2)])[-1]
    assert len(difference_sentences([])) == 1


def test_changes_with_what_they_say() -> None:
    """Better, worse, or no clear change."""
    table = wave_table(
        waves(changes=(change(3, 3.5, 0.01), change(3, 2.5, 0.01), change(3, 3.1, 0.8)))
    )
    assert [row[-1] for row in table.rows] == ["better", "worse", "no clear change"]
    assert table.rows[0][1:5] == ("3.00", "3.50", "0.50", "−0.10 to 0.60")


def test_another_group_of_people_is_warned_of() -> None:
    """Another mix, other teams, or roles that are not known; nothing when all is the same."""
    assert len(wave_sentences(waves())) == 1
    words = wave_sentences(
        waves(other_people=0.23, new_groups=("b", "c"), gone_groups=("a",), withheld=("trust",))
    )
    assert "23%" in words[1]
    assert words[2:] == [
        "Only in the second measurement: b, c.",
        "Only in the first measurement: a.",
        "Not shown, to protect people: Trust.",
    ]
    assert "do not know" in wave_sentences(waves(other_people=None))[1]


def test_what_is_withheld_is_counted_by_reason_and_not_by_people() -> None:
    """Two small teams: their number, the rule, and no count of who is in them."""
    teams = ("a",) * 20 + ("b",) * 3 + ("c",) * 4 + ("d",) * 20
    answers = Answers(items=("T1",), values=[[1 + at % 5] for at in range(47)], teams=teams)
    (words,) = withheld_sentences(publishable(answers))
    assert words.startswith("2 groups are not shown")
    assert "fewer than 7 people answered" in words
