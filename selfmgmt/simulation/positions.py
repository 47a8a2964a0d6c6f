"""Positions: how many there are, which go and come, and what they cost (equation E14's bounds).

The balance that holds in every quarter and every draw:
today's FTE - removed + added = FTE employed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.parameters import Draw


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Group:
    """One group of positions; every array has shape (draws,), in FTE or EUR per FTE per year.

    Attributes:
        today: What is there.
        by_way: What the way of working removes.
        by_mix: What the saving mix removes beside it.
        added: What the way of working adds.
        cost: Of one FTE.
    """

    today: Vector
    by_way: Vector
    by_mix: Vector
    added: Vector
    cost: Vector

    @property
    def removed(self) -> Vector:
        """What is planned to go."""
        return self.by_way + self.by_mix

    def share_of(self, removed: Vector) -> Vector:
        """``removed`` as a share of what is there, 0 where nothing is."""
        return np.divide(removed, self.today, out=np.zeros_like(self.today), where=self.today > 0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Positions:
    """The plan for each group: what is there, and what goes or comes in the end.

    ``tasks_by_way`` and ``tasks_by_mix`` are the shares of the work for residents that stop, each
    of shape (draws,).
    """

    managers: Group
    support: Group
    primary: Group
    hired: Group
    tasks_by_way: Vector
    tasks_by_mix: Vector

    def groups(self) -> dict[str, Group]:
        """The groups of employees by name."""
        return {"managers": self.managers, "support": self.support, "primary": self.primary}

    def __iter__(self) -> Iterator[Group]:
        return iter(self.groups().values())

    @property
    def fte(self) -> Vector:
        """FTE employed today, shape (draws,)."""
        return self.managers.today + self.support.today + self.primary.today

    @property
    def removed(self) -> Vector:
        """FTE of employees planned to go, shape (draws,)."""
        return self.managers.removed + self.support.removed + self.primary.removed


def positions(plan: Plan, draw: Draw) -> Positions:
    """The positions of today and what ``plan`` does with them.

    A manager costs more than the average; the others cost so much less that the payroll stays
    FTE times the average cost. The budget for hired staff is ``hire_share`` of payroll and hiring
    together; a hired hand costs the average times a premium. What the mix removes stops, for each
    group apart, where way and mix together reach its bound.
    """
    way, share = plan.way, sized(plan.mix, plan.factor)
    fte, cost = draw.fte, draw.cost_per_fte
    managers, support = fte * draw.manager_share, fte * draw.support_share
    primary = fte - managers - support
    manager_cost = cost * draw.manager_cost_ratio
    other_cost = (fte * cost - managers * manager_cost) / (fte - managers)
    hired_cost = cost * draw.hire_premium
    budget = fte * cost * draw.hire_share / (1 - draw.hire_share)
    hired = budget / hired_cost
    hires = way.hire_change.of(budget) / hired_cost
    tasks = np.full_like(fte, way.tasks_dropped)
    return Positions(
        managers=_group(
            managers, way.managers_after.of(managers) - managers, manager_cost, share.managers, 1
        ),
        support=_group(
            support,
            way.support_after.of(support) - support,
            other_cost,
            share.support,
            draw.support_bound,
        ),
        primary=_group(
            primary,
            way.primary_fte_change.of(primary),
            other_cost,
            share.primary,
            draw.primary_bound,
        ),
        hired=_group(hired, hires, hired_cost, share.hired, 1),
        tasks_by_way=tasks,
        tasks_by_mix=np.clip(draw.tasks_bound - tasks, 0, share.tasks),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """What a mix of some size removes, as shares of today, before any bound."""

    managers: float
    support: float
    primary: float
    hired: float
    tasks: float


def sized(mix: Mix, factor: float) -> Shares:
    """The mix at a size; with ``hired_first`` the others only go once hired staff is gone.

    >>> sized(Mix(primary=0.06, hired=1, hired_first=True), 1.5).primary
    0.03
    """
    others = max(factor - 1, 0) if mix.hired_first else factor
    hired = min(factor, 1) if mix.hired_first else factor
    return Shares(
        managers=mix.managers * others,
        support=mix.support * others,
        primary=mix.primary * others,
        hired=mix.hired * hired,
        tasks=mix.tasks * others,
    )


def _group(
    today: Vector, change: Vector, cost: Vector, share: float, bound: float | Vector
) -> Group:
    by_way = np.minimum(np.maximum(-change, 0), today)
    return Group(
        today=today,
        by_way=by_way,
        by_mix=np.minimum(share * today, np.maximum(bound * today - by_way, 0)),
        added=np.maximum(change, 0),
        cost=cost,
    )
