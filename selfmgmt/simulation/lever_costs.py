"""What single levers of a way of working cost: those that pay for learning (equation E13)."""

from collections.abc import Callable, Mapping

import numpy as np

from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.money import Money

_QUARTERS = 4  # in a year


def lever_costs(money: Money) -> dict[str, Vector]:
    """Lever to EUR in each quarter, a path; what a lever saves is not in it.

    Args:
        money: With all quarters from the first.
    """
    return {lever: cost(money) for lever, cost in _COSTS.items()}


def _training(money: Money) -> Vector:
    cost = _nothing(money)
    if money.progress.design.scope and money.progress.design.training:
        moving, training = money.training
        cost[moving] = training
    return cost


def _coaches(money: Money) -> Vector:
    progress, coaching = money.progress, money.coaching / _QUARTERS
    spared = progress.maturity_age * (coaching * money.coaching_spared)
    return np.asarray(progress.running * coaching - spared)


def _managers(money: Money) -> Vector:
    """Those who lose their post: guidance to other work, or pay until they leave."""
    cost = _nothing(money)
    if "managers" in money.displaced:
        cost[1:] = money.friction("managers")
    return cost


def _control(money: Money) -> Vector:
    return np.asarray(money.progress.share * (money.controllers / _QUARTERS))


def _nothing(money: Money) -> Vector:
    return np.zeros((len(money.removals.rows), money.chance.draw.fte.size))


_COSTS: Mapping[str, Callable[[Money], Vector]] = {
    "training": _training,
    "coaches": _coaches,
    "managers_after": _managers,
    "control": _control,
}
