"""What happens to the gap and to the service as the saving mix of an option grows."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.analysis.bands import Band, band
from selfmgmt.analysis.frontier import OVERSHOOT
from selfmgmt.analysis.pairs import Pair
from selfmgmt.analysis.plans import Sizing, sizer_of
from selfmgmt.analysis.study import Study
from selfmgmt.simulation import simulate

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
    capacity_low: Band


def growth_of(
    study: Study, sizing: Sizing, pair: Pair, *, draws: int, seed: int
) -> tuple[GrowthPoint, ...]:
    """A pair from nothing of its mix to where it passes the target by half, or nothing more may go.

    Args:
        study: The case with everything looked up.
        sizing: Holds the certainty that is asked for.
        pair: The way of working and the mix.
        draws: Number of draws.
        seed: Start of the random numbers.

    Returns:
        Points in order of size; none without a target, for then there is no gap to close.
    """
    sizer = sizer_of(study, sizing.certainty, draws=draws, seed=seed)
    if sizer.target_eur <= 0:
        return ()
    end = sizer.sized(pair, OVERSHOOT * sizer.target_eur).plan.factor
    plans = [pair.at(factor) for factor in np.unique(np.linspace(0, end, _STEPS)).tolist()]
    run = simulate(
        plans, study.inputs, question=study.question, draws=draws, seed=seed, wanted=_WANTED
    )
    return tuple(
        GrowthPoint(
            factor=plan.factor,
            reach=sizer.net_due(plan) / sizer.target_eur,
            capacity_low=band(run.values["capacity_low"][row]),
        )
        for row, plan in enumerate(plans)
    )
