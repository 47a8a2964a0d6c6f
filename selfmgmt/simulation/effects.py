"""Effects: ranges in which the conditions tilt the odds (equation E8 of the model)."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from selfmgmt.simulation.draws import Vector, unit_triangular_quantile


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect from bad through central to good, in the unit of what it changes."""

    bad: float
    central: float
    good: float

    @property
    def rises(self) -> bool:
        """Whether more is better."""
        return self.good >= self.bad


class Tilt(NamedTuple):
    """Where a condition puts the likeliest value: how far to the middle, and how far beyond.

    Each is 0 to 1, one or one per draw; ``beyond`` is only above 0 where ``to_middle`` is 1.
    """

    to_middle: float | Vector
    beyond: float | Vector

    @classmethod
    def of(cls, condition: float | Vector) -> "Tilt":
        """The bad end at 0, the central value at one half, the good end at 1."""
        return cls(np.minimum(2 * condition, 1), np.maximum(2 * condition - 1, 0))


def drawn_effect(effect: Effect, uniform: Vector, tilt: Tilt) -> Vector:
    """Draw an effect; better conditions move the likeliest value from bad to good.

    Args:
        effect: Its range.
        uniform: Shape (draws,), in [0, 1]; a higher draw is a better outcome.
        tilt: Where the condition puts the likeliest value.

    Returns:
        Shape (draws,). It does not get worse when the condition rises.

    >>> absence = Effect(bad=0.03, central=0.0, good=-0.01)
    >>> drawn_effect(absence, np.array([0.0, 1.0]), Tilt.of(0.5)).round(3).tolist()
    [0.03, -0.01]
    """
    span = effect.good - effect.bad
    if span == 0:
        return np.full_like(uniform, effect.bad)
    middle = (effect.central - effect.bad) / span
    mode = tilt.to_middle * middle + tilt.beyond * (1 - middle)
    return effect.bad + span * unit_triangular_quantile(uniform, mode)
