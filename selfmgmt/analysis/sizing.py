"""Sizing: how much of a saving mix goes beside a way of working, so that options find equal money.

The net saving at the due date rises with the size of the mix, in straight pieces with bends where a
group reaches its bound. So a size is found between two others by false position (the Illinois
variant), which needs some eight runs of the model.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from selfmgmt.analysis.bounds import LargestCuts, largest_factor
from selfmgmt.analysis.pairs import Pair
from selfmgmt.analysis.target import EXACT_EUR
from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.case.question import Question
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.inputs import Inputs

CERTAINTIES = (50, 80)  # per cent of the futures in which a plan reaches its goal
_STEPS = 60  # far more than false position needs
_KEPT = 1_024  # sizes that are kept: those of a page on which one option moves

OF_REMOVALS = (
    "managers_after",
    "support_after",
    "primary_fte_change",
    "hire_change",
    "tasks_dropped",
    "how",
    "imposed",
    "start_share",
    "start_quarters",
    "rollout_quarters",
    "motive",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sized:
    """A plan of which the size was found.

    Attributes:
        plan: With the factor that was found.
        net_eur: What it saves at the due date with the certainty asked for, EUR per year.
        at_bound: Whether it stopped because nothing more may go.
    """

    plan: Plan
    net_eur: float
    at_bound: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualMoney:
    """A way of working at some money, and the same money without it, under the same mix.

    Attributes:
        way: The plan with the way of working.
        none: Its comparison: the mix alone.
        removals: The yardstick: its removals and the mix, while nobody works differently.
    """

    way: Sized
    none: Sized
    removals: Sized


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizer:
    """Finds sizes on one set of draws.

    Attributes:
        inputs: The uncertain quantities.
        question: The target in euros, and when it is due.
        bounds: Largest share of staff departments, of the primary process and of tasks that may go.
        certainty: In how many of 100 futures a plan must reach its goal.
        draws: Number of draws; ``seed`` their start.
    """

    inputs: Inputs
    question: Question
    bounds: LargestCuts
    certainty: int
    draws: int
    seed: int

    @property
    def target_eur(self) -> float:
        """What is asked for, EUR per year."""
        return self.question.saving_target.value

    def net_due(self, plan: Plan) -> float:
        """The net saving at the due date that is reached with the certainty, EUR per year."""
        return _net_due(self, plan)

    def middle(self, plan: Plan, outcome: str) -> float:
        """The middle of an outcome of a plan, in the unit of the outcome."""
        return _middle(self, plan, outcome)

    def largest(self, plan: Plan) -> float:
        """The size beyond which nothing more may go."""
        return largest_factor(plan, self.bounds)

    def sized(self, pair: Pair, goal: float) -> Sized:
        """The smallest size of a pair that reaches ``goal``, or the largest that there is.

        Args:
            pair: The way of working and the mix.
            goal: Net saving at the due date, EUR per year.
        """
        return _sized(self, pair.at(0.0), goal)

    def furthest(self, pair: Pair) -> float:
        """The net saving at the due date at the largest size, EUR per year."""
        return self.net_due(pair.at(self.largest(pair.at(0.0))))

    def equal_money(self, pair: Pair) -> EqualMoney:
        """A pair at the target, or as near as both it and its comparison get.

        A way of working that passes the target by itself gets no mix beside it, and its comparison
        is then sized to the same net saving.
        """
        return self._against(pair, self.way_at_equal_money(pair))

    def way_at_equal_money(self, pair: Pair) -> Sized:
        """The same without its comparisons."""
        none = replace(pair, way=Design())
        return self.sized(pair, min(self.target_eur, self.furthest(pair), self.furthest(none)))

    def as_described(self, pair: Pair) -> EqualMoney:
        """A pair as it was written down, beside its comparison at the same money."""
        plan = pair.at(pair.described)
        return self._against(pair, Sized(plan=plan, net_eur=self.net_due(plan)))

    def _against(self, pair: Pair, way: Sized) -> EqualMoney:
        none, removals = replace(pair, way=Design()), replace(pair, way=removals_alone(pair.way))
        return EqualMoney(
            way=way,
            none=self.sized(none, way.net_eur),
            removals=self.sized(removals, way.net_eur),
        )


def reached_with(net: Vector, certainty: int) -> float:
    """What is reached in ``certainty`` of 100 draws.

    >>> reached_with(np.arange(10.0), 80)
    1.0
    """
    rank = -(-net.size * (100 - certainty) // 100) - 1  # as the ranges that are shown
    return float(np.partition(net, rank)[rank])


@lru_cache(_KEPT)
def _net_due(sizer: Sizer, plan: Plan) -> float:
    return reached_with(_drawn(sizer, plan, "net_saving_due_eur"), sizer.certainty)


@lru_cache(_KEPT)
def _middle(sizer: Sizer, plan: Plan, outcome: str) -> float:
    return float(np.median(_drawn(sizer, plan, outcome)))


def _drawn(sizer: Sizer, plan: Plan, outcome: str) -> Vector:
    run = simulate(
        [plan],
        sizer.inputs,
        question=sizer.question,
        draws=sizer.draws,
        seed=sizer.seed,
        wanted=(outcome,),
    )
    return np.asarray(run.values[outcome][0])


@lru_cache(_KEPT)
def _sized(sizer: Sizer, plan: Plan, goal: float) -> Sized:
    def net(factor: float) -> float:
        return sizer.net_due(replace(plan, factor=factor))

    alone = net(0.0)
    if alone >= goal:
        return Sized(plan=replace(plan, factor=0.0), net_eur=alone)
    largest = sizer.largest(plan)
    most = net(largest)
    if most <= goal:
        return Sized(plan=replace(plan, factor=largest), net_eur=most, at_bound=True)
    factor = crossing(lambda size: net(size) - goal, 0.0, largest, exact=EXACT_EUR)
    return Sized(plan=replace(plan, factor=factor), net_eur=net(factor))


def removals_alone(way: Design) -> Design:
    """The removals of a way of working, in the same steps, while everyone works as today.

    >>> way = Design.model_validate({"managers_after": "50%", "scope": 1, "control": 0.9})
    >>> alone = removals_alone(way)
    >>> str(alone.managers_after), alone.scope, alone.control
    ('50%', 0.0, 0.5)
    """
    kept = {lever: getattr(way, lever) for lever in OF_REMOVALS}
    return Design().model_copy(update=kept)


def crossing(height: Callable[[float], float], low: float, high: float, *, exact: float) -> float:
    """Where a rising function passes zero, by false position that never gets stuck at one end.

    Args:
        height: The function; below zero at ``low``, above zero at ``high``.
        low: One end.
        high: The other end.
        exact: A height this near to zero will do.

    Source:
        Dowell and Jarratt (1971), BIT 11(2), 168-174: the Illinois method.

    >>> round(crossing(lambda x: x**3 - 8, 0, 10, exact=1e-9), 9)
    2.0
    """
    below, above = height(low), height(high)
    root, last = low, 0
    for _ in range(_STEPS):
        root = (low * above - high * below) / (above - below)
        now = height(root)
        if abs(now) <= exact:
            break
        side = 1 if now > 0 else -1
        if side > 0:
            high, above = root, now
            below = below / 2 if last == side else below
        else:
            low, below = root, now
            above = above / 2 if last == side else above
        last = side
    return root
