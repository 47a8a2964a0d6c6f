"""The model beside what happened: what tests it, what cannot, and the misses told as well."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.reference_metrics import METRICS, Run, realisation_left_out, run_of
from selfmgmt.analysis.study import study_of
from selfmgmt.case.files import new_case
from selfmgmt.case.mix import Mix
from selfmgmt.case.option import Option
from selfmgmt.case.plan import Plan
from selfmgmt.evidence.cases import Reported, Trial, checks, reference_cases
from selfmgmt.simulation import DRAWS
from selfmgmt.simulation.draws import Vector
from selfmgmt.uncertainty import Quantiles

REAL_TEST = "real_test"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceCheck:
    """One thing that was reported, beside the model.

    Attributes:
        name: Where it happened.
        reported: What was told of it, and what kind of test that is.
        model: The range of the model; none when the model does not give it.
        is_within: Whether the report and the range of the model, P10 to P90, have values in common.
        could_miss: The share of draws that lie outside what was reported; with none there is
            nothing to miss.
    """

    name: str
    reported: Reported
    model: Quantiles | None
    is_within: bool
    could_miss: float

    @property
    def counts(self) -> bool:
        """Whether it says anything about the model."""
        return self.reported.kind == REAL_TEST


def reference_runs(*, draws: int = DRAWS, seed: int) -> list[ReferenceCheck]:
    """Run every reference case and other fact; organisations as public data show them today."""
    cases = [
        (case.name, case.municipalities, case.trial)
        for case in reference_cases().values()
        if case.trial
    ]
    others = [(str(check.name), check.municipalities, check.trial) for check in checks().values()]
    return [
        found
        for name, codes, trial in (*cases, *others)
        for found in _checks(name, codes, trial, draws, seed)
    ]


def trial_plan(trial: Trial) -> Plan:
    """The plan of a trial, every lever filled in."""
    way = Option.model_validate({"based_on": trial.based_on, **trial.changes}).design()
    mix = Mix.model_validate(trial.mix)
    return Plan(way, mix, 1.0 if trial.mix else 0.0)


def _checks(
    name: str, codes: Sequence[str], trial: Trial, draws: int, seed: int
) -> list[ReferenceCheck]:
    run: Run | None = None
    if codes and any(one.metric for one in trial.reported):
        run = run_of(study_of(new_case(codes)), trial_plan(trial), draws=draws, seed=seed)
    return [_compared(name, one, run, draws, seed) for one in trial.reported]


def _compared(
    name: str, reported: Reported, run: Run | None, draws: int, seed: int
) -> ReferenceCheck:
    values = _values(reported, run, draws, seed)
    if values is None:
        return ReferenceCheck(
            name=name, reported=reported, model=None, is_within=False, could_miss=0.0
        )
    low = -np.inf if reported.low is None else reported.low
    high = np.inf if reported.high is None else reported.high
    model = band(values)
    return ReferenceCheck(
        name=name,
        reported=reported,
        model=model,
        is_within=bool(low <= model.p90 and model.p10 <= high),
        could_miss=float(np.mean((values < low) | (values > high))),
    )


def _values(reported: Reported, run: Run | None, draws: int, seed: int) -> Vector | None:
    """What the model gives, shape (draws,); none when it does not."""
    if reported.metric == "realisation_left_out":
        return realisation_left_out(reported, draws=draws, seed=seed)
    if reported.metric is None or run is None:
        return None
    metrics: Mapping[str, Callable[[Run], Vector]] = METRICS
    return metrics[reported.metric](run)
