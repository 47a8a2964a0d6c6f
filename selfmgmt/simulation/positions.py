"""Positions: how many there are, go and come, and what they cost (equation 5 of the model).

The balance that holds in every quarter and every draw:
today's FTE - removed + added = FTE employed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.simulation.draws import Draws, Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group of positions; every array has shape (draws,), in FTE or EUR per FTE per year."""

    today: Vector
    removed: Vector
    added: Vector
    cost: Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The plan for each group: what is there, and what goes or comes in the end."""

    managers: Group
    support: Group
    primary: Group

    def groups(self) -> dict[str, Group]:
        """The groups by name."""
        return {"managers": self.managers, "support": self.support, "primary": self.primary}

    def __iter__(self) -> Iterator[Group]:
        return iter(self.groups().values())

    @property
    def fte(self) -> Vector:
        """FTE today, shape (draws,)."""
        return self.managers.today + self.support.today + self.primary.today

    @property
    def removed(self) -> Vector:
        """FTE planned to go, shape (draws,)."""
        return self.managers.removed + self.support.removed + self.primary.removed

    @property
    def added(self) -> Vector:
        """FTE that come, shape (draws,)."""
        return self.managers.added + self.support.added + self.primary.added


def positions(design: Design, draw: Draws) -> Positions:
    """The positions of today and the plan of ``design`` for them.

    A manager costs more than the average; the others cost so much less that the payroll stays
    FTE times the average cost.
    """
    fte, cost = draw["fte"], draw["cost_per_fte"]
    managers = fte * draw["manager_share"]
    support = fte * draw["support_share"]
    primary = fte - managers - support
    manager_cost = cost * draw["manager_cost_ratio"]
    other_cost = (fte * cost - managers * manager_cost) / (fte - managers)
    return Positions(
        managers=_group(managers, design.managers_after.of(managers) - managers, manager_cost),
        support=_group(support, design.support_after.of(support) - support, other_cost),
        primary=_group(primary, design.primary_fte_change.of(primary), other_cost),
    )


def _group(today: Vector, change: Vector, cost: Vector) -> Group:
    return Group(
        today=today,
        removed=np.minimum(np.maximum(-change, 0), today),
        added=np.maximum(change, 0),
        cost=cost,
    )


def work_left_behind(plan: Positions, draw: Draws) -> tuple[Vector, Vector]:
    """Work of positions that are gone, as FTE of the primary process (equation 6).

    Equation 6 is ``gone(t) * (left - saved * M(t) / u(t))``. Positions go in step with the start
    of teams, so ``gone / u`` is the same in every quarter and the work left behind becomes
    ``share(t) * left - M(t) / scope * saved``.

    Returns:
        ``left`` and ``saved``, each of shape (draws,), for positions that are all gone.
    """
    managers = draw["coordination_absorbed"] * plan.managers.removed
    support = draw["support_absorbed"] * plan.support.removed
    return managers + support, managers * draw["mutual_adjustment"]
