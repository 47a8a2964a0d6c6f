"""Positions: how many there are, which go and come, and what they cost (equation E14's bounds).

The balance that holds in every quarter and every draw:
today's FTE - removed + added = FTE employed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.parameters import Draw

_KEPT_BLOCKS = 8  # draws of which today's figures are kept: those of a whole comparison


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Today:
    """FTE and EUR per FTE per year of today, and the budget for hired staff; shape (draws,)."""

    managers: Vector
    support: Vector
    primary: Vector
    hired: Vector
    manager_cost: Vector
    other_cost: Vector
    hired_cost: Vector
    budget: Vector


@lru_cache(_KEPT_BLOCKS)
def _today(draw: Draw) -> _Today:
    fte, cost = draw.fte, draw.cost_per_fte
    managers, support = fte * draw.manager_share, fte * draw.support_share
    manager_cost, hired_cost = cost * draw.manager_cost_ratio, cost * draw.hire_premium
    budget = fte * cost * draw.hire_share / (1 - draw.hire_share)
    return _Today(
        managers=managers,
        support=support,
        primary=fte - managers - support,
        hired=budget / hired_cost,
        manager_cost=manager_cost,
        other_cost=(fte * cost - managers * manager_cost) / (fte - managers),
        hired_cost=hired_cost,
        budget=budget,
    )


def positions(plan: Plan, draw: Draw) -> Positions:
    """The positions of today and what ``plan`` does with them.

    A manager costs more than the average; the others cost so much less that the payroll stays
    FTE times the average cost. The budget for hired staff is ``hire_share`` of payroll and hiring
    together; a hired hand costs the average times a premium. What the mix removes stops, for each
    group apart, where way and mix together reach its bound.
    """
    way, share, now = plan.way, sized(plan.mix, plan.factor), _today(draw)
    tasks = np.full_like(draw.fte, way.tasks_dropped)
    return Positions(
        managers=_group(
            now.managers,
            way.managers_after.of(now.managers) - now.managers,
            now.manager_cost,
            share.managers,
            1,
        ),
        support=_group(
            now.support,
            way.support_after.of(now.support) - now.support,
            now.other_cost,
            share.support,
            draw.support_bound,
        ),
        primary=_group(
            now.primary,
            way.primary_fte_change.of(now.primary),
            now.other_cost,
            share.primary,
            draw.primary_bound,
        ),
        hired=_group(
            now.hired,
            way.hire_change.of(now.budget) / now.hired_cost,
            now.hired_cost,
            share.hired,
            1,
        ),
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
    by_mix = np.zeros_like(today)
    if share:
        by_mix = np.minimum(share * today, np.maximum(bound * today - by_way, 0))
    return Group(
        today=today,
        by_way=by_way,
        by_mix=by_mix,
        added=np.maximum(change, 0),
        cost=cost,
    )
