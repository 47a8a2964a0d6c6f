"""What happens to the gap and to the service as the saving mix of an option grows."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.bounds import largest_factor
from selfmgmt.analysis.frontier import OVERSHOOT
from selfmgmt.analysis.plans import SizedOption, Sizing
from selfmgmt.analysis.sizing import reached_with
from selfmgmt.analysis.study import Study
from selfmgmt.simulation import simulate
from selfmgmt.uncertainty import Quantiles

_STEPS = 8  # sizes of a mix: enough for a curve, few enough to follow a hand
_WANTED = ("net_saving_due_eur", "capacity_low")


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthPoint:
    """One size of the mix.

    Attributes:
        factor: How many times the mix.
        reach: The share of the target that is reached with the certainty asked for.
        capacity_low: Lowest capacity for residents, 100 at the start.
    """

    factor: float
    reach: float
    capacity_low: Quantiles


def growth_of(
    study: Study, sizing: Sizing, option: SizedOption, *, draws: int, seed: int
) -> tuple[GrowthPoint, ...]:
    """An option from nothing of its mix to half as much again as it has, or the most that may go.

    Args:
        study: The case with everything looked up.
        sizing: Holds the certainty that is asked for.
        option: The option at its size.
        draws: Number of draws.
        seed: Start of the random numbers.

    Returns:
        Points in order of size; none without a target, for then there is no gap to close.
    """
    target = study.question.saving_target.value
    if target <= 0:
        return ()
    end = min(largest_factor(option.plan, study.bounds), OVERSHOOT * option.plan.factor)
    plans = [option.pair.at(factor) for factor in np.unique(np.linspace(0, end, _STEPS)).tolist()]
    run = simulate(
        plans, study.inputs, question=study.question, draws=draws, seed=seed, wanted=_WANTED
    )
    net, service = run.values["net_saving_due_eur"], run.values["capacity_low"]
    return tuple(
        GrowthPoint(
            factor=plan.factor,
            reach=reached_with(net[row], sizing.certainty) / target,
            capacity_low=band(service[row]),
        )
        for row, plan in enumerate(plans)
    )
