"""Stress: what is left of an option when a reverse strikes, or two at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.option_result import ranges_of
from selfmgmt.analysis.partners import Leaving, leaving_of
from selfmgmt.analysis.study import Study
from selfmgmt.analysis.target import target_met
from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.case.question import Question
from selfmgmt.evidence.stress import Shock, reverses
from selfmgmt.fields import Amount, Estimate
from selfmgmt.simulation import DRAWS, simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.effects import Effect
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.rollout import rollout
from selfmgmt.uncertainty import Quantiles

REPORTED = (
    "net_saving_eur",
    "gap_eur",
    "transition_cost_eur",
    "capacity_low",
    "absence_end",
    "vulnerability_end",
)
_DUE = "net_saving_due_eur"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stressed:
    """One option under some reverses, or none.

    Attributes:
        option: Its key.
        reverses: Keys of what strikes; none for the option as it was planned.
        outcomes: Each of ``REPORTED`` to its range.
        certainty: Chance that the saving is there in time.
    """

    option: str
    reverses: tuple[str, ...]
    outcomes: dict[str, Quantiles]
    certainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Situation:
    """Everything a run starts from, and what it costs on top.

    ``repair_eur`` is EUR once; ``left_by`` are the partners that left costs behind, each with the
    organisation that it left.
    """

    plan: Plan
    inputs: Inputs
    question: Question
    repair_eur: float = 0
    left_by: tuple[tuple[Leaving, Inputs], ...] = ()

    def shocked(self, shock: Shock, leaving: Leaving | None) -> "_Situation":
        """The situation after ``shock``; ``leaving`` is the partner that can step out."""
        if shock.overhead_follows is not None and leaving:
            return replace(
                self,
                plan=leaving.plan(self.plan),
                inputs=leaving.inputs(self.inputs),
                question=leaving.question(self.question),
                left_by=(*self.left_by, (leaving, self.inputs)),
            )
        return replace(
            self,
            plan=replace(self.plan, way=_changed(self.plan.way, shock, self.inputs)),
            inputs=_shifted(self.inputs, shock),
            question=_enlarged(self.question, shock.target_times),
            repair_eur=self.repair_eur + shock.repair_eur_per_inhabitant * self.inputs.inhabitants,
        )

    def run(
        self, draws: int, seed: int, wanted: tuple[str, ...] = (*REPORTED, _DUE)
    ) -> dict[str, Vector]:
        """The draws of each outcome that is ``wanted``, each of shape (draws,)."""
        outcomes = simulate(
            [self.plan],
            self.inputs,
            question=self.question,
            draws=draws,
            seed=seed,
            wanted=wanted,
        )
        run = {key: values[0] for key, values in outcomes.values.items()}
        for leaving, before in self.left_by:
            standing = leaving.standing_eur(before, draws=draws, seed=seed)
            signs = {"net_saving_eur": -1, _DUE: -1, "gap_eur": 1}
            run |= {key: run[key] + signs[key] * standing for key in signs if key in run}
        return run


def stress(
    study: Study,
    plans: Mapping[str, Plan],
    *,
    draws: int = DRAWS,
    seed: int,
    pairs: int | None = None,
) -> list[Stressed]:
    """Lay every reverse, and every pair of them, on options of a case.

    Args:
        study: The case with everything looked up.
        plans: Option to its plan. A reverse strikes its way of working; the size of its saving mix
            stays as it was chosen.
        draws: Number of draws; a plan and its reverses share them.
        seed: Start of the random numbers.
        pairs: How many pairs to tell of, those that leave the widest gap; all when left out.

    Returns:
        For each option first as planned, then under each reverse, then under each pair.
    """
    known = reverses_for(study)
    found = []
    for option, plan in plans.items():
        planned = _Situation(plan=plan, inputs=study.inputs, question=study.question)
        alone = [(), *((key,) for key in known)]
        situations = {keys: _shocked(planned, study, keys) for keys in alone}
        situations |= _widest(
            {keys: _shocked(planned, study, keys) for keys in combinations(known, 2)},
            pairs,
            draws=draws,
            seed=seed,
        )
        runs: dict[tuple[str, ...], dict[str, Vector]] = {}
        for keys, situation in situations.items():
            moving = tuple(key for key in keys if _has_effect(known[key]))
            if moving not in runs:
                runs[moving] = situation.run(draws, seed)
            after = _after(runs[()], runs[moving])
            after["transition_cost_eur"] = after["transition_cost_eur"] + situation.repair_eur
            target = situation.question.saving_target.value
            found.append(_summarised(option, keys, after, target))
    return found


def _shocked(planned: _Situation, study: Study, keys: tuple[str, ...]) -> _Situation:
    """The situation after each of the reverses ``keys``."""
    situation = planned
    for key in keys:
        shock = reverses()[key]
        situation = situation.shocked(shock, leaving_of(study, shock.overhead_follows or 0))
    return situation


def _widest(
    situations: dict[tuple[str, ...], _Situation], count: int | None, *, draws: int, seed: int
) -> dict[tuple[str, ...], _Situation]:
    """Those ``count`` of them that leave the widest gap, in the order in which they stood."""
    if count is None or count >= len(situations):
        return situations
    gaps = {keys: _middle_gap(one, draws, seed) for keys, one in situations.items()}
    widest = sorted(gaps, key=lambda keys: gaps[keys], reverse=True)[:count]
    return {keys: one for keys, one in situations.items() if keys in widest}


def _middle_gap(situation: _Situation, draws: int, seed: int) -> float:
    """The middle of the gap to the target, EUR per year; a quick run."""
    net = situation.run(draws, seed, wanted=(_DUE,))[_DUE]
    return situation.question.saving_target.value - band(net).p50


def reverses_for(study: Study) -> dict[str, Shock]:
    """The reverses that can strike this organisation: a partner can only leave a shared one."""
    return {
        key: shock
        for key, shock in reverses().items()
        if shock.overhead_follows is None or len(study.members) > 1
    }


def _has_effect(shock: Shock) -> bool:
    """Whether an option runs otherwise under it, rather than only costing more."""
    return bool(
        shock.inputs
        or shock.effects
        or shock.design
        or shock.stops_after_quarters
        or shock.overhead_follows is not None
        or shock.target_times != 1
    )


def _after(before: Mapping[str, Vector], shocked: Mapping[str, Vector]) -> dict[str, Vector]:
    """A reverse comes after the change: what that cost has been spent, and its dip was there."""
    return {
        **shocked,
        "transition_cost_eur": np.maximum(
            before["transition_cost_eur"], shocked["transition_cost_eur"]
        ),
        "capacity_low": np.minimum(before["capacity_low"], shocked["capacity_low"]),
    }


def _summarised(
    option: str, keys: tuple[str, ...], run: Mapping[str, Vector], target_eur: float
) -> Stressed:
    ranges = ranges_of(run, target_eur)
    return Stressed(
        option=option,
        reverses=keys,
        outcomes={name: ranges[name] for name in REPORTED},
        certainty=float(target_met(run["gap_eur"]).mean()),
    )


def _shifted(inputs: Inputs, shock: Shock) -> Inputs:
    effects = {
        key: Effect(span.high, span.central, span.low)
        if inputs.effects[key].bad > inputs.effects[key].good
        else Effect(span.low, span.central, span.high)
        for key, span in shock.effects.items()
    }
    return replace(
        inputs,
        ranges={**inputs.ranges, **shock.inputs},
        effects={**inputs.effects, **effects},
    )


def _enlarged(question: Question, times: float) -> Question:
    target = question.saving_target
    larger = Amount(value=target.value * times, relative=target.relative)
    return question.model_copy(update={"saving_target": larger})


def _changed(design: Design, shock: Shock, inputs: Inputs) -> Design:
    if shock.design:
        design = Design.model_validate({**design.model_dump(), **shock.design})
    if shock.stops_after_quarters:
        design = stopped(design, shock.stops_after_quarters, inputs.ranges)
    return design


def stopped(design: Design, quarter: int, ranges: Mapping[str, Estimate]) -> Design:
    """The design when nothing more changes after ``quarter``; until then it is the same.

    Args:
        design: The plan.
        quarter: The last one in which something changes.
        ranges: The organisation; its central figures turn amounts in FTE and teams into parts.
    """
    share = float(rollout(design, quarter).share[quarter])
    if share == 1:
        return design
    return design.model_copy(
        update={
            **_amounts_reached(design, share, ranges),
            "scope": design.scope * share,
            "start_share": min(design.start_share / share, 1) if share else 1,
            "rollout_quarters": max(quarter - design.start_quarters, 0),
        }
    )


def _amounts_reached(
    design: Design, share: float, ranges: Mapping[str, Estimate]
) -> dict[str, Any]:
    fte = ranges["fte"].central
    today = {
        "managers_after": fte * ranges["manager_share"].central,
        "support_after": fte * ranges["support_share"].central,
        "team_count": ranges["team_count"].central,
    }
    reached = {}
    for lever, whole in today.items():
        amount = getattr(design, lever)
        start = 1 if amount.relative else whole
        reached[lever] = _scaled(amount, start + (amount.value - start) * share)
    for lever in ("primary_fte_change", "coaches"):
        amount = getattr(design, lever)
        is_part_of_scope = lever == "coaches" and amount.relative
        reached[lever] = amount if is_part_of_scope else _scaled(amount, amount.value * share)
    return reached


def _scaled(amount: Amount, value: float) -> Amount:
    return Amount(value=value, relative=amount.relative)
