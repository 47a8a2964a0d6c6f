"""A score that somebody changes by hand is theirs, and no longer that of a survey."""

import pytest

from selfmgmt.case import Case
from selfmgmt.case.edit.judgements import with_judgement
from selfmgmt.case.edit.organisation import with_figure
from selfmgmt.case.edit.readiness import with_score
from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate
from selfmgmt.language import speaking
from selfmgmt.uncertainty import Interval


@pytest.fixture
def case() -> Case:
    """Urk with a survey of forty people, and one option."""
    readiness = {"respondents": 40, "trust": {"low": 2.8, "central": 3, "high": 3.2}}
    given = {"name": "Urk", "municipalities": "Urk", "readiness": readiness}
    return Case.model_validate(given | {"options": {"within_frames": None}})


def test_a_changed_score_is_no_interval_any_more(case: Case) -> None:
    """The model takes the ends that people give as they are; those of a survey it does not."""
    assert isinstance(case.readiness.score("trust"), Interval)
    changed = with_score(case, "support", "2 to 4")
    assert changed.readiness.respondents is None
    assert changed.readiness.score("trust") == Estimate(low=2.8, central=3, high=3.2)


def test_the_same_score_changes_nothing(case: Case) -> None:
    """A survey stays one when its score is typed again."""
    assert with_score(case, "trust", "2,8 to 3,2") == case


def test_what_is_emptied_is_open_again(case: Case) -> None:
    """A judgement and a figure leave nothing behind."""
    judged = with_judgement(case, "closeness", "within_frames", "60")
    assert judged.judgements["closeness"]["within_frames"].central == 60
    assert with_judgement(judged, "closeness", "within_frames", " ") == case
    known = with_figure(case, "fte", "300 FTE")
    assert known.organisation.fte is not None
    assert with_figure(known, "fte", "") == case


def test_what_is_not_allowed_is_refused_in_a_sentence(case: Case) -> None:
    """With what is allowed."""
    with speaking("en"):
        with pytest.raises(InputError, match="use 1 to 5"):
            with_score(case, "trust", "6")
        with pytest.raises(InputError, match="use 0 to 100"):
            with_judgement(case, "closeness", "within_frames", "120")
        with pytest.raises(InputError, match="outside what is allowed"):
            with_figure(case, "absence", "90%")
