"""Validation told as it is: three kinds, only real tests count, and every hit could have missed."""

from types import SimpleNamespace

import numpy as np
import pytest

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.reference_metrics import _fte_change_share, realisation_left_out
from selfmgmt.analysis.reference_runs import reference_runs, trial_plan
from selfmgmt.evidence.cases import Reported, checks, reference_cases
from selfmgmt.evidence.ledger import load_ledger


@pytest.fixture(scope="module")
def runs():
    """Every fact that was reported, by name and metric."""
    found = reference_runs(draws=1_000, seed=1)
    return {(one.name, one.reported.metric): one for one in found}


def test_every_reported_fact_has_its_row(runs):
    """All seven cases, and the other facts."""
    trials = [(case.name, case.trial) for case in reference_cases().values()]
    trials += [(str(check.name), check.trial) for check in checks().values()]
    wanted = {(name, one.metric) for name, trial in trials for one in trial.reported}
    assert set(runs) == wanted
    assert {case.name for case in reference_cases().values()} <= {name for name, _ in runs}


def test_trials_are_plans_that_a_user_could_write():
    """Only levers that exist, at values that are allowed, based on a named option."""
    for case in reference_cases().values():
        assert trial_plan(case.trial).way.scope > 0, case.key
    for check in checks().values():
        plan = trial_plan(check.trial)
        assert plan.factor == (1 if check.trial.mix else 0)


def test_a_report_comes_with_its_finding_and_its_reason():
    """Every reported figure names where it was read."""
    for case in reference_cases().values():
        for reported in case.trial.reported:
            assert reported.finding, case.key
            assert set(reported.finding) <= set(case.facts) | {"D06"}, case.key
    assert all(one.finding for check in checks().values() for one in check.trial.reported)


def test_within_means_that_report_and_range_have_values_in_common(runs):
    """A miss is called a miss."""
    for one in runs.values():
        if one.model is None:
            assert not one.is_within
            continue
        low = one.reported.low if one.reported.low is not None else float("-inf")
        high = one.reported.high if one.reported.high is not None else float("inf")
        assert one.is_within is not (one.model.p90 < low or one.model.p10 > high)
    assert not runs["Bodegraven-Reeuwijk", "absence_end"].is_within


def test_every_hit_could_have_been_a_miss(runs):
    """Of what counts, no report holds all that the model can give; of what cannot fail, it does."""
    for (name, _metric), one in runs.items():
        if one.counts:
            assert one.could_miss > 0.2, name
        elif one.reported.kind == "cannot_fail":
            assert one.could_miss < 0.2, name


def test_a_series_that_set_a_figure_is_no_test_of_it():
    """What a sector did is evidence of an effect in the ledger, so it cannot test that effect."""
    metrics = {
        "turnover_mean_change": "cut_turnover_effect",
        "absence_mean_change": "deep_cut_absence_ratio",
        "satisfaction_worst_change": "cut_satisfaction_effect",
    }
    found = [one for check in checks().values() for one in check.trial.reported]
    for metric, parameter in metrics.items():
        (reported,) = (one for one in found if one.metric == metric)
        used = set(reported.finding) & set(load_ledger().parameter(parameter).evidence)
        assert (reported.kind == "used_to_make_it") == bool(used), metric


def test_a_town_is_left_out_of_the_middle_that_is_held_against_it():
    """Eight towns; without Nunspeet the middle of the other seven is 0.83."""
    towns = [one for check in checks().values() for one in check.trial.reported]
    towns = [one for one in towns if one.metric == "realisation_left_out"]
    assert len(towns) == 8
    (nunspeet,) = (one for one in towns if one.low == 1.0)
    drawn = realisation_left_out(nunspeet, draws=20_000, seed=1)
    others = sorted(one.low for one in towns if one is not nunspeet)
    assert others[3] == 0.83
    assert drawn.mean() == pytest.approx((0.5 + 0.83 + 1.0) / 3, abs=1e-3)
    assert 0.5 <= drawn.min() < drawn.max() <= 1.0


def test_the_count_is_that_of_real_tests_alone(runs):
    """Hits and misses as they are; this test moves when the model does."""
    tests = [one for one in runs.values() if one.counts]
    assert len(tests) == 13
    assert {one.reported.kind for one in runs.values() if not one.counts} == {
        "used_to_make_it",
        "cannot_fail",
    }


def test_the_range_is_that_of_the_draws(runs):
    """The same as anywhere else."""
    one = runs["Hilversum", "realisation_left_out"]
    drawn = realisation_left_out(one.reported, draws=1_000, seed=1)
    assert one.model == band(drawn)
    assert one.could_miss == np.mean(drawn != one.reported.low)


@pytest.mark.parametrize("wrong", [{"metric": "fte"}, {"kind": "good"}])
def test_an_unknown_metric_or_kind_is_refused(wrong):
    """A typing error never becomes a row that is silently left out."""
    written = {"kind": "real_test", "finding": [], "note": {"nl": "a", "en": "b"}, **wrong}
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Reported.model_validate(written)


def test_the_change_in_fte_runs_from_the_first_quarter_to_the_last():
    """From 100 over 95 to 90 is a tenth less, from 200 over 190 to 210 a twentieth more."""
    fte = np.array([[[1.0, 1.0]] * 3, [[100.0, 200.0], [95.0, 190.0], [90.0, 210.0]]])
    run = SimpleNamespace(outcomes=SimpleNamespace(paths={"fte": fte}))
    assert _fte_change_share(run) == pytest.approx([-0.1, 0.05])
