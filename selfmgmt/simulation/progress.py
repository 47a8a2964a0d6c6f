"""The way of working in time: who has started, who is mature, and who fell back."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.simulation.chance import Chance
from selfmgmt.simulation.conditions import conditions, strength
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.falling_back import FallingBack, falling_back
from selfmgmt.simulation.lazy import lazy
from selfmgmt.simulation.maturity import dip_by_age, maturity_by_age, quarters_to_maturity
from selfmgmt.simulation.parameters import EffectKey
from selfmgmt.simulation.rollout import Curve, over_cohorts


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
    chance: Chance
    spread: Curve
    rows: range

    @lazy
    def share(self) -> Vector:
        """How much of the roll-out is in place, shape (rows, 1)."""
        return self.spread.share[self.rows.start : self.rows.stop, np.newaxis]

    @lazy
    def started(self) -> Vector:
        """The share of staff that works in the new way (u_s), shape (rows, 1)."""
        return self.share * self.design.scope

    @lazy
    def starting(self) -> Vector:
        """The share of staff in the first quarters of it, in which turnover is higher, likewise."""
        recent = self.spread.recent(self.chance.windows.turnover)[:, np.newaxis]
        return np.asarray(recent[self.rows.start : self.rows.stop] * self.design.scope)

    @lazy
    def kappa(self) -> Vector:
        """The conditions, shape (draws,)."""
        return conditions(self.design, self.chance.draw)

    @lazy
    def strength(self) -> Vector:
        """The dose (A), shape (draws,)."""
        return strength(self.design, self.chance.draw)

    @lazy
    def ripeness(self) -> Vector:
        """The mature share of the whole change, whether or not it falls back, a path."""
        ripe = quarters_to_maturity(self.design, self.chance.draw)
        return over_cohorts(self.spread, maturity_by_age(ripe, self.rows.stop - 1), self.rows)

    @lazy
    def maturing(self) -> Vector:
        """The share of staff in mature teams before any of it falls back, a path."""
        return np.asarray(self.ripeness * self.design.scope)

    @lazy
    def mature(self) -> Vector:
        """The share of staff in mature teams (M), a path."""
        if not self.design.scope:
            return np.broadcast_to(np.zeros(1), (len(self.rows), self.kappa.size))
        return np.asarray(self.maturing * self.kept)

    @lazy
    def falling(self) -> FallingBack | None:
        """When it falls back; none where nobody works in a new way."""
        if not self.design.scope:
            return None
        return falling_back(
            self.design, self.chance, self.spread, kappa=self.kappa, strength=self.strength
        )

    @lazy
    def kept(self) -> Vector | float:
        """The part that has not fallen back (1 - phi), a path, or 1."""
        if self.falling is None:
            return 1.0
        fallen = self.falling.fallen(self.rows)
        return np.subtract(1, fallen, out=fallen)

    @lazy
    def still_gone(self) -> Vector | float:
        """The part of the way's managers that has not come back, a path, or 1."""
        if self.falling is None:
            return 1.0
        back = 1 - self.kept
        back *= self.chance.draw.managers_return_share
        return np.subtract(1, back, out=back)

    @lazy
    def dip(self) -> Vector:
        """The share of capacity lost, a path; not to be asked for where scope is 0."""
        depth = dip_by_age(self.design, self.kappa, self.chance.draw, self.rows.stop - 1)
        depth *= self.strength * self.design.scope
        dip = over_cohorts(self.spread, depth, self.rows)
        dip *= self.kept
        return dip

    def effect(
        self, key: EffectKey, *, bad: Vector, at_once: Vector | float, condition: Vector | float
    ) -> Vector:
        """What the way of working does to people, a path.

        A good effect is there for the part ``at_once`` with those who started, and for the rest
        with those who are mature. Whatever falls back takes its effects along, good and bad.

        Args:
            key: Which effect.
            bad: The share of staff that has a bad effect, a path or shape (rows, 1).
            at_once: Part of a good effect, shape (draws,).
            condition: What tilts it, 0 to 1.
        """
        effect = self.chance.effects[key]
        drawn = self.chance.drawn(key, condition) * self.strength
        good = np.where(drawn * effect.good_sign > 0, drawn, 0)
        path = self.maturing * ((1 - at_once) * good)
        path += self.started * (at_once * good)
        path += bad * (drawn - good)
        path *= self.kept
        return path
