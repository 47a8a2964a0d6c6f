"""The profile of a survey."""

import numpy as np
import pytest

from selfmgmt.case.readiness import Readiness
from selfmgmt.errors import InputError
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.groups import TOTAL
from selfmgmt.readiness.privacy import publishable
from selfmgmt.readiness.survey_profile import SurveyProfile, readiness_of, survey_profile
from tests.readiness.organisation import synthetic_organisation


def profile_of(answers: Answers, seed: int = 1) -> SurveyProfile:
    """The profile with a fixed start."""
    return survey_profile(answers, publishable(answers), rng=np.random.default_rng(seed))


@pytest.fixture(scope="module")
def answers() -> Answers:
    """Of the made-up organisation."""
    return synthetic_organisation().answers


def test_scores_are_the_published_ones(answers) -> None:
    """Two places that tell a score tell the same."""
    published = publishable(answers)
    profile = profile_of(answers)
    for key, found in profile.dimensions.items():
        score = published.score(TOTAL, key)
        told = (found.score.central, found.spread, found.people)
        assert told == (score.mean, score.spread, score.respondents)


def test_worked_by_hand() -> None:
    """Twenty people, half of them 2 and half 4: mean 3, half of the people between 2 and 4."""
    values = [[2.0], [4.0]] * 10
    found = profile_of(Answers(items=("X1",), values=values)).dimensions["change"]
    assert found.score.central == 3
    assert found.middle_half == (2, 4)
    assert found.spread == 1.0  # the square root of 20/19, in tenths as for any few people
    half = 1.96 * np.sqrt(1 / 19)
    assert found.score.high == found.score.central + round(half, 1) == 3.4
    assert found.score.low == 2.6
    assert found.lowest_share == 1


def test_the_weakest_is_named_only_as_surely_as_it_is(answers) -> None:
    """Change was made low; two dimensions that are as low are both named."""
    assert profile_of(answers).weakest == ("change",)
    rng = np.random.default_rng(3)
    level = rng.integers(1, 6, 40)
    values = np.column_stack([level, rng.permutation(level), rng.integers(4, 6, 40)])
    twins = profile_of(Answers(items=("T1", "F1", "X1"), values=values))
    assert set(twins.weakest) == {"trust", "frameworks"}
    assert sum(each.lowest_share for each in twins.dimensions.values()) == pytest.approx(1)


def test_fewer_people_are_less_certain(answers) -> None:
    """A tenth of the people gives a range about three times as wide."""
    few = profile_of(answers.select(slice(0, None, 10)))
    many = profile_of(answers)
    for key in few.dimensions:
        wide, narrow = few.dimensions[key].score, many.dimensions[key].score
        assert wide.high - wide.low > 1.7 * (narrow.high - narrow.low)


def test_too_few_for_a_dimension_and_for_all() -> None:
    """A dimension with few answers is withheld; when all are, that is said."""
    values = np.tile([[1.0, np.nan], [3, np.nan], [5, np.nan]], (5, 1))
    values[:3, 1] = 4
    profile = profile_of(Answers(items=("T1", "X1"), values=values))
    assert list(profile.dimensions) == ["trust"]
    assert profile.withheld == ("change",)
    with pytest.raises(InputError, match="7"):
        profile_of(Answers(items=("T1", "X1"), values=values[:4]))


def test_a_case_holds_the_scores_and_nothing_else(answers) -> None:
    """Rounded sums of many people go in; what they mean for the margin follows the response."""
    held = readiness_of(profile_of(answers), response=0.75, year=2026, month=11)
    assert isinstance(held, Readiness)
    assert (held.respondents, held.measured_year, held.measured_month) == (264, 2026, 11)
    assert held.nonresponse == 0.25
    assert held.trust.low <= held.trust.central <= held.trust.high
    assert Readiness().nonresponse == Readiness(respondents=30).nonresponse == 1


def test_the_same_start_gives_the_same_profile(answers) -> None:
    """And another start hardly another."""
    one, other = profile_of(answers), profile_of(answers, seed=2)
    assert profile_of(answers) == one
    for key, found in one.dimensions.items():
        assert found.score.low == pytest.approx(other.dimensions[key].score.low, abs=0.02)
