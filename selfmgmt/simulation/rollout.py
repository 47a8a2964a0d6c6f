"""How a change spreads, ripens and costs capacity on the way (equations 1 to 4 of the model).

Arrays over time have shape (quarters + 1,) for a plan and (quarters + 1, draws) for an outcome.
"""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from selfmgmt.case.design import Design
from selfmgmt.simulation.draws import Draws, Vector

CONDITIONS = ("work_redesign", "interdependence", "frames", "readiness")


def rollout(design: Design, quarters: int) -> Vector:
    """Share of the change that is in place, 0 at quarter 0 and 1 in the end.

    Returns:
        Shape (quarters + 1,): the starting share until the head start is over, then straight
        to 1 over the roll-out.

    >>> plan = Design(start_share=0.2, start_quarters=2, rollout_quarters=4)
    >>> rollout(plan, 7).round(2).tolist()
    [0.0, 0.2, 0.2, 0.4, 0.6, 0.8, 1.0, 1.0]
    """
    after_start = np.arange(quarters + 1) - design.start_quarters
    if design.rollout_quarters:
        risen = np.minimum(np.maximum(after_start / design.rollout_quarters, 0), 1)
    else:
        risen = (after_start > 0).astype(float)
    start_share = design.start_share if design.start_quarters else 0.0
    share = start_share + (1 - start_share) * risen
    share[0] = 0
    return share


def increments(share: Vector) -> Vector:
    """What comes in each quarter; they add up to ``share``. Shape (quarters + 1,)."""
    steps = share.copy()
    steps[1:] -= share[:-1]
    return steps


def conditions(design: Design, readiness: Vector) -> tuple[Vector, Vector]:
    """The weakest of the four conditions decides, and which one it is.

    Args:
        design: Its levers give the first three conditions.
        readiness: Shape (draws,), 0 to 1.

    Returns:
        Its value, shape (draws,), 0 to 1, and its place in ``CONDITIONS``.
    """
    levers = (design.work_redesign, design.interdependence, design.frames)
    lowest = min(levers)
    place = np.where(readiness < lowest, len(levers), levers.index(lowest))
    return np.minimum(lowest, readiness), place


def teams_in_scope(design: Design, draw: Draws) -> Vector:
    """Number of teams that work in the new way in the end, shape (draws,)."""
    return np.asarray(design.team_count.of(draw["team_count"]) * design.scope)


def coaches(design: Design, draw: Draws) -> Vector:
    """FTE of coaches; a percentage is of what the teams in scope need. Shape (draws,)."""
    needed = teams_in_scope(design, draw) / draw["teams_per_coach"]
    return np.asarray(design.coaches.of(needed))


def quarters_to_maturity(design: Design, draw: Draws) -> Vector:
    """Quarters until a cohort is nine tenths mature, shape (draws,)."""
    teams = teams_in_scope(design, draw)
    served = coaches(design, draw) * draw["teams_per_coach"]
    sufficiency = np.divide(served, teams, out=np.ones_like(teams), where=teams > 0)
    delay = (
        1
        + draw["imposed_delay"] * design.imposed
        + draw["uncoached_delay"] * (1 - np.minimum(sufficiency, 1)) * (design.scope > 0)
    )
    pace = 1 + draw["readiness_pace"] * (0.5 - draw["readiness"])
    return np.asarray(4 * draw["transition_years"] * delay * pace)


def maturity_by_age(ripe: Vector, quarters: int) -> Vector:
    """Maturity of a cohort by its age: a logistic, 0 at the start and 0.9 at age ``ripe``.

    Both ends fix the curve: 1.1 / (1 + 10 x 100^(-age / ripe)) - 0.1.

    Args:
        ripe: Shape (draws,), quarters.
        quarters: Highest age.

    Returns:
        Shape (quarters + 1, draws), 0 to 1.

    >>> maturity_by_age(np.array([8.0]), 8)[[0, 4, 8], 0].round(3).tolist()
    [0.0, 0.45, 0.9]
    """
    curve = np.outer(np.arange(quarters + 1.0), -np.log(100) / ripe)
    np.exp(curve, out=curve)
    curve *= 10
    curve += 1
    np.divide(1.1, curve, out=curve)
    curve -= 0.1
    return curve


def dip_by_age(design: Design, weakest: Vector, draw: Draws, quarters: int) -> Vector:
    """Share of capacity lost by a cohort by its age: a triangle, deeper when conditions are weak.

    Args:
        design: Its ``greenfield`` makes the dip smaller.
        weakest: The weakest condition, shape (draws,).
        draw: Parameters.
        quarters: Highest age.

    Returns:
        Shape (ages, draws), 0 to 1, up to the age at which no cohort dips any more.
    """
    depth = draw["dip_depth"] * (1 + draw["dip_condition_slope"] * (0.5 - weakest))
    if design.greenfield:
        depth = depth * draw["greenfield_dip_ratio"]
    duration = draw["dip_duration_months"] / 3
    peak = duration * draw["dip_peak_moment"]
    ages = min(quarters, math.ceil(duration.max())) + 1
    age, slope = np.arange(float(ages)), depth / (duration - peak)
    dip = np.outer(age, -slope)
    dip += duration * slope
    np.minimum(dip, np.outer(age, depth / peak), out=dip)
    return np.maximum(dip, 0, out=dip)


def over_cohorts(started: Vector, by_age: Vector) -> Vector:
    """Add up cohorts: ``started[t]`` of the staff starts at quarter t and then ages.

    Args:
        started: Shape (quarters + 1,), increments of the roll-out.
        by_age: Shape (ages, draws), no more ages than quarters + 1; beyond them it is 0.

    Returns:
        Shape (quarters + 1, draws).

    >>> over_cohorts(np.array([0.0, 1.0, 0.0]), np.array([[0.0], [5.0], [7.0]]))[:, 0].tolist()
    [0.0, 0.0, 5.0]
    """
    weights = np.append(started, 0)[_quarters_of_start(started.size)]
    return np.asarray(weights[:, : len(by_age)] @ by_age)


@cache
def _quarters_of_start(size: int) -> NDArray[np.int64]:
    """When the cohort started that has the age of the column in the quarter of the row.

    ``size``, beyond the last quarter, where that would be before the first.
    """
    quarter = np.arange(size)
    start = quarter[:, np.newaxis] - quarter
    return np.where(start < 0, size, start)
