"""One design followed through time: the equations of the model joined."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.simulation.draws import Draws, Vector
from selfmgmt.simulation.lazy import lazy
from selfmgmt.simulation.money import Money
from selfmgmt.simulation.people import (
    Effect,
    absence_after_cuts,
    drawn_effect,
    over_time,
    vulnerability,
)
from selfmgmt.simulation.positions import Positions, positions, work_left_behind
from selfmgmt.simulation.rollout import (
    conditions,
    dip_by_age,
    increments,
    maturity_by_age,
    over_cohorts,
    quarters_to_maturity,
    rollout,
)

_ALL, _END = slice(None), slice(-1, None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chance:
    """The draws of one block: parameters, and the uniform draws behind the people effects."""

    draw: Draws
    uniform: Draws
    effects: Mapping[str, Effect]


@dataclass(frozen=True, kw_only=True, eq=False)
class Progress:
    """How far the change is; a figure is computed when it is first asked for.

    Attributes:
        design: The levers.
        chance: The draws.
        share: Of the plan that is in place, shape (quarters + 1,).
        weakest: Value of the weakest condition, shape (draws,).
        weakest_place: Its place in ``CONDITIONS``, shape (draws,).
    """

    design: Design
    chance: Chance
    share: Vector
    weakest: Vector
    weakest_place: Vector

    @lazy
    def started(self) -> Vector:
        """The share of staff that has started, shape (quarters + 1, 1)."""
        return (self.share * self.design.scope)[:, np.newaxis]

    @lazy
    def mature(self) -> Vector:
        """The share of staff in mature teams, shape (quarters + 1, draws)."""
        quarters = self.share.size - 1
        if not self.design.scope:
            return np.broadcast_to(np.zeros(1), (quarters + 1, self.weakest.size))
        ripe = quarters_to_maturity(self.design, self.chance.draw)
        return over_cohorts(self._starting, maturity_by_age(ripe, quarters))

    @property
    def dip(self) -> Vector:
        """The share of capacity lost, shape (quarters + 1, draws)."""
        quarters = self.share.size - 1
        by_age = dip_by_age(self.design, self.weakest, self.chance.draw, quarters)
        return over_cohorts(self._starting, by_age)

    @lazy
    def _starting(self) -> Vector:
        return increments(self.share * self.design.scope)

    def drawn(self, key: str) -> Vector:
        """The people effect ``key`` where it is there in full, shape (draws,)."""
        return drawn_effect(self.chance.effects[key], self.chance.uniform[key], self.weakest)

    def effect(self, key: str, *, good_sign: int, quarters: slice = _ALL) -> Vector:
        """The people effect ``key`` in some quarters, shape (quarters, draws)."""
        return over_time(
            self.drawn(key),
            good_sign=good_sign,
            started=self.started[quarters],
            mature=self.mature[quarters],
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class Transition:
    """What a design does over time; a figure is computed when it is first asked for."""

    design: Design
    draw: Draws
    progress: Progress
    plan: Positions
    money: Money

    @lazy
    def removed(self) -> Vector:
        """FTE really removed when all is in place, shape (draws,)."""
        return np.asarray(self.plan.removed * self.draw["savings_realisation"])

    @property
    def fte(self) -> Vector:
        """FTE employed, shape (quarters + 1, draws)."""
        return self.plan.fte - np.outer(self.progress.share, self.removed - self.plan.added)

    @lazy
    def absence(self) -> Vector:
        """A share, shape (quarters + 1, draws): today's, more after cuts, and the effect."""
        progress = self.progress
        absence = absence_after_cuts(self.removed / self.plan.fte, progress.share, self.draw)
        if self.design.scope:
            absence += progress.effect("absence_effect", good_sign=-1)
        return np.maximum(absence, 0, out=absence)

    @lazy
    def capacity(self) -> Vector:
        """Capacity for residents, 100 at the start, shape (quarters + 1, draws) (equation 9)."""
        capacity = self._work_done()
        if self.design.scope:
            capacity *= 1 - self.progress.dip
            productivity = self.progress.effect("productivity_effect", good_sign=1)
            productivity += 1
            capacity *= productivity
        present = 1 - self.absence
        present /= 1 - self.draw["absence"]
        capacity *= present
        capacity *= 100
        return np.maximum(capacity, 0, out=capacity)

    def _work_done(self) -> Vector:
        """Capacity as a share of today's, if everyone would work and be there as today.

        Capacity that is hired back costs money (``leaked``), so it counts as capacity too.
        """
        draw, plan = self.draw, self.plan
        gone = draw["savings_realisation"] * (1 - draw["savings_leakage_to_hire"])
        left, saved = work_left_behind(plan, draw)
        lost = gone * (plan.primary.removed + left) - plan.primary.added
        today = plan.primary.today
        work = np.outer(self.progress.share, -lost / today)
        work += 1
        if self.design.scope and saved.any():
            work += self.progress.mature * (gone * saved / (today * self.design.scope))
        return work

    @property
    def turnover_end(self) -> Vector:
        """Turnover at the end: the effect counts for staff in their first years of the change."""
        window = round(float(self.draw["turnover_effect_quarters"][0]))
        started = self.progress.started[:, 0]
        before = started[-1 - window] if window < started.size else 0.0
        in_window = float(started[-1] - before)
        return self.draw["turnover"] + self.progress.drawn("turnover_effect") * in_window

    @property
    def satisfaction_end(self) -> Vector:
        """Satisfaction at the end, shape (draws,)."""
        effect = self.progress.effect("satisfaction_effect", good_sign=1, quarters=_END)[0]
        return np.asarray(self.draw["satisfaction_base"] + effect)

    @property
    def steerability_end(self) -> Vector:
        """Steerability at the end, shape (draws,)."""
        effect = self.progress.effect("steerability_effect", good_sign=1, quarters=_END)[0]
        return np.asarray(self.draw["steerability_base"] + effect * (1 - self.design.control))

    @property
    def vulnerability_end(self) -> Vector:
        """Vulnerability at the end, shape (draws,)."""
        share, plan = self.progress.share[-1], self.plan
        employed = 1 - share * (self.removed - plan.added) / plan.fte
        started = float(self.progress.started[-1, 0])
        return vulnerability(self.design, self.draw, employed=employed, started=started)


def transition(design: Design, chance: Chance, quarters: int) -> Transition:
    """Follow ``design`` for ``quarters`` quarters in every draw of ``chance``."""
    draw, share = chance.draw, rollout(design, quarters)
    weakest, place = conditions(design, draw["readiness"])
    progress = Progress(
        design=design, chance=chance, share=share, weakest=weakest, weakest_place=place
    )
    plan = positions(design, draw)
    return Transition(
        design=design,
        draw=draw,
        progress=progress,
        plan=plan,
        money=Money(design=design, plan=plan, draw=draw, share=share, mature=progress.mature),
    )
