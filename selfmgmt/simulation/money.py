"""Money: gross, realised and leaked savings, running and one-off cost (equation 7 of the model)."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.simulation.draws import Draws, Vector
from selfmgmt.simulation.positions import Positions
from selfmgmt.simulation.rollout import coaches, increments


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """What a design costs and saves.

    ``gross``, ``realised`` and ``leaked`` are EUR per year when all is in place, shape (draws,);
    at quarter t they are ``share[t]`` of that. ``running`` and ``net`` (EUR per year at that
    quarter), ``one_off`` (EUR in that quarter) and ``cumulative`` (EUR since the start) have
    shape (quarters + 1, draws).
    """

    share: Vector
    gross: Vector
    realised: Vector
    leaked: Vector
    running: Vector
    net: Vector
    one_off: Vector
    cumulative: Vector


def money(design: Design, plan: Positions, draw: Draws, *, share: Vector, mature: Vector) -> Money:
    """Follow the money of ``design``.

    Args:
        design: The levers.
        plan: Its positions.
        draw: Parameters.
        share: The roll-out, shape (quarters + 1,), 0 to 1.
        mature: The share of staff in mature teams, shape (quarters + 1, draws).
    """
    gross = np.asarray(sum(group.removed * group.cost for group in plan))
    realised = gross * draw["savings_realisation"]
    leaked = realised * (draw["savings_leakage_to_hire"] * draw["hire_premium"])
    running = _running_cost(design, plan, draw, share, mature)
    net = np.outer(share, realised - leaked)
    net -= running
    one_off = _one_off(design, plan, draw, share)
    cumulative = np.tri(share.size) @ (net / 4 - one_off)
    return Money(
        share=share,
        gross=gross,
        realised=realised,
        leaked=leaked,
        running=running,
        net=net,
        one_off=one_off,
        cumulative=cumulative,
    )


def _running_cost(
    design: Design, plan: Positions, draw: Draws, share: Vector, mature: Vector
) -> Vector:
    """EUR per year, shape (quarters + 1, draws): controllers, positions added, and coaches.

    Coaches come with the teams that start; mature teams need fewer of them.
    """
    controllers = draw["control_cost_fte"] * plan.fte / 100 * design.control * design.scope
    added = sum(group.added * group.cost for group in plan)
    coaching = coaches(design, draw) * draw["coach_cost_ratio"] * draw["cost_per_fte"]
    running = np.outer(share, controllers * draw["cost_per_fte"] + added + coaching)
    if design.scope:
        spared = 1 - draw["teams_per_coach"] / draw["teams_per_coach_mature"]
        running -= mature * (coaching * np.maximum(spared, 0) / design.scope)
    return running


def _one_off(design: Design, plan: Positions, draw: Draws, share: Vector) -> Vector:
    """EUR in each quarter, shape (quarters + 1, draws): training, and friction of positions.

    People who leave by themselves make room for their own group first; that costs nothing.
    """
    step = increments(share)
    before = share - step
    cost = np.outer(step, design.training * design.scope * plan.fte)
    moving = step.nonzero()[0]
    leaving = draw["turnover"] / 4
    friction = {"managers": draw["displaced_manager_friction"]}
    for name, group in plan.groups().items():
        removed = group.removed * draw["savings_realisation"]
        price = friction.get(name, draw["displaced_staff_friction"]) * group.cost
        for quarter in moving if removed.any() else ():
            vacated = leaving * (group.today - before[quarter] * removed)
            cost[quarter] += price * np.maximum(step[quarter] * removed - vacated, 0)
    return cost
