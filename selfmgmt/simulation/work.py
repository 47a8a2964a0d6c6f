"""Work: capacity for residents, demand, and what is hired back (equations E6 and E7)."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.simulation.arrays import Path, at_least_0, between_0_and_1, scaled, some, total
from selfmgmt.simulation.chance import Sample
from selfmgmt.simulation.cut import Cut
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.lazy import lazy
from selfmgmt.simulation.progress import Progress
from selfmgmt.simulation.removals import Removals


@dataclass(frozen=True, kw_only=True, eq=False)
class Work:
    """What gets done; a figure is computed when it is first asked for."""

    progress: Progress
    removals: Removals
    cut: Cut
    chance: Sample

    @lazy
    def absence(self) -> Vector:
        """A share of working time, a path: today's, more after a cut, and the way of working's."""
        draw, progress = self.chance.draw, self.progress
        absence = progress.changed(draw.absence, "absence_effect", timing="at_once")
        if self.cut.exists:
            ratio = self.cut.effects["deep_cut_absence_ratio"]
            absence += self.cut.work_dose * (draw.absence * (ratio - 1))
        return between_0_and_1(absence)

    @lazy
    def absorbed(self) -> Path:
        """FTE of the primary process that does the work of those who went (equation E6)."""
        draw, progress, removals = self.chance.draw, self.progress, self.removals
        scope, gone = progress.design.scope, removals.positions.managers.by_way
        absorbed = removals.all_managers_away
        if scope and some(gone):
            widest = np.maximum(scope, self.cut.managers_share)
            saved = draw.mutual_adjustment * progress.strength * scope * gone / widest
            absorbed = absorbed - progress.maturity_age * progress.still_gone * saved
        return total(
            scaled(absorbed, draw.coordination_absorbed),
            scaled(removals.support, draw.support_absorbed),
        )

    @lazy
    def today(self) -> Vector:
        """FTE that work for residents today, hired hands included, shape (draws,)."""
        plan = self.removals.positions
        return plan.primary.today + self.chance.draw.hired_primary_share * plan.hired.today

    @lazy
    def own(self) -> Vector:
        """FTE's worth of work done before anything is hired back (C), a path."""
        draw, removals, plan = self.chance.draw, self.removals, self.removals.positions
        beta = draw.hired_primary_share
        gone = total(removals.primary, scaled(removals.hired, beta), self.absorbed)
        done = np.empty((len(removals.rows), beta.size))
        np.subtract(self.today, gone, out=done)
        if np.ndim(removals.managers_in_teams):
            done += removals.managers_in_teams
        added = plan.primary.added + beta * plan.hired.added
        if some(added):
            done += self.progress.share * added
        if self.cut.exists or self.progress.design.scope:
            done *= self._output()
        return at_least_0(done)

    def _output(self) -> Vector:
        """What someone gets done, with absence, today's is 1, a path."""
        progress = self.progress
        output = progress.changed(1.0, "productivity_effect", timing="output")
        if self.cut.exists:
            drawn = self.cut.effects["cut_productivity_effect"]
            output += self.cut.work_dose * drawn
        if progress.design.scope:
            output *= 1 - progress.dip
        output *= 1 - self.absence
        output *= 1 / (1 - self.chance.draw.absence)
        return output

    @lazy
    def demand(self) -> Path:
        """FTE's worth of work that is asked for, a path."""
        tasks = self.removals.tasks
        return self.today * (1 - tasks)

    @lazy
    def hired_back(self) -> Vector:
        """FTE's worth of work that is hired back, a path."""
        gap = self.demand - self.own
        at_least_0(gap)
        gap *= self.chance.draw.savings_leakage_to_hire
        return gap

    @lazy
    def capacity(self) -> Vector:
        """What is done as a percentage of what is asked for, a path.

        Hands that are idle because tasks were dropped do not count: above 100 it is no more than
        what is done as a percentage of today's.
        """
        done = self.own + self.hired_back
        if np.ndim(self.removals.tasks):
            done *= 100 / self.demand
            np.minimum(done, np.maximum(self.own * (100 / self.today), 100), out=done)
        else:
            done *= 100 / self.today
        return done
