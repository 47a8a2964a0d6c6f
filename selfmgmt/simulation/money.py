"""Money: gross, realised and leaked savings, running and one-off cost (equation E13)."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from selfmgmt.simulation.arrays import Path, at_least_0, filled, scaled, some, total
from selfmgmt.simulation.chance import Sample
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.lazy import lazy
from selfmgmt.simulation.maturity import coaches
from selfmgmt.simulation.positions import Group
from selfmgmt.simulation.progress import Progress
from selfmgmt.simulation.removals import Removals
from selfmgmt.simulation.work import Work


@dataclass(frozen=True, kw_only=True, eq=False)
class Money:
    """What a plan costs and saves, EUR per year; computed when it is first asked for.

    One-off cost and what follows from it need all quarters from the first, so ``rows`` must be all.
    """

    progress: Progress
    removals: Removals
    work: Work
    chance: Sample

    @lazy
    def gross(self) -> Vector:
        """What would be saved if all went as planned and nothing was undone, a path."""
        return self._path(self.removals.in_effect(*self._planned))

    @property
    def gross_at_end(self) -> Vector:
        """The same in the last of the rows, shape (draws,)."""
        by_way, by_mix = self._planned
        return np.asarray(self.progress.share[-1] * by_way + self.removals.mix_share[-1] * by_mix)

    @lazy
    def _planned(self) -> tuple[Vector, Vector]:
        """EUR per year that way and mix save when all is in place, each of shape (draws,)."""
        plan = self.removals.positions
        groups = (*plan, plan.hired)
        by_way = sum(group.by_way * group.cost for group in groups)
        by_mix = sum(group.by_mix * group.cost for group in groups)
        return np.asarray(by_way), np.asarray(by_mix)

    @lazy
    def realised(self) -> Vector:
        """The part of it that is really saved, a path."""
        gone, plan = self.removals, self.removals.positions
        saved = total(
            scaled(gone.managers, plan.managers.cost),
            scaled(gone.staff, plan.support.cost),
            scaled(gone.hired, plan.hired.cost),
        )
        return saved if isinstance(saved, np.ndarray) else self._path(saved)

    @lazy
    def leaked(self) -> Vector:
        """What is paid for work that is hired back, a path."""
        return self.work.hired_back * self.removals.positions.hired.cost

    @lazy
    def running(self) -> Vector:
        """Cost of controllers, positions added and coaches, a path.

        Coaches come with the teams that start; mature teams need fewer of them, and where teams
        fall back none.
        """
        progress, coaching = self.progress, self.coaching
        running = np.asarray(progress.share * self._in_effect)
        if some(coaching):
            running += progress.running * coaching
            running -= progress.maturity_age * (coaching * self.coaching_spared)
        return running

    @lazy
    def coaching(self) -> Vector:
        """EUR per year of coaches once all teams in scope have them, shape (draws,)."""
        draw = self.chance.draw
        return coaches(self.progress.design, draw) * draw.coach_cost_ratio * draw.cost_per_fte

    @lazy
    def coaching_spared(self) -> Vector:
        """The share of it that mature teams can do without, 0 to 1, shape (draws,)."""
        draw = self.chance.draw
        return np.maximum(1 - draw.teams_per_coach / draw.teams_per_coach_mature, 0)

    @lazy
    def net(self) -> Vector:
        """What is saved less what it costs, a path."""
        return np.asarray(self.realised - self.leaked - self.running)

    @lazy
    def transition_cost(self) -> Vector:
        """All one-off cost, EUR, shape (draws,)."""
        return np.asarray(self.one_off.sum(axis=0))

    @lazy
    def one_off(self) -> Vector:
        """EUR in each quarter: training, friction, and repair where teams fall back, a path."""
        design, draw = self.progress.design, self.chance.draw
        cost = np.empty((len(self.removals.rows), draw.fte.size))
        cost[0] = 0
        cost[1:] = total(*(self.friction(name) for name in self.displaced))
        if design.scope and design.training:
            moving, training = self.training
            cost[moving] += training
        if design.scope and self.chance.inhabitants:
            repair = self.progress.kept[1:] - self.progress.kept[:-1]
            repair *= draw.repair_cost_if_fail * (self.chance.inhabitants * design.scope)
            cost[1:] -= repair
        return cost

    @property
    def training(self) -> tuple[slice, Vector]:
        """EUR for training in the quarters in which teams start, and which quarters these are."""
        design, spread = self.progress.design, self.progress.spread
        steps, moving = spread.steps(), slice(1, spread.pieces[-1][1] + 1)
        whole = design.training * design.scope * self.chance.draw.fte
        training = self.progress.kept[moving] * whole
        training *= steps[moving, np.newaxis]
        return moving, training

    def friction(self, name: str) -> Vector:
        """EUR in each quarter from 1 on for those of a group who lost their post."""
        cost = self.removals.positions.groups()[name].cost
        return np.asarray(self.displaced[name] * (self._friction(name) * cost))

    @lazy
    def cumulative(self) -> Vector:
        """EUR since the start, a path."""
        flow = self.net * (1 / 4)
        flow -= self.one_off
        for before, now in pairwise(flow):  # np.cumsum goes through the draws one by one
            now += before
        return np.asarray(flow)

    @lazy
    def displaced_fte(self) -> Vector:
        """FTE of people who lost their post, shape (draws,)."""
        total = np.zeros_like(self.chance.draw.fte)
        for displaced in self.displaced.values():
            total += displaced.sum(axis=0)
        return total

    @lazy
    def displaced(self) -> dict[str, Vector]:
        """For each group FTE without a post in each quarter from 1 on, shape (quarters, draws).

        Those who leave by themselves make room for their own group first, as far as their post can
        go; that costs nothing. With natural leave nobody loses a post.
        """
        gone = self.removals
        if gone.plan.way.how == "natural_leave":
            return {}
        paths = {"managers": gone.managers, "support": gone.support, "primary": gone.primary}
        return {
            name: self._displaced(group, np.asarray(paths[name]))
            for name, group in gone.positions.groups().items()
            if np.ndim(paths[name]) > 1
        }

    def _displaced(self, group: Group, gone: Vector) -> Vector:
        """What goes in a quarter, less the leave of those who are left."""
        rate = self.removals.leave_rate
        displaced = gone[:-1] * (rate - 1)
        displaced += gone[1:]
        displaced -= group.today * rate
        return at_least_0(displaced)

    def _friction(self, name: str) -> Vector:
        draw = self.chance.draw
        if name == "managers":
            return draw.displaced_manager_friction
        return draw.displaced_staff_friction

    @lazy
    def controllers(self) -> Vector:
        """EUR per year of controllers when all is in place, shape (draws,)."""
        draw = self.chance.draw
        more = self.progress.design.control - draw.control_baseline
        tighter = np.maximum(more, 0) / (1 - draw.control_baseline)
        return np.asarray(draw.control_cost_fte * draw.fte / 100 * tighter * draw.cost_per_fte)

    @lazy
    def _in_effect(self) -> Vector:
        """EUR per year of controllers and of what is added, when all is in place."""
        plan = self.removals.positions
        return np.asarray(
            self.controllers + sum(group.added * group.cost for group in (*plan, plan.hired))
        )

    def _path(self, values: Path) -> Vector:
        return filled(self.removals.rows, self.chance.draw.fte.size, values)
