"""What people tell: satisfaction, staff leaving, and how steerable it is (equations E8 and E10)."""

from dataclasses import dataclass

from selfmgmt.simulation.arrays import at_least_0, between_0_and_1, some
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
        level = progress.changed(draw.satisfaction_base, "satisfaction_effect", timing="at_once")
        if cut.exists:
            drawn = cut.effects["cut_satisfaction_effect"]
            since = slice(max(1 - progress.rows.start, 0), None)  # known from the first quarter
            level[since] += (cut.attitude_dose * cut.left * drawn)[since]
        return between_0_and_1(level)

    @lazy
    def turnover(self) -> Vector:
        """Share of staff that leaves in a year, a path."""
        draw, progress, cut = self.chance.draw, self.progress, self.cut
        level = progress.changed(draw.turnover, "turnover_effect", timing="first_quarters")
        if cut.exists:
            drawn = cut.effects["cut_turnover_effect"]
            more = cut.attitude_dose * drawn + cut.leaderless(draw.manager_loss_turnover)
            level += more * cut.recent
        return between_0_and_1(level)

    @lazy
    def steerability(self) -> Vector:
        """How well council and college can steer, today's is 100, a path."""
        progress, cut, plan = self.progress, self.cut, self.cut.removals.positions
        level = progress.changed(
            self.chance.draw.steerability_base,
            "steerability_effect",
            timing="steering",
            tilt=Tilt.of(min(progress.design.frames, progress.design.control)),
        )
        if some(plan.support.removed):
            drawn = cut.effects["cut_steerability_support_effect"]
            level += cut.removals.support * plan.support.share_of(drawn)
        if some(plan.managers.removed):
            level += cut.leaderless_now(cut.effects["cut_steerability_managers_effect"])
        return at_least_0(level)
