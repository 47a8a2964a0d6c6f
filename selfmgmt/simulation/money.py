"""Money: gross, realised and leaked savings, running and one-off cost (equation 7 of the model)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selfmgmt.case.design import Design
from selfmgmt.simulation.draws import Draws, Vector
from selfmgmt.simulation.lazy import lazy
from selfmgmt.simulation.positions import Group, Positions
from selfmgmt.simulation.rollout import coaches, increments

_ALL = slice(None)


@dataclass(frozen=True, kw_only=True, eq=False)
class Money:
    """What a design costs and saves; a figure is computed when it is first asked for.

    Attributes:
        design: The levers.
        plan: Its positions.
        draw: Parameters.
        share: The roll-out, shape (quarters + 1,), 0 to 1.
        mature: The share of staff in mature teams, shape (quarters + 1, draws).
    """

    design: Design
    plan: Positions
    draw: Draws
    share: Vector
    mature: Vector

    @lazy
    def gross(self) -> Vector:
        """Saving when all is in place, EUR per year, shape (draws,); ``share[t]`` of it at t."""
        return np.asarray(sum(group.removed * group.cost for group in self.plan))

    @lazy
    def realised(self) -> Vector:
        """The part of it that is really saved, likewise."""
        return np.asarray(self.gross * self.draw["savings_realisation"])

    @lazy
    def leaked(self) -> Vector:
        """The part of that which goes to hiring, likewise."""
        hired_back = self.draw["savings_leakage_to_hire"] * self.draw["hire_premium"]
        return np.asarray(self.realised * hired_back)

    @lazy
    def transition_cost(self) -> Vector:
        """All one-off cost, EUR, shape (draws,)."""
        return np.asarray(self._cost_of_steps.sum(axis=0))

    @lazy
    def one_off(self) -> Vector:
        """EUR in each quarter, shape (quarters + 1, draws)."""
        cost = np.zeros_like(self.mature)
        cost[self._moving] = self._cost_of_steps
        return cost

    @lazy
    def cumulative(self) -> Vector:
        """EUR since the start, shape (quarters + 1, draws)."""
        flow = self.net() / 4
        flow -= self.one_off
        return np.asarray(np.tri(self.share.size) @ flow)

    def net(self, quarters: slice = _ALL) -> Vector:
        """What is saved less what it costs, EUR per year in those quarters, (quarters, draws)."""
        net = np.outer(self.share[quarters], self.realised - self.leaked)
        net -= self.running(quarters)
        return net

    def running(self, quarters: slice = _ALL) -> Vector:
        """Cost of controllers, positions added and coaches, likewise.

        Coaches come with the teams that start; mature teams need fewer of them.
        """
        running = np.outer(self.share[quarters], self._cost_in_place)
        if self.design.scope:
            running -= self.mature[quarters] * self._cost_spared
        return running

    @lazy
    def _coaching(self) -> Vector:
        draw = self.draw
        return np.asarray(
            coaches(self.design, draw) * draw["coach_cost_ratio"] * draw["cost_per_fte"]
        )

    @lazy
    def _cost_in_place(self) -> Vector:
        """EUR per year when all is in place and no team is mature."""
        design, draw = self.design, self.draw
        controllers = draw["control_cost_fte"] * self.plan.fte / 100 * design.control * design.scope
        added = sum(group.added * group.cost for group in self.plan)
        return np.asarray(controllers * draw["cost_per_fte"] + added + self._coaching)

    @lazy
    def _cost_spared(self) -> Vector:
        """EUR per year for all of the staff in mature teams, for whom fewer coaches will do."""
        spared = 1 - self.draw["teams_per_coach"] / self.draw["teams_per_coach_mature"]
        return np.asarray(self._coaching * np.maximum(spared, 0) / self.design.scope)

    @lazy
    def _steps(self) -> Vector:
        return increments(self.share)

    @lazy
    def _moving(self) -> NDArray[np.int64]:
        """The quarters in which something moves."""
        return np.flatnonzero(self._steps)

    @lazy
    def _cost_of_steps(self) -> Vector:
        """One-off cost in those quarters: training, and friction of positions."""
        design, plan = self.design, self.plan
        step = self._steps[self._moving]
        cost = np.outer(step, design.training * design.scope * plan.fte)
        before = self.share[self._moving] - step
        for name, group in plan.groups().items():
            cost += self._friction(name, group, step, before)
        return cost

    def _friction(self, name: str, group: Group, step: Vector, before: Vector) -> Vector:
        """EUR for positions that go while someone is in them.

        People who leave by themselves make room for their own group first; that costs nothing.
        """
        draw = self.draw
        removed = group.removed * draw["savings_realisation"]
        if not removed.any():
            return np.zeros(1)
        displaced = np.outer(step, removed)
        staying = np.outer(before, removed)
        np.subtract(group.today, staying, out=staying)
        staying *= draw["turnover"] / 4
        displaced -= staying
        np.maximum(displaced, 0, out=displaced)
        price = draw[
            "displaced_manager_friction" if name == "managers" else "displaced_staff_friction"
        ]
        displaced *= price * group.cost
        return displaced
