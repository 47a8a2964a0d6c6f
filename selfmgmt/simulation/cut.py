"""What a cut does to the people who stay: its dose, its condition and how it fades (E8)."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.simulation.arrays import Path, at_most_1, scaled, some, total
from selfmgmt.simulation.chance import Sample
from selfmgmt.simulation.conditions import cut_condition
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.effects import Tilt
from selfmgmt.simulation.lazy import lazy
from selfmgmt.simulation.parameters import EffectKey
from selfmgmt.simulation.removals import Removals
from selfmgmt.simulation.rollout import Curve

_OF_CUT: tuple[EffectKey, ...] = (
    "cut_satisfaction_effect",
    "cut_turnover_effect",
    "cut_productivity_effect",
    "cut_steerability_support_effect",
    "cut_steerability_managers_effect",
    "deep_cut_absence_ratio",
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Cut:
    """The cut as people go through it; a figure is computed when it is first asked for."""

    removals: Removals
    chance: Sample

    @lazy
    def exists(self) -> bool:
        """Whether anything goes at all."""
        plan = self.removals.positions
        return some(plan.removed) or some(plan.hired.removed)

    @lazy
    def relief(self) -> Vector:
        """The part of the work of the way's managers that teams take over, shape (draws,).

        At full dose all of it where the share of staff in scope is at least that of the managers.
        """
        scope, gone = self.removals.plan.way.scope, self.managers_share
        reach = np.divide(scope, gone, out=np.ones_like(gone), where=gone > scope)
        return np.asarray(self.removals.progress.strength * reach)

    @lazy
    def managers_share(self) -> Vector:
        """The way's managers that go, as a share of all managers (y), shape (draws,)."""
        managers = self.removals.positions.managers
        return managers.share_of(managers.by_way)

    @lazy
    def uneased(self) -> Path:
        """What relief leaves of the loss of the way's managers; it goes as teams fall back."""
        return 1 - self.relief * self.removals.progress.kept

    @lazy
    def _missed(self) -> Path:
        """The same, of those who have not come back."""
        return self.uneased * self.removals.progress.still_gone

    @lazy
    def planned(self) -> Path:
        """Planned posts as a share of all, less relief (x_plan): a path, or shape (draws,).

        With natural leave no more than can go by the end of the term. Managers who came back no
        longer count.
        """
        return self._planned_times(1 / self.removals.positions.fte)

    def _planned_times(self, each: Vector) -> Path:
        """The same in FTE, times ``each``."""
        plan, removals = self.removals.positions, self.removals
        managers = removals.can_go(plan.managers) * _part(
            plan.managers.by_way, plan.managers.removed
        )
        others = (
            removals.can_go(plan.managers)
            - managers
            + removals.can_go(plan.support)
            + removals.can_go(plan.primary)
        )
        if not some(managers):
            return np.asarray(others * each)
        return others * each + self._missed * (managers * each)

    @lazy
    def real(self) -> Path:
        """FTE of posts and hired hands that are gone, less relief, a path."""
        removals = self.removals
        return total(
            removals.staff,
            removals.mix_managers,
            scaled(removals.way_managers, self.uneased),
            scaled(removals.hired, self.chance.draw.hired_primary_share),
        )

    @lazy
    def condition(self) -> Vector:
        """What tilts the effects of the cut, 0.5 to 1, shape (draws,)."""
        plan, part = self.removals.plan, self._way_part
        imposed = part * plan.way.imposed + (1 - part) * plan.mix.imposed
        return np.asarray(cut_condition(imposed, self.chance.draw))

    @lazy
    def effects(self) -> dict[EffectKey, Vector]:
        """The effects of a cut where they are there in full, each of shape (draws,)."""
        return self.chance.all_drawn(_OF_CUT, Tilt.of(self.condition))

    @lazy
    def _way_part(self) -> Vector:
        """The part of all removed positions that the way removes, shape (draws,).

        Hired hands count as far as they work in the primary process.
        """
        plan, beta = self.removals.positions, self.chance.draw.hired_primary_share
        by_way = sum(group.by_way for group in plan) + beta * plan.hired.by_way
        return _part(
            by_way, by_way + sum(group.by_mix for group in plan) + beta * plan.hired.by_mix
        )

    def _together(self, by_way: Vector, by_mix: Vector) -> Path:
        """The mean of two curves over quarters, weighted by what way and mix remove, a path."""
        rows, part = self.removals.rows, self._way_part
        way, mix = (curve[rows.start : rows.stop, np.newaxis] for curve in (by_way, by_mix))
        if not some(part):
            return mix
        return way if part.min() == 1 else way * part + mix * (1 - part)

    @lazy
    def left(self) -> Path:
        """The part of an effect that has not faded (h), a path."""
        windows, draw = self.chance.windows, self.chance.draw
        faded = self._together(*(curve.faded(windows.cut, windows.fade) for curve in self._curves))
        return 1 - (1 - draw.cut_effect_stays) * faded

    @lazy
    def recent(self) -> Path:
        """The part of the cut that landed in the last quarters, a path."""
        return self._together(*(curve.recent(self.chance.windows.cut) for curve in self._curves))

    @property
    def _curves(self) -> tuple[Curve, Curve]:
        return self.removals.progress.spread, self.removals.mix_spread

    @lazy
    def attitude_dose(self) -> Path:
        """Part of the full effect on attitudes, 0 to 1."""
        full = self.removals.positions.fte * self.chance.draw.cut_full_share_attitudes
        return at_most_1(np.asarray(self._planned_times(1 / full)))

    @lazy
    def work_dose(self) -> Path:
        """Part of the full effect on work and absence, with fading, 0 to 1, a path.

        It follows what is really gone as a share of all who work (x_real).
        """
        plan, draw = self.removals.positions, self.chance.draw
        everyone = plan.fte + draw.hired_primary_share * plan.hired.today
        full = draw.deep_cut_full_share * everyone
        return at_most_1(np.asarray(self.real * (1 / full))) * self.left

    def leaderless(self, each: Vector) -> Path:
        """Managers planned to go as a share of all, less relief, times ``each``."""
        managers = self.removals.positions.managers
        way = scaled(self._missed, self.managers_share * each) if some(managers.by_way) else 0.0
        by_mix = managers.share_of(managers.by_mix) * each
        return total(way, by_mix) if some(managers.by_mix) else way

    def leaderless_now(self, each: Vector) -> Path:
        """Managers gone by now as a share of all, less relief, times ``each``, a path."""
        managers, removals = self.removals.positions.managers, self.removals
        way = scaled(removals.managers_away, self.uneased)
        return scaled(total(way, removals.mix_managers_away), managers.share_of(each))


def _part(some: Vector, whole: Vector) -> Vector:
    return np.divide(some, whole, out=np.zeros_like(whole), where=whole > 0)
