"""Effects: ranges in which the conditions tilt the odds (equation E8 of the model)."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.simulation.draws import Vector, unit_triangular_quantile


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect from bad through central to good, in the unit of what it changes."""

    bad: float
    central: float
    good: float

    @property
    def good_sign(self) -> int:
        """1 when more is better, -1 when less is."""
        return 1 if self.good >= self.bad else -1


def drawn_effect(effect: Effect, uniform: Vector, condition: float | Vector) -> Vector:
    """Draw an effect; better conditions move the likeliest value from bad to good.

    Args:
        effect: Its range.
        uniform: Shape (draws,), in [0, 1]; a higher draw is a better outcome.
        condition: 0 to 1, one or one per draw; the likeliest value is the bad end at 0, the
            central value at one half and the good end at 1, and moves straight in between.

    Returns:
        Shape (draws,). It does not get worse when ``condition`` rises.

    >>> absence = Effect(bad=0.03, central=0.0, good=-0.01)
    >>> drawn_effect(absence, np.array([0.0, 1.0]), np.array([0.5, 0.5])).round(3).tolist()
    [0.03, -0.01]
    """
    span = effect.good - effect.bad
    if span == 0:
        return np.full_like(uniform, effect.bad)
    middle = (effect.central - effect.bad) / span
    below, above = 2 * np.minimum(condition, 0.5), np.maximum(2 * condition - 1, 0)
    mode = below * middle + above * (1 - middle)
    return effect.bad + span * unit_triangular_quantile(uniform, mode)
