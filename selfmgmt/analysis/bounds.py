"""Bounds: what may go at most, and what a mix of some size takes."""

from dataclasses import dataclass

from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan
from selfmgmt.fields import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class LargestCuts:
    """The largest share of today's that may go, for a way of working and a mix together."""

    support: float
    primary: float
    tasks: float
    managers: float = 1.0
    hired: float = 1.0


def largest_factor(plan: Plan, bounds: LargestCuts) -> float:
    """The size beyond which nothing more may go: every group of the mix is at its bound.

    Args:
        plan: The way of working and the mix; its own size does not matter.
        bounds: What may go at most.

    >>> from selfmgmt.case.design import Design
    >>> plan = Plan(way=Design(), mix=Mix(managers=0.08, support=0.07))
    >>> round(largest_factor(plan, LargestCuts(support=0.7, primary=0.3, tasks=0.3)), 2)
    12.5
    """
    sizes = {
        group: room / getattr(plan.mix, group) + _begins(plan.mix, group)
        for group, room in _rooms(plan, bounds).items()
    }
    return max(sizes.values(), default=0.0)


def shares_gone(plan: Plan, bounds: LargestCuts) -> dict[str, float]:
    """The share of today's that the mix of a plan takes from each group.

    >>> from selfmgmt.case.design import Design
    >>> plan = Plan(way=Design(), mix=Mix(support=0.08, primary=0.06), factor=6.0)
    >>> shares_gone(plan, LargestCuts(support=0.7, primary=0.3, tasks=0.3))
    {'support': 0.48, 'primary': 0.3}
    """
    found = {}
    for group, room in _rooms(plan, bounds).items():
        size = max(plan.factor - _begins(plan.mix, group), 0)
        found[group] = min(size * getattr(plan.mix, group), room)
    return {group: share for group, share in found.items() if share > 0}


def _rooms(plan: Plan, bounds: LargestCuts) -> dict[str, float]:
    """What the way of working leaves for each group of the mix, as a share of today's."""
    way = plan.way
    gone = {
        "managers": _gone(way.managers_after),
        "support": _gone(way.support_after),
        "primary": _gone_of_change(way.primary_fte_change),
        "hired": _gone_of_change(way.hire_change),
        "tasks": way.tasks_dropped,
    }
    return {
        group: max(getattr(bounds, group) - share, 0.0)
        for group, share in gone.items()
        if getattr(plan.mix, group)
    }


def _begins(mix: Mix, group: str) -> int:
    """The size of the mix at which a group begins to lose posts."""
    return int(mix.hired_first and group != "hired")


def _gone(after: Amount) -> float:
    """The share that goes; of an amount in FTE that is not known, so nothing is taken off."""
    return max(1.0 - after.value, 0.0) if after.relative else 0.0


def _gone_of_change(change: Amount) -> float:
    return max(-change.value, 0.0) if change.relative else 0.0
