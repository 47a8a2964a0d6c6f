"""The smallest world for the model: an organisation much like Nijkerk's, and its golden run."""

import numpy as np

from selfmgmt.case.baseline import KnownFigure
from selfmgmt.case.design import Design
from selfmgmt.case.known_organisation import Organisation
from selfmgmt.case.plan import Plan, named_mix
from selfmgmt.case.question import Question
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.evidence.options import named_options
from selfmgmt.fields import Estimate
from selfmgmt.simulation import simulate
from selfmgmt.simulation.inputs import inputs_of

FIGURES = {
    "fte": "300",
    "cost_per_fte": {"low": 85_000, "central": 90_000, "high": 95_000},
    "manager_share": "5,5%",
    "support_share": "26%",
    "team_count": 35,
    "absence": "6,5%",
    "turnover": "8,3%",
    "hire_share": "15%",
    "work_redesign_today": {"low": 0, "central": 0.1, "high": 0.3},
}


def organisation(**figures):
    """An organisation with some figures other than the usual."""
    known = {
        key: KnownFigure(estimate=Estimate.model_validate(value), origin="own", source="test")
        for key, value in (FIGURES | figures).items()
    }
    return Organisation(**known, inhabitants=44_000)


def usual_inputs(**figures):
    """All uncertain quantities, readiness at its default, and some figures other than the usual."""
    ledger = load_ledger()
    readiness = ledger.for_calculation("readiness_default").estimate
    return inputs_of(organisation(**figures), readiness, ledger)


def usual_question():
    """A cut of five per cent in two years."""
    return Question.model_validate({"saving_target": "5%"})


def named_designs():
    """The ways of working of the named options."""
    return {key: Design.model_validate(dict(o.changes)) for key, o in named_options().items()}


def named_plans():
    """The named options as described, and one way with half of a mix beside it."""
    plans = {
        key: Plan(design, named_mix(mix), 1.0)
        if (mix := named_options()[key].mix)
        else Plan(design)
        for key, design in named_designs().items()
    }
    beside = Plan(plans["stepwise_programme"].way, named_mix("evenly"), 0.5)
    return plans | {"stepwise_programme, evenly": beside}


def golden_run():
    """P10, P50 and P90 of each outcome of each plan, rounded for the eye."""
    plans = named_plans()
    run = simulate(
        list(plans.values()), usual_inputs(), question=usual_question(), draws=4096, seed=1
    )
    return {
        option: {
            outcome: [
                _readable(value)
                for value in np.quantile(values[row], (0.1, 0.5, 0.9), method="inverted_cdf")
            ]
            for outcome, values in run.values.items()
        }
        for row, option in enumerate(plans)
    }


def _readable(value):
    if not np.isfinite(value):
        return "never"
    return round(float(value)) if abs(value) >= 1000 else float(f"{value:.4g}") + 0.0
