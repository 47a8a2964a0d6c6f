"""Falling back: teams get managers again (equation E12 of the model)."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.simulation.arrays import between_0_and_1
from selfmgmt.simulation.chance import Sample
from selfmgmt.simulation.conditions import weakest_weighs_most
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.maturity import coached
from selfmgmt.simulation.rollout import Curve


@dataclass(frozen=True, slots=True, eq=False)
class FallingBack:
    """When it happens in each draw.

    Attributes:
        quarter: Shape (draws,); beyond the last one where it does not happen.
        lasts: Quarters until all is back, shape (draws,).
    """

    quarter: Vector
    lasts: Vector

    def kept(self, rows: range) -> Vector:
        """What is left (1 - phi): 1 at ``quarter``, then straight to 0. Shape (rows, draws)."""
        pace = 1 / self.lasts
        kept = np.multiply.outer(-np.arange(float(rows.start), rows.stop), pace)
        kept += 1 + self.quarter * pace
        return between_0_and_1(kept)


def falling_back(
    design: Design, chance: Sample, spread: Curve, *, kappa: Vector, strength: Vector
) -> FallingBack:
    """When teams fall back: exposure runs as staff works in the new way, at its dose.

    It happens in the first quarter in which the exposure, a rate a year, reaches an amount that is
    drawn once per draw from an exponential distribution with mean 1. The condition is that of
    ``kappa``, coaching, control and not being imposed, the weakest weighing most; from weak to one
    half and from there to strong the logarithm of the rate moves straight.

    Args:
        design: The levers.
        chance: The draws.
        spread: The roll-out.
        kappa: The conditions, shape (draws,).
        strength: The dose, shape (draws,).
    """
    draw = chance.draw
    condition = weakest_weighs_most(
        (kappa, coached(design, draw), design.control, 1 - design.imposed),
        draw.weakest_condition_weight,
    )
    weak = np.log(draw.falls_back_times_weak) * np.maximum(1 - 2 * condition, 0)
    strong = np.log(draw.falls_back_times_strong) * np.maximum(2 * condition - 1, 0)
    rate = draw.falls_back_rate * np.exp(weak + strong) * strength * design.scope / 4
    bearable = -np.log1p(-chance.luck("falls_back"))
    needed = np.divide(bearable, rate, out=np.full_like(rate, np.inf), where=rate > 0)
    exposure = np.cumsum(spread.share)
    return FallingBack(
        quarter=np.searchsorted(exposure, needed).astype(float), lasts=draw.falls_back_quarters
    )
