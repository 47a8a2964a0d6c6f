"""Reference cases: run as told, and a miss is called a miss."""

import pytest

from selfmgmt.analysis.reference_runs import reference_runs, trial_design
from selfmgmt.evidence.cases import Reported, reference_cases


@pytest.fixture(scope="module")
def runs():
    """Every case with a trial, by name and metric."""
    found = reference_runs(draws=1_000, seed=1)
    return {(one.case.key, one.reported.metric): one for one in found}


def test_every_trial_is_run(runs):
    """One row for each thing that was reported."""
    trials = {key: case.trial for key, case in reference_cases().items() if case.trial}
    wanted = {(key, one.metric) for key, trial in trials.items() for one in trial.reported}
    assert set(runs) == wanted


def test_trials_are_designs_that_a_user_could_write():
    """Only levers that exist, at values that are allowed, based on a named option."""
    for case in reference_cases().values():
        if case.trial:
            assert trial_design(case.trial).scope > 0, case.key


def test_a_report_of_a_place_comes_with_its_finding():
    """Every reported figure names where it was read."""
    for case in reference_cases().values():
        for reported in case.trial.reported if case.trial else ():
            assert reported.finding, case.key
            assert set(reported.finding) <= set(case.facts) | {"D06"}, case.key


def test_hits_and_misses_are_told_as_they_are(runs):
    """Within means that report and range have values in common; three of the six do not."""
    for one in runs.values():
        low = one.reported.low if one.reported.low is not None else float("-inf")
        high = one.reported.high if one.reported.high is not None else float("inf")
        apart = one.model.p90 < low or one.model.p10 > high
        assert one.is_within is not apart
    assert not runs["bodegraven_reeuwijk", "absence_end"].is_within
    assert runs["nijkerk", "fte_change"].is_within


def test_an_unknown_metric_is_refused():
    """A typing error never becomes a row that is silently left out."""
    with pytest.raises(ValueError, match="metric"):
        Reported.model_validate({"metric": "fte", "finding": [], "note": {"nl": "a", "en": "b"}})
