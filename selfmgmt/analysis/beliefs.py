"""What one must believe of each way of working before it is worth its price."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.analysis.weigh import Weighing, yardstick_of
from selfmgmt.case.known import NONE
from selfmgmt.scoring.arrays import Floats
from selfmgmt.scoring.believe import lag_points, needed_points
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.scoring.elicitation import points_of_roles
from selfmgmt.scoring.profiles import load_profiles
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.scoring.reasons import Why, reasons_of
from selfmgmt.scoring.values import performance_of
from selfmgmt.simulation import simulate


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """How far a way of working is behind none on what is computed, and what would make up for it.

    None is today's way of working that finds the same money with the same mix.

    Attributes:
        mix: Key of the mix that both have.
        lag: Points of 100 behind none on the computed criteria alone; negative when ahead.
        needed: Weight of the judged criteria together, as a share of all, to the points of 100 by
            which people must judge the way better on these; under 0 needs no belief, over 100
            no judgement can make up for it.
        own_weight: That weight with who weighs; none when it gives these criteria no weight.
        own_needed: What is needed at that weight.
        reasons: What speaks for the way and what against, beside none.
    """

    mix: str
    lag: float
    needed: dict[float, float]
    own_weight: float | None
    own_needed: float | None
    reasons: Why


def beliefs_of(comparison: OptionComparison, weighing: Weighing) -> dict[str, dict[str, Belief]]:
    """Profile or body to way of working to what one must believe of it.

    Args:
        comparison: The options side by side.
        weighing: Of the ways of working in the same comparison.

    Returns:
        Empty when no option works differently.
    """
    ways = [key for key in weighing.performance.options if comparison.options[key].way != NONE]
    without = _without(comparison, weighing, ways) if ways else {}
    weights = _judged_weights(comparison, weighing)
    return {
        who: {
            key: _belief(comparison, role.ranking, key, without[key], weights[who]) for key in ways
        }
        for who, role in (weighing.computed.items() if ways else ())
    }


def _belief(
    comparison: OptionComparison,
    ranking: Ranking,
    key: str,
    none: Floats,
    judged_weight: float | None,
) -> Belief:
    way = ranking.mean_performance[ranking.options.index(key)]
    parts = ranking.weights * (way - none)
    lag = lag_points(0.0, float(parts.sum()))
    return Belief(
        mix=comparison.options[key].mix,
        lag=lag,
        needed={at: needed_points(lag, at) for at in load_constants().judged_weights.values},
        own_weight=judged_weight,
        own_needed=needed_points(lag, judged_weight) if judged_weight else None,
        reasons=reasons_of(dict(zip(ranking.criteria, parts.tolist(), strict=True)), key, NONE),
    )


def _without(
    comparison: OptionComparison, weighing: Weighing, ways: list[str]
) -> dict[str, Floats]:
    """The mean performance of none beside each way, shape (criteria,); 0 where people judge."""
    criteria = {
        key: weighing.criteria[key]
        for key in weighing.performance.criteria
        if weighing.criteria[key].kind == "computed"
    }
    outcomes = _outcomes(comparison, ways, {str(one.outcome) for one in criteria.values()})
    found = performance_of(outcomes, criteria, options=ways, against=yardstick_of(comparison))
    table = np.zeros((len(ways), len(weighing.performance.criteria)))
    columns = [weighing.performance.criteria.index(key) for key in found.criteria]
    table[:, columns] = found.values.mean(axis=0)
    return dict(zip(ways, table, strict=True))


def _outcomes(
    comparison: OptionComparison, ways: list[str], wanted: Collection[str]
) -> dict[str, Floats]:
    """What none beside each way gives, shape (ways, draws); what is in the comparison is reused."""
    nones = [comparison.sized[key].none for key in ways]
    there = {plan: row for row, plan in enumerate(comparison.plans.values())}
    plans = [plan for plan in dict.fromkeys(nones) if plan not in there]
    known = comparison.outcomes.values
    if plans:
        run = simulate(
            plans,
            comparison.study.inputs,
            question=comparison.study.question,
            draws=comparison.draws,
            seed=comparison.seed,
            wanted=tuple(wanted),
        )
        known = {key: np.vstack([known[key], run.values[key]]) for key in wanted}
        there |= {plan: len(comparison.options) + row for row, plan in enumerate(plans)}
    rows = [there[none] for none in nones]
    return {key: known[key][rows] for key in wanted}


def _judged_weights(comparison: OptionComparison, weighing: Weighing) -> dict[str, float | None]:
    """The weight of the judged criteria together with each who weighs, as a share of all."""
    own = points_of_roles(comparison.study.case)
    profiles = {key: profile.weights for key, profile in load_profiles().items()}
    return {who: _judged_share(weighing, {**profiles, **own}[who]) for who in weighing.computed}


def _judged_share(weighing: Weighing, points: Mapping[str, float]) -> float | None:
    counted = {
        key: at
        for key, at in points.items()
        if key in weighing.performance.criteria or key in weighing.not_judged
    }
    judged = sum(at for key, at in counted.items() if weighing.criteria[key].kind == "judged")
    return judged / sum(counted.values()) if judged > 0 else None
