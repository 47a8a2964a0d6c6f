"""What is held against reports from elsewhere, counted by hand in four draws."""

from types import SimpleNamespace

import numpy as np
import pytest

from selfmgmt.analysis import reference_metrics
from selfmgmt.analysis.reference_metrics import METRICS, Run, run_of
from selfmgmt.case.design import Design
from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan
from selfmgmt.case.question import Question

NOTHING, PLAN = np.array([1.0, 2, 3, 4]), np.array([2.0, 4, 6, 12])


def run_with(**outcomes):
    """A plan beside doing nothing, for two towns of 600 and 400 people and ten FTE of 50,000."""
    ranges = {"fte": SimpleNamespace(central=10.0), "cost_per_fte": SimpleNamespace(central=5e4)}
    study = SimpleNamespace(
        members=[SimpleNamespace(inhabitants=600), SimpleNamespace(inhabitants=400)],
        inputs=SimpleNamespace(ranges=ranges, payroll_eur=None),
        question=Question(),
    )
    return Run(
        study=study,
        plan=Plan(Design(), Mix(support=0.1, rollout_quarters=8), 1.0),
        outcomes=SimpleNamespace(values=outcomes, paths={}),
        draws=4,
        seed=1,
    )


def test_a_change_is_the_plan_less_doing_nothing_in_the_same_draw():
    """As it is, or against doing nothing."""
    changes = {
        "steerability_change": "steerability_end",
        "turnover_mean_change": "turnover_mean",
        "absence_mean_change": "absence_mean",
        "satisfaction_worst_change": "satisfaction_worst",
    }
    for metric, outcome in changes.items():
        run = run_with(**{outcome: np.array([NOTHING, PLAN])})
        assert METRICS[metric](run).tolist() == [1, 2, 3, 8], metric
        assert run.of(outcome).tolist() == PLAN.tolist()
    for metric in ("absence_end", "capacity_low", "transition_cost_eur"):
        run = run_with(**{metric: np.array([NOTHING, PLAN])})
        assert METRICS[metric](run).tolist() == PLAN.tolist(), metric


def test_saving_is_told_for_each_inhabitant_and_friction_for_each_year_of_the_wage_bill():
    """Over 1,000 people; over two years of half a million, or of what was filed."""
    run = run_with(net_saving_eur=np.array([NOTHING, 1000 * PLAN]))
    assert METRICS["net_saving_per_inhabitant_eur"](run).tolist() == PLAN.tolist()
    run = run_with(transition_cost_eur=np.array([NOTHING, 10_000 * PLAN]))
    assert METRICS["friction_share"](run) == pytest.approx(PLAN / 100)
    run.study.inputs.payroll_eur = 250_000
    assert METRICS["friction_share"](run) == pytest.approx(PLAN / 50)


def test_managers_come_back_evenly_over_the_years_in_which_they_do(monkeypatch):
    """Half of the futures within a year, the other half in the second: quarters .5, 1, .. of 8."""
    asked = []

    def run(_plans, _inputs, *, question, **_settings):
        asked.append((question.horizon, question.due_quarter))
        fell = [1.0, 1, 0, 0] if question.horizon == 4 else [1.0] * 4
        return SimpleNamespace(values={"falls_back": np.array([fell])})

    monkeypatch.setattr(reference_metrics, "simulate", run)
    found = METRICS["fall_back_quarter"](run_with())
    assert found.tolist() == [1, 3, 5, 7]
    assert asked == [(quarter, 4) for quarter in range(4, 41, 4)]


def test_a_run_has_doing_nothing_first(monkeypatch):
    """The plan is the second row; every draw has its path."""
    given = {}

    def run(plans, _inputs, **settings):
        given.update(settings, plans=plans)
        return "outcomes"

    monkeypatch.setattr(reference_metrics, "simulate", run)
    study = SimpleNamespace(inputs=None, question="question")
    found = run_of(study, Plan(Design(control=0.7)), draws=4, seed=9)
    assert given["plans"] == [Design(), Plan(Design(control=0.7))]
    assert (given["draws"], given["seed"], given["path_draws"]) == (4, 9, 4)
    assert (found.outcomes, found.draws, found.seed) == ("outcomes", 4, 9)
