"""What people tell: satisfaction, staff leaving, and how steerable it is (equations E8 and E10)."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.simulation.arrays import at_least_0, filled
from selfmgmt.simulation.chance import Sample
from selfmgmt.simulation.cut import Cut
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.effects import Tilt
from selfmgmt.simulation.lazy import lazy
from selfmgmt.simulation.progress import Progress


@dataclass(frozen=True, kw_only=True, eq=False)
class People:
    """The outcomes for staff and for steering; a figure is computed when it is first asked for."""

    progress: Progress
    cut: Cut
    chance: Sample

    @lazy
    def satisfaction(self) -> Vector:
        """Share of staff that is satisfied, a path."""
        draw, progress, cut = self.chance.draw, self.progress, self.cut
        level = self._path(draw.satisfaction_base)
        if cut.exists:
            drawn = self.chance.drawn("cut_satisfaction_effect", cut.tilt)
            effect = cut.attitude_dose * cut.left
            effect *= drawn
            effect *= cut.announced
            level += effect
        if progress.design.scope:
            progress.add_effect(level, "satisfaction_effect", timing="at_once")
        return np.clip(level, 0, 1, out=level)

    @lazy
    def turnover(self) -> Vector:
        """Share of staff that leaves in a year, a path."""
        draw, progress, cut = self.chance.draw, self.progress, self.cut
        level = self._path(draw.turnover)
        if cut.exists:
            drawn = self.chance.drawn("cut_turnover_effect", cut.tilt)
            more = cut.attitude_dose * drawn
            more = more + cut.leaderless * draw.manager_loss_turnover
            level += more * cut.recent
        if progress.design.scope:
            progress.add_effect(level, "turnover_effect", timing="first_quarters")
        return np.clip(level, 0, 1, out=level)

    @lazy
    def steerability(self) -> Vector:
        """How well council and college can steer, today's is 100, a path."""
        progress, cut, support = self.progress, self.cut, self.cut.removals.positions.support
        level = self._path(self.chance.draw.steerability_base)
        if cut.exists:
            drawn = self.chance.drawn("cut_steerability_support_effect", cut.tilt)
            level += cut.removals.support * support.share_of(drawn)
            drawn = self.chance.drawn("cut_steerability_managers_effect", cut.tilt)
            level += cut.leaderless_now * drawn
        if progress.design.scope:
            tilt = Tilt.of(min(progress.design.frames, progress.design.control))
            progress.add_effect(level, "steerability_effect", timing="steering", tilt=tilt)
        return at_least_0(level)

    def _path(self, values: Vector) -> Vector:
        return filled(self.progress.rows, self.chance.draw.fte.size, values)
