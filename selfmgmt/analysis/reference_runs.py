"""The model beside what happened: the reference cases run, with the misses told as well."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from selfmgmt.analysis.bands import Band, band
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case.design import Design
from selfmgmt.case.files import new_case
from selfmgmt.case.option import Option
from selfmgmt.evidence.cases import ReferenceCase, Reported, Trial, reference_cases
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector

DRAWS = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One thing that was reported, beside the model.

    Attributes:
        case: What happened where.
        reported: What was told of it.
        model: The range of the model.
        is_within: Whether the report and the range of the model, P10 to P90, have values in common.
    """

    case: ReferenceCase
    reported: Reported
    model: Band
    is_within: bool


def reference_runs(*, draws: int = DRAWS, seed: int) -> list[Beside]:
    """Run every reference case that has a trial; organisations as public data show them today."""
    return [
        beside
        for case in reference_cases().values()
        if case.trial
        for beside in _run(case, case.trial, draws, seed)
    ]


def trial_design(trial: Trial) -> Design:
    """The design of a trial, every lever filled in."""
    return Option.model_validate({"based_on": trial.based_on, **trial.changes}).design()


def _run(case: ReferenceCase, trial: Trial, draws: int, seed: int) -> list[Beside]:
    study = study_of(new_case(case.municipalities))
    metrics = _metrics(study, trial_design(trial), draws, seed)
    found = []
    for reported in trial.reported:
        model = band(metrics[reported.metric])
        within = _overlap(model, reported)
        found.append(Beside(case=case, reported=reported, model=model, is_within=within))
    return found


def _overlap(model: Band, reported: Reported) -> bool:
    low = -np.inf if reported.low is None else reported.low
    high = np.inf if reported.high is None else reported.high
    return bool(low <= model.p90 and model.p10 <= high)


def _metrics(study: Study, design: Design, draws: int, seed: int) -> Mapping[str, Vector]:
    """What can be compared with a report, each of shape (draws,)."""
    run = simulate(
        [Design(), design],
        study.inputs,
        question=study.question,
        draws=draws,
        seed=seed,
        path_draws=draws,
    )
    fte = run.paths["fte"][1]
    steerability = run.values["steerability_end"]
    inhabitants = sum(member.inhabitants for member in study.members)
    return {
        "fte_change": fte[-1] - fte[0],
        "net_saving_per_inhabitant_eur": run.values["net_saving_eur"][1] / inhabitants,
        "absence_end": run.values["absence_end"][1],
        "capacity_low": run.values["capacity_low"][1],
        "transition_cost_eur": run.values["transition_cost_eur"][1],
        "steerability_change": steerability[1] - steerability[0],
    }
