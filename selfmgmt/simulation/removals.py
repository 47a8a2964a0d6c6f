"""What really goes, and when (equation E5 of the model, and natural leave of E13)."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.case.plan import Plan
from selfmgmt.simulation.arrays import Path, scaled, some, total
from selfmgmt.simulation.chance import Sample
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.effects import Tilt
from selfmgmt.simulation.lazy import lazy
from selfmgmt.simulation.positions import Group, Positions
from selfmgmt.simulation.progress import Progress
from selfmgmt.simulation.rollout import Curve


@dataclass(frozen=True, kw_only=True, eq=False)
class Removals:
    """The positions that go; a figure is computed when it is first asked for.

    Attributes:
        plan: The plan.
        positions: What it plans.
        progress: Its way of working in time.
        mix_spread: The roll-out of its mix.
        chance: The draws.
        rows: The quarters that are wanted; a path has shape (rows, draws).
    """

    plan: Plan
    positions: Positions
    progress: Progress
    mix_spread: Curve
    chance: Sample
    rows: range

    @lazy
    def realisation(self) -> Vector:
        """The part of what is planned that really goes, shape (draws,)."""
        return self.chance.drawn("savings_realisation", Tilt.of(self.plan.way.control))

    @lazy
    def mix_share(self) -> Vector:
        """How much of the mix is carried out, shape (rows, 1)."""
        return self.mix_spread.share[self.rows.start : self.rows.stop, np.newaxis]

    def in_effect(self, by_way: Vector, by_mix: Vector) -> Path:
        """What has come of amounts that follow the way's and the mix's roll-out, a path."""
        path: Path = 0.0
        if some(by_way):
            path = self.progress.share * by_way
        if some(by_mix):
            more = self.mix_share * by_mix
            path = np.add(path, more, out=more)
        return path

    @lazy
    def managers_away(self) -> Path:
        """FTE that the way of working took out of management, less those who came back."""
        by_way = self.positions.managers.by_way
        return self.progress.share * by_way * self.progress.still_gone if some(by_way) else 0.0

    @lazy
    def mix_managers_away(self) -> Path:
        """FTE that the mix took out of management."""
        by_mix = self.positions.managers.by_mix
        return self.mix_share * by_mix if some(by_mix) else 0.0

    @lazy
    def all_managers_away(self) -> Path:
        """FTE that stopped managing."""
        return total(self.managers_away, self.mix_managers_away)

    @lazy
    def way_managers(self) -> Path:
        """FTE of them that are no longer paid, of the way."""
        return self._by_leave("managers", scaled(self.managers_away, self.realisation))

    @lazy
    def mix_managers(self) -> Path:
        """The same of the mix."""
        return self._by_leave("managers", scaled(self.mix_managers_away, self.realisation))

    @lazy
    def managers(self) -> Path:
        """FTE of managers that are no longer paid."""
        return total(self.way_managers, self.mix_managers)

    @lazy
    def managers_in_teams(self) -> Path:
        """FTE that stopped managing and are still paid: they work in the primary process."""
        return self.all_managers_away - self.managers

    @lazy
    def support(self) -> Path:
        """FTE gone from staff departments."""
        return self._by_leave("support", self._due(self.positions.support))

    @lazy
    def primary(self) -> Path:
        """FTE gone from the primary process."""
        return self._by_leave("primary", self._due(self.positions.primary))

    @lazy
    def staff(self) -> Path:
        """FTE gone from both."""
        return total(self.support, self.primary)

    @lazy
    def hired(self) -> Path:
        """FTE of hired hands gone; their contracts end, whatever ``how`` says."""
        return self._due(self.positions.hired)

    @lazy
    def tasks(self) -> Path:
        """The share of the work for residents that has stopped."""
        plan, real = self.positions, self.realisation
        return self.in_effect(plan.tasks_by_way * real, plan.tasks_by_mix * real)

    @lazy
    def posts(self) -> Path:
        """FTE of employees gone."""
        return total(self.managers, self.staff)

    @lazy
    def employed(self) -> Vector:
        """FTE employed, a path."""
        added = np.asarray(sum(group.added for group in self.positions))
        employed = np.empty((len(self.rows), added.size))
        np.subtract(self.positions.fte, self.posts, out=employed)
        if some(added):
            employed += self.progress.share * added
        return employed

    def _due(self, group: Group) -> Path:
        """What should be gone of a group, a path: what is planned, as far as it is realised."""
        real = self.realisation
        return self.in_effect(group.by_way * real, group.by_mix * real)

    def _by_leave(self, name: str, due: Path) -> Path:
        """The part of what should be gone of a group that is gone, a path.

        Without redundancy a post goes when someone of its group leaves, and only a part of the
        leavers has a post that can go; leave that is not used is not saved up.
        """
        if self.plan.way.how == "redundancy" or not np.ndim(due):
            return due
        should, can = self._leaving[name]
        part = np.divide(can, should, out=np.ones_like(should), where=should > 0)
        return due * part[self.rows.start :]

    @lazy
    def _leaving(self) -> dict[str, tuple[Vector, Vector]]:
        """For each group what should be gone in every quarter so far, and what can be."""
        way = self.progress.spread.share[: self.rows.stop, np.newaxis]
        mix = self.mix_spread.share[: self.rows.stop, np.newaxis]
        found = {}
        for name, group in self.positions.groups().items():
            due = (way * group.by_way + mix * group.by_mix) * self.realisation
            found[name] = due, gone_by_leave(due, group.today, self.leave_rate)
        return found

    @lazy
    def leave_rate(self) -> Vector:
        """The share of a group that leaves in a quarter from a post that can go, shape (draws,)."""
        return self.chance.draw.leave_usable_share * self.chance.draw.turnover / 4

    def can_go(self, group: Group) -> Vector:
        """The planned FTE of a group that can go by the end of the term, shape (draws,)."""
        if self.plan.way.how == "redundancy":
            return group.removed
        quarters = self.progress.spread.share.size - 1
        return np.minimum(group.removed, group.today * (1 - (1 - self.leave_rate) ** quarters))


def gone_by_leave(due: Vector, today: Vector, rate: Vector) -> Vector:
    """What is gone when in each quarter no more can go than leave makes room for.

    Args:
        due: What should be gone, shape (quarters, draws), 0 at first.
        today: What was there, shape (draws,).
        rate: The share of what is left that makes room in a quarter, shape (draws,).

    Returns:
        Shape (quarters, draws).

    >>> due = np.array([[0.0], [5.0], [5.0], [5.0]])
    >>> gone_by_leave(due, np.array([20.0]), np.array([0.1]))[:, 0].tolist()
    [0.0, 2.0, 3.8, 5.0]
    """
    gone = np.zeros_like(due)
    for quarter in range(1, len(due)):
        before = gone[quarter - 1]
        gone[quarter] = np.minimum(due[quarter], before + rate * (today - before))
    return gone
