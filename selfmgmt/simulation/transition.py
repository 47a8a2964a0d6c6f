"""One plan followed through time: the equations of the model joined."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.simulation.chance import Sample
from selfmgmt.simulation.conditions import weakest_condition
from selfmgmt.simulation.cut import Cut
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.money import Money
from selfmgmt.simulation.people import People
from selfmgmt.simulation.positions import Positions, positions
from selfmgmt.simulation.progress import Progress
from selfmgmt.simulation.removals import Removals
from selfmgmt.simulation.rollout import mix_rollout, rollout
from selfmgmt.simulation.vulnerability import spread, vulnerability
from selfmgmt.simulation.work import Work

_KEPT_WAYS = 8  # ways of working that are kept for the next size of a mix, 2 MB each


@dataclass(frozen=True, kw_only=True, eq=False)
class Transition:
    """What a plan does over time; a figure is computed when it is first asked for.

    A path has shape (rows, draws): the quarters that are wanted.
    """

    plan: Plan
    chance: Sample
    progress: Progress
    removals: Removals
    cut: Cut
    work: Work
    people: People
    money: Money

    @property
    def positions(self) -> Positions:
        """What is there, goes and comes."""
        return self.removals.positions

    @property
    def weakest_condition(self) -> NDArray[np.int64]:
        """The place of the weakest condition in ``CONDITIONS``, shape (draws,)."""
        return weakest_condition(self.plan.way, self.chance.draw)

    @property
    def falls_back(self) -> Vector | float:
        """1 in draws in which teams fall back before the end, else 0."""
        falling = self.progress.falling
        if falling is None:
            return 0.0
        return (falling.quarter < self.progress.spread.share.size).astype(float)

    @property
    def vulnerability(self) -> Vector:
        """Chance that a function is uncovered in the last of the rows, shape (draws,)."""
        draw, progress, plan = self.chance.draw, self.progress, self.positions
        hired = plan.hired.today + progress.share[-1] * plan.hired.added
        if isinstance(self.removals.hired, np.ndarray):
            hired = hired - self.removals.hired[-1]
        hands = self.removals.employed[-1] + hired + self.work.hired_back[-1]
        thinner = spread(self.plan.way, draw, progress.running[-1] * self.plan.way.scope)
        return vulnerability(hands, thinner, plan.fte + plan.hired.today, draw)


def transition(
    plan: Design | Plan, chance: Sample, quarters: int, rows: range | None = None
) -> Transition:
    """Follow ``plan`` for ``quarters`` quarters in every draw of ``chance``.

    Args:
        plan: A way of working with a saving mix beside it, or one by itself.
        chance: The draws.
        quarters: The last quarter.
        rows: The quarters for which figures are wanted, all when left out.
    """
    plan = plan if isinstance(plan, Plan) else Plan(plan)
    rows = range(quarters + 1) if rows is None else rows
    progress = _progress(plan.way, chance, quarters, rows)
    removals = Removals(
        plan=plan,
        positions=positions(plan, chance.draw),
        progress=progress,
        mix_spread=mix_rollout(plan.mix, quarters),
        chance=chance,
        rows=rows,
    )
    cut = Cut(removals=removals, chance=chance)
    work = Work(progress=progress, removals=removals, cut=cut, chance=chance)
    return Transition(
        plan=plan,
        chance=chance,
        progress=progress,
        removals=removals,
        cut=cut,
        work=work,
        people=People(progress=progress, cut=cut, chance=chance),
        money=Money(progress=progress, removals=removals, work=work, chance=chance),
    )


@lru_cache(_KEPT_WAYS)
def _progress(way: Design, chance: Sample, quarters: int, rows: range) -> Progress:
    """The way of working in time; it is the same whatever mix stands beside it."""
    return Progress(design=way, chance=chance, spread=rollout(way, quarters), rows=rows)
