"""How teams ripen, with coaches, and what starting costs in capacity (equation E4)."""

import math

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.simulation.arrays import at_least_0
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.parameters import Draw


def coaches_needed(design: Design, draw: Draw) -> Vector:
    """FTE of coaches that the teams in scope need, shape (draws,).

    Teams larger than ``coached_team_size`` count as several.
    """
    teams = np.maximum(design.team_count.of(draw.team_count), draw.fte / draw.coached_team_size)
    return np.asarray(design.scope * teams / draw.teams_per_coach)


def coaches(design: Design, draw: Draw) -> Vector:
    """FTE of coaches; a percentage is of what the teams in scope need. Shape (draws,)."""
    return np.asarray(design.coaches.of(coaches_needed(design, draw)))


def coached(design: Design, draw: Draw) -> Vector:
    """The part of the need that the coaches meet, 0 to 1, shape (draws,).

    Nobody in scope needs nobody: an amount in FTE is enough then, in line with a very small scope.
    """
    if design.coaches.relative:
        return np.full_like(draw.fte, min(design.coaches.value, 1))
    needed = coaches_needed(design, draw)
    enough = np.full_like(needed, float(design.coaches.value > 0))
    return np.minimum(np.divide(design.coaches.value, needed, out=enough, where=needed > 0), 1)


def quarters_to_maturity(design: Design, draw: Draw) -> Vector:
    """Quarters until a cohort is nine tenths mature, shape (draws,)."""
    delay = (
        1 + draw.imposed_delay * design.imposed + draw.uncoached_delay * (1 - coached(design, draw))
    )
    pace = 1 + draw.readiness_pace * (0.5 - draw.readiness)
    return np.asarray(4 * draw.transition_years * delay * pace)


def maturity_by_age(maturity_age: Vector, quarters: int) -> Vector:
    """Maturity of a cohort by its age: a logistic, 0 at the start and 0.9 at age ``maturity_age``.

    Both ends fix the curve: 1.1 / (1 + 10 x 100^(-age / ripe)) - 0.1.

    Args:
        maturity_age: Shape (draws,), quarters.
        quarters: Highest age.

    Returns:
        Shape (quarters + 1, draws), 0 to 1.

    >>> maturity_by_age(np.array([8.0]), 8)[[0, 4, 8], 0].round(3).tolist()
    [0.0, 0.45, 0.9]
    """
    curve = np.empty((quarters + 1, maturity_age.size))
    curve[0] = 10
    kept = np.exp(-np.log(100) / maturity_age)
    known = 1
    while known <= quarters:  # as many ages again: each is ``known`` quarters older
        older = curve[known : 2 * known]
        np.multiply(curve[: len(older)], kept, out=older)
        kept, known = kept * kept, 2 * known
    curve += 1
    np.divide(1.1, curve, out=curve)
    curve -= 0.1
    return curve


def dip_depth(design: Design, kappa: Vector, draw: Draw) -> Vector:
    """Share of capacity that a cohort loses at its lowest, shape (draws,).

    It is more when the conditions ``kappa`` are weak, and less on a greenfield.
    """
    depth = draw.dip_depth * (1 + draw.dip_condition_slope * (0.5 - kappa))
    return depth * draw.greenfield_dip_ratio if design.greenfield else depth


def dip_by_age(depth: Vector, draw: Draw, quarters: int) -> Vector:
    """Share of capacity lost by a cohort by its age: a triangle.

    Args:
        depth: Its lowest point, shape (draws,).
        draw: Parameters.
        quarters: Highest age.

    Returns:
        Shape (ages, draws), 0 to 1, up to the age at which no cohort dips any more.
    """
    duration = draw.dip_duration_months / 3
    peak = duration * draw.dip_peak_moment
    ages = min(quarters, math.ceil(duration.max())) + 1
    age, slope = np.arange(float(ages)), depth / (duration - peak)
    dip = np.outer(age, -slope)
    dip += duration * slope
    np.minimum(dip, np.outer(age, depth / peak), out=dip)
    return at_least_0(dip)
