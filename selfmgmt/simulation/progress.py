"""The way of working in time: who has started, who is mature, and who fell back."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.simulation.arrays import Path, filled
from selfmgmt.simulation.chance import Sample
from selfmgmt.simulation.conditions import conditions, strength
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.effects import Tilt
from selfmgmt.simulation.falling_back import FallingBack, falling_back
from selfmgmt.simulation.lazy import lazy
from selfmgmt.simulation.maturity import (
    dip_by_age,
    dip_depth,
    maturity_by_age,
    quarters_to_maturity,
)
from selfmgmt.simulation.parameters import EffectKey
from selfmgmt.simulation.rollout import Curve, over_cohorts

Timing = Literal["at_once", "first_quarters", "output", "steering"]
"""When an effect is there, as a share of the change that has not fallen back.

A good effect is there for the part ``good_effect_at_once`` with those who started and for the rest
with those who are mature; of steering, only with the latter. A bad effect is there with those who
started; of ``first_quarters``, only in their first years; of ``output``, with those who are mature.
"""

_OF_CONDITIONS: tuple[EffectKey, ...] = (
    "productivity_effect",
    "absence_effect",
    "turnover_effect",
    "satisfaction_effect",
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Progress:
    """How far the way of working is; a figure is computed when it is first asked for.

    Attributes:
        design: The levers.
        chance: The draws.
        spread: The roll-out (u).
        rows: The quarters that are wanted; a path has shape (rows, draws).
    """

    design: Design
    chance: Sample
    spread: Curve
    rows: range

    @lazy
    def share(self) -> Vector:
        """How much of the roll-out is in place, shape (rows, 1)."""
        return self.spread.share[self.rows.start : self.rows.stop, np.newaxis]

    @lazy
    def kappa(self) -> Vector:
        """The conditions, shape (draws,)."""
        return conditions(self.design, self.chance.draw)

    @lazy
    def strength(self) -> Vector:
        """The dose (A), shape (draws,)."""
        return strength(self.design, self.chance.draw)

    @lazy
    def tilt(self) -> Tilt:
        """How the conditions tilt what the way of working does."""
        return Tilt.of(self.kappa)

    @lazy
    def _dose(self) -> Vector:
        return np.asarray(self.strength * self.design.scope)

    @lazy
    def running(self) -> Vector:
        """How much of the roll-out is in place and has not fallen back, a path."""
        return np.asarray(self.share * self.kept)

    @lazy
    def ripeness(self) -> Vector:
        """The mature share of the whole change, whether or not it falls back, a path."""
        maturity_age = quarters_to_maturity(self.design, self.chance.draw)
        return over_cohorts(
            self.spread, maturity_by_age(maturity_age, self.rows.stop - 1), self.rows
        )

    @lazy
    def maturity_age(self) -> Vector:
        """The mature share of the whole change that has not fallen back, a path."""
        return np.asarray(self.ripeness * self.kept)

    @lazy
    def mature(self) -> Vector:
        """The share of staff in mature teams (M), a path."""
        if not self.design.scope:
            return np.broadcast_to(np.zeros(1), (len(self.rows), self.kappa.size))
        return np.asarray(self.maturity_age * self.design.scope)

    @lazy
    def falling(self) -> FallingBack | None:
        """When it falls back; none where nobody works in a new way."""
        if not self.design.scope:
            return None
        return falling_back(
            self.design, self.chance, self.spread, kappa=self.kappa, strength=self.strength
        )

    @lazy
    def kept(self) -> Vector:
        """The part that has not fallen back (1 - phi), a path, or shape (rows, 1)."""
        if self.falling is None:
            return np.ones((len(self.rows), 1))
        return self.falling.kept(self.rows)

    @lazy
    def still_gone(self) -> Vector:
        """The part of the way's managers that has not come back, a path, or shape (rows, 1)."""
        if self.falling is None:
            return self.kept
        back = self.chance.draw.managers_return_share
        return np.asarray(self.kept * back + (1 - back))

    @lazy
    def dip(self) -> Vector:
        """The share of capacity lost, a path; not to be asked for where scope is 0."""
        draw = self.chance.draw
        deepest = dip_depth(self.design, self.kappa, draw) * self._dose
        dip = over_cohorts(self.spread, dip_by_age(deepest, draw, self.rows.stop - 1), self.rows)
        dip *= self.kept
        return dip

    def changed(
        self, today: Path, key: EffectKey, *, timing: Timing, tilt: Tilt | None = None
    ) -> Vector:
        """What the way of working makes of ``today``, a new path.

        Whatever falls back takes its effects along, good and bad.

        Args:
            today: What the effect comes on top of.
            key: Which effect.
            timing: When it is there.
            tilt: What tilts it; the conditions when left out.
        """
        if not self.design.scope:
            return filled(self.rows, self.kappa.size, today)
        effects = self.chance.all_drawn((key,), tilt) if tilt else self._effects
        drawn = effects[key] * self._dose
        rises = self.chance.effects[key].rises
        good = np.maximum(drawn, 0) if rises else np.minimum(drawn, 0)
        bad, at_once = drawn - good, self.chance.draw.good_effect_at_once * good
        if timing == "first_quarters":
            path = self.kept * (self.share * at_once + self._recent * bad)
            once_mature = good - at_once
        else:
            begun = {"at_once": at_once + bad, "output": at_once, "steering": bad}[timing]
            path, once_mature = self.running * begun, drawn - begun
        path += self.maturity_age * once_mature
        path += today
        return path

    @lazy
    def _effects(self) -> dict[EffectKey, Vector]:
        """The effects that hang on the conditions, each of shape (draws,)."""
        return self.chance.all_drawn(_OF_CONDITIONS, self.tilt)

    @property
    def _recent(self) -> Vector:
        """The part of the change that started lately, shape (rows, 1)."""
        recent = self.spread.recent(self.chance.windows.turnover)[:, np.newaxis]
        return recent[self.rows.start : self.rows.stop]
