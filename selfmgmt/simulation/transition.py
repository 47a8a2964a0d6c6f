"""One design followed through time: the equations of the model joined."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.simulation.draws import Draws, Vector
from selfmgmt.simulation.money import Money, money
from selfmgmt.simulation.people import (
    Effect,
    absence_after_cuts,
    drawn_effects,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """The draws of one block: parameters, and the uniform draws behind the people effects."""

    draw: Draws
    uniform: Draws
    effects: Mapping[str, Effect]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the change is.

    ``share`` of the plan that is in place, shape (quarters + 1,); ``started``, the share of staff
    that has started, shape (quarters + 1, 1); ``mature``, the share of staff in mature teams, and
    ``dip``, the share of capacity lost, shape (quarters + 1, draws). ``weakest`` is the value of
    the weakest condition and ``weakest_place`` its place in ``CONDITIONS``, shape (draws,).
    """

    share: Vector
    started: Vector
    mature: Vector
    dip: Vector
    effects: Draws
    weakest_place: Vector

    def effect(self, key: str, *, good_sign: int, quarters: slice = slice(None)) -> Vector:
        """The people effect ``key`` in some quarters, shape (quarters, draws)."""
        return over_time(
            self.effects[key],
            good_sign=good_sign,
            started=self.started[quarters],
            mature=self.mature[quarters],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """What a design does over time.

    ``capacity`` (index, 100 at the start) and ``absence`` (share) have shape
    (quarters + 1, draws). The figures at the end and ``removed`` and ``added`` (FTE when all is
    in place, really removed) have shape (draws,).
    """

    progress: Progress
    plan: Positions
    money: Money
    removed: Vector
    added: Vector
    capacity: Vector
    absence: Vector
    turnover_end: Vector
    satisfaction_end: Vector
    steerability_end: Vector
    vulnerability_end: Vector

    @property
    def fte(self) -> Vector:
        """FTE employed, shape (quarters + 1, draws)."""
        return self.plan.fte - np.outer(self.progress.share, self.removed - self.added)


def transition(design: Design, chance: Chance, quarters: int) -> Transition:
    """Follow ``design`` for ``quarters`` quarters in every draw of ``chance``."""
    draw = chance.draw
    progress = _progress(design, chance, quarters)
    plan = positions(design, draw)
    removed, added = plan.removed * draw["savings_realisation"], plan.added
    absence = _absence(draw, progress, removed / plan.fte)
    employed = 1 - progress.share[-1] * (removed - added) / plan.fte
    end = slice(-1, None)
    satisfaction = progress.effect("satisfaction_effect", good_sign=1, quarters=end)[0]
    steerability = progress.effect("steerability_effect", good_sign=1, quarters=end)[0]
    return Transition(
        progress=progress,
        plan=plan,
        money=money(design, plan, draw, share=progress.share, mature=progress.mature),
        removed=removed,
        added=added,
        capacity=_capacity(design, draw, progress, plan, absence),
        absence=absence,
        turnover_end=_turnover_end(draw, progress),
        satisfaction_end=draw["satisfaction_base"] + satisfaction,
        steerability_end=draw["steerability_base"] + steerability * (1 - design.control),
        vulnerability_end=vulnerability(
            design, draw, employed=employed, started=progress.started[-1, 0]
        ),
    )


def _progress(design: Design, chance: Chance, quarters: int) -> Progress:
    draw = chance.draw
    share = rollout(design, quarters)
    steps = increments(share * design.scope)
    weakest, place = conditions(design, draw["readiness"])
    ripe = quarters_to_maturity(design, draw)
    return Progress(
        share=share,
        started=(share * design.scope)[:, np.newaxis],
        mature=over_cohorts(steps, maturity_by_age(ripe, quarters)),
        dip=over_cohorts(steps, dip_by_age(design, weakest, draw, quarters)),
        effects=drawn_effects(chance.effects, chance.uniform, weakest),
        weakest_place=place,
    )


def _absence(draw: Draws, progress: Progress, removed_share: Vector) -> Vector:
    """Absence over time as a share: today's, more after cuts, plus the effect of the change."""
    absence = absence_after_cuts(removed_share, progress.share, draw)
    absence += progress.effect("absence_effect", good_sign=-1)
    return np.maximum(absence, 0, out=absence)


def _turnover_end(draw: Draws, progress: Progress) -> Vector:
    """Turnover at the end: the effect counts for staff in their first years of the change."""
    window = round(float(draw["turnover_effect_quarters"][0]))
    started = progress.started[:, 0]
    before = started[-1 - window] if window < started.size else 0.0
    in_window = float(started[-1] - before)
    return draw["turnover"] + progress.effects["turnover_effect"] * in_window


def _capacity(
    design: Design, draw: Draws, progress: Progress, plan: Positions, absence: Vector
) -> Vector:
    """Capacity for residents, 100 at the start (equation 9).

    Capacity that is hired back costs money (``leaked``), so it counts as capacity too.
    """
    gone = draw["savings_realisation"] * (1 - draw["savings_leakage_to_hire"])
    left, saved = work_left_behind(plan, draw)
    lost = gone * (plan.primary.removed + left) - plan.primary.added
    today = plan.primary.today
    capacity = np.outer(progress.share, -lost / today)
    capacity += 1
    if design.scope and saved.any():
        capacity += progress.mature * (gone * saved / (today * design.scope))
    capacity *= 1 - progress.dip
    productivity = progress.effect("productivity_effect", good_sign=1)
    productivity += 1
    capacity *= productivity
    present = 1 - absence
    present /= 1 - draw["absence"]
    capacity *= present
    capacity *= 100
    return np.maximum(capacity, 0, out=capacity)
