"""Effects: ranges in which the conditions tilt the odds (equation E8 of the model)."""

from dataclasses import dataclass
from functools import lru_cache
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


def drawn_effects(effects: tuple[Effect, ...], uniform: Vector, tilt: Tilt) -> Vector:
    """Draw effects; better conditions move the likeliest value from bad to good.

    Args:
        effects: Their ranges.
        uniform: Shape (effects, draws), in [0, 1]; a higher draw is a better outcome.
        tilt: Where the condition puts the likeliest value.

    Returns:
        Shape (effects, draws). They do not get worse when the condition rises.

    >>> absence = Effect(bad=0.03, central=0.0, good=-0.01)
    >>> drawn_effects((absence,), np.array([[0.0, 1.0]]), Tilt.of(0.5)).round(3).tolist()
    [[0.03, -0.01]]
    """
    bad, span, middle = _ranges(effects)
    mode = tilt.to_middle * middle + tilt.beyond * (1 - middle)
    drawn = unit_triangular_quantile(uniform, mode)
    drawn *= span
    drawn += bad
    return drawn


@lru_cache
def _ranges(effects: tuple[Effect, ...]) -> tuple[Vector, Vector, Vector]:
    """The bad end, the width and the place of the middle in it (0 to 1), shape (effects, 1)."""
    ends = np.array([(one.bad, one.central, one.good) for one in effects], dtype=float)
    bad, central, good = (end[:, np.newaxis] for end in ends.T)
    span = good - bad
    return bad, span, np.divide(central - bad, span, out=np.zeros_like(span), where=span != 0)
