"""What the model gives of things that were reported elsewhere, each as draws."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

import numpy as np

from selfmgmt.analysis.study import Study
from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.evidence.cases import Reported, checks
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector, triangular_quantile
from selfmgmt.simulation.outcomes import Outcomes

_TEN_YEARS = 40  # quarters, as far as a question may look ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A plan beside doing nothing.

    Attributes:
        study: The organisation.
        plan: What was done there, as far as we know.
        outcomes: Both under the same draws, doing nothing first.
        draws: Number of draws; ``seed`` their start.
    """

    study: Study
    plan: Plan
    outcomes: Outcomes
    draws: int
    seed: int

    def of(self, outcome: str) -> Vector:
        """The draws of an outcome of the plan."""
        return np.asarray(self.outcomes.values[outcome][1])

    def change(self, outcome: str) -> Vector:
        """The same against doing nothing."""
        return np.asarray(self.of(outcome) - self.outcomes.values[outcome][0])


def run_of(study: Study, plan: Plan, *, draws: int, seed: int) -> Run:
    """Run a plan beside doing nothing."""
    outcomes = simulate(
        [Design(), plan],
        study.inputs,
        question=study.question,
        draws=draws,
        seed=seed,
        path_draws=draws,
    )
    return Run(study=study, plan=plan, outcomes=outcomes, draws=draws, seed=seed)


def realisation_left_out(reported: Reported, *, draws: int, seed: int) -> Vector:
    """The share that is realised, when the middle is that of the other towns alone.

    The ends stay as they are: they follow audits elsewhere, and all that was planned.
    """
    others = [
        one.low
        for check in checks().values()
        for one in check.trial.reported
        if one.metric == reported.metric and one.finding != reported.finding
    ]
    span = load_ledger().for_calculation("savings_realisation").estimate
    uniform = np.random.default_rng(seed).permutation((np.arange(draws) + 0.5) / draws)
    mode = median(value for value in others if value is not None)
    return triangular_quantile(uniform, low=span.low, mode=mode, high=span.high)


def _fte_change_share(run: Run) -> Vector:
    employed = run.outcomes.paths["fte"][1]
    return np.asarray(employed[-1] / employed[0] - 1)


def _per_inhabitant(run: Run) -> Vector:
    inhabitants = sum(member.inhabitants for member in run.study.members)
    return np.asarray(run.of("net_saving_eur") / inhabitants)


def _friction_share(run: Run) -> Vector:
    """One-off costs in a year of the roll-out of the mix, as a share of the wage bill."""
    years = run.plan.mix.rollout_quarters / 4
    ranges = run.study.inputs.ranges
    payroll = run.study.inputs.payroll_eur
    if payroll is None:
        payroll = ranges["fte"].central * ranges["cost_per_fte"].central
    return np.asarray(run.of("transition_cost_eur") / years / payroll)


def _fall_back_quarter(run: Run) -> Vector:
    """When managers come back, evenly drawn from those draws in which they do within ten years."""
    share = [0.0]
    for quarter in range(4, _TEN_YEARS + 1, 4):
        question = run.study.question.model_copy(
            update={"horizon": quarter, "due_quarter": min(quarter, 4)}
        )
        found = simulate(
            [run.plan],
            run.study.inputs,
            question=question,
            draws=run.draws,
            seed=run.seed,
            wanted=("falls_back",),
        )
        share.append(float(found.values["falls_back"].mean()))
    uniform = (np.arange(run.draws) + 0.5) / run.draws
    quarters = np.arange(0, _TEN_YEARS + 1, 4, dtype=float)
    return np.asarray(np.interp(uniform * share[-1], share, quarters))


METRICS: Mapping[str, Callable[[Run], Vector]] = {
    "fte_change_share": _fte_change_share,
    "net_saving_per_inhabitant_eur": _per_inhabitant,
    "absence_end": lambda run: run.of("absence_end"),
    "capacity_low": lambda run: run.of("capacity_low"),
    "transition_cost_eur": lambda run: run.of("transition_cost_eur"),
    "steerability_change": lambda run: run.change("steerability_end"),
    "turnover_mean_change": lambda run: run.change("turnover_mean"),
    "absence_mean_change": lambda run: run.change("absence_mean"),
    "satisfaction_worst_change": lambda run: run.change("satisfaction_worst"),
    "friction_share": _friction_share,
    "fall_back_quarter": _fall_back_quarter,
}
