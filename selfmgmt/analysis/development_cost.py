"""What the development path of an option costs (B4): euros of the levers that pay for learning."""

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.study import Study
from selfmgmt.case.plan import Plan
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.lever_costs import lever_costs
from selfmgmt.simulation.transition import transition
from selfmgmt.uncertainty import Quantiles


def development_cost(
    study: Study, plan: Plan, *, quarters: int, draws: int, seed: int
) -> dict[str, Quantiles]:
    """Lever to what it costs in the first quarters, EUR, in the futures of the comparison.

    Args:
        study: The case with everything looked up.
        plan: The option, at its size.
        quarters: How many quarters of the model count.
        draws: Number of possible futures.
        seed: Start of the random numbers.
    """
    parts: dict[str, list[Vector]] = {}
    for block, start in enumerate(range(0, draws, BLOCK)):
        size = min(BLOCK, draws - start)
        chance = block_sample(study.inputs, size=size, seed=seed, block=block)
        run = transition(plan, chance, study.question.horizon)
        for lever, cost in lever_costs(run.money).items():
            parts.setdefault(lever, []).append(cost[: quarters + 1].sum(axis=0))
    return {lever: band(np.concatenate(costs)) for lever, costs in parts.items()}
