"""What it is worth to get ready first."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.plans import plans_of
from selfmgmt.analysis.readiness_value import (
    as_good_as_best,
    one_point_more,
    readiness_value,
)
from selfmgmt.analysis.study import study_of
from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate
from selfmgmt.language import speaking
from selfmgmt.simulation.outcomes import OUTCOMES

SCORES = {"trust": 4, "support": {"low": 1.5, "central": 2, "high": 2.5}}


@pytest.fixture(scope="module")
def study(case):
    """The small case with two dimensions filled in."""
    readiness = type(case.readiness).model_validate(SCORES)
    return study_of(case.model_copy(update={"readiness": readiness}))


@pytest.fixture(scope="module")
def plans(study):
    """Its options at equal money."""
    return plans_of(study, draws=300, seed=1)


def test_the_same_readiness_changes_nothing(study, plans):
    """With readiness as it is, every difference is exactly zero."""
    found = readiness_value(study, plans, study.profile.rho, draws=300)
    assert list(found) == list(study.case.options)
    for option in found.values():
        assert set(option.differences) == set(OUTCOMES) - {"payback_quarter"}
        assert all(each.p10 == each.p90 == 0 for each in option.differences.values())
        assert option.target_met[0] == option.target_met[1]
        assert not any(option.better.values())


def test_more_readiness_never_harms_where_it_decides(study, plans):
    """Draw by draw, readiness deepens no dip and lowers no capacity at the end."""
    found = readiness_value(study, plans, as_good_as_best(study.profile), draws=1000)[
        "stepwise_programme"
    ]
    assert found.differences["capacity_low"].p10 >= 0
    assert found.differences["capacity_low"].p90 > 0
    assert found.better["capacity_low"] > 0.5


def test_without_a_new_way_of_working_readiness_is_worth_nothing(study, plans):
    """Doing nothing stays doing nothing."""
    found = readiness_value(study, plans, as_good_as_best(study.profile), draws=300)["do_nothing"]
    assert all(each.p10 == each.p90 == 0 for each in found.differences.values())


def test_as_good_as_the_best_of_its_own(study):
    """Trust is 4 of 5, so 0.75 is what the others may come to; the ends are those of trust."""
    best = as_good_as_best(study.profile)
    assert dict(best) == pytest.approx({"low": 0.65, "central": 0.75, "high": 0.85})


def test_nothing_filled_in_has_no_best(case):
    """Without any score there is nothing to be as good as."""
    with speaking("en"), pytest.raises(InputError, match="readiness"):
        as_good_as_best(study_of(case).profile)


def test_heard_from_more_people_is_surer(case):
    """The margin counts only for those who did not answer."""
    scores = {"trust": 3, "respondents": 200}
    ends = []
    for response in (None, 0.5, 1.0):
        readiness = type(case.readiness).model_validate({**scores, "response": response})
        profile = study_of(case.model_copy(update={"readiness": readiness})).profile
        ends.append(profile.dimensions["trust"].low)
    assert ends == [pytest.approx(0.4), pytest.approx(0.45), 0.5]


def test_the_study_itself_stays_as_it_was(study, plans):
    """More readiness is tried in a copy."""
    before = dict(study.inputs.ranges)
    readiness_value(study, plans, Estimate(low=1, central=1, high=1), draws=200)
    assert dict(study.inputs.ranges) == before
    assert replace(study.inputs).ranges == before


def test_a_point_more_is_counted_by_hand(case):
    """Trust 2 becomes 3, support 4.5 stops at 5, ownership stays open: shares .5, 1, .5 and .5.

    The mean is .625 and the lowest .5; each counts for half. A margin of .1 on both sides, cut
    off at 1.
    """
    scores = {"trust": 2, "support": 4.5, "capability": 3, "politics": 3}
    readiness = type(case.readiness).model_validate(scores)
    study = study_of(case.model_copy(update={"readiness": readiness}))
    found = one_point_more(study, ["trust", "support", "ownership"])
    assert dict(found) == pytest.approx({"low": 0.4625, "central": 0.5625, "high": 0.65})
    assert one_point_more(study, []) == study.profile.rho
